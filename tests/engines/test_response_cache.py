"""Response cache: requests are sent again only if something they depend on has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.engine_provider import EngineAccess
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.engines.languagetool.connection import CachingConnection
from editkit.engines.response_cache import ResponseCache
from editkit.engines.selection import open_engines
from tests.engines.conftest import end_servers, java_processes, server_processes
from tests.engines.languagetool.recorded_responses import RecordedConnection, match


class MemoryStore(dict[str, bytes]):
    """A store in memory."""

    def has(self, key: str) -> bool:
        return key in self

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def unexpected_fetch() -> None:
    pytest.fail("asked")


def lose_connection() -> None:
    raise EngineError("lost")


def test_a_request_is_sent_once() -> None:
    cache, response = ResponseCache("e 1", MemoryStore()), {"a": [1, "\ud83d", None], "b": {}}

    assert cache.get_or_fetch(("q",), lambda: response) == response
    assert cache.get_or_fetch(("q",), unexpected_fetch) == response


@pytest.mark.parametrize(("engine", "key_parts"), [("e 2", ("q",)), ("e 1", ("q", "r"))])
def test_engine_and_request_are_part_of_the_key(engine: str, key_parts: tuple[str, ...]) -> None:
    store = MemoryStore()
    ResponseCache("e 1", store).get_or_fetch(("q",), lambda: 1)

    assert ResponseCache(engine, store).get_or_fetch(key_parts, lambda: 2) == 2


def test_an_error_is_not_cached() -> None:
    cache = ResponseCache("e", MemoryStore())
    with pytest.raises(EngineError):
        cache.get_or_fetch(("q",), lose_connection)

    assert cache.get_or_fetch(("q",), lambda: 1) == 1


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-3], lambda _: b"", lambda data: b"x" + data]
)
def test_a_damaged_response_is_fetched_again(damage: Callable[[bytes], bytes]) -> None:
    store = MemoryStore()
    cache = ResponseCache("e", store)
    cache.get_or_fetch(("q",), lambda: "long " * 99)
    store.update({key: damage(data) for key, data in store.items()})

    assert cache.get_or_fetch(("q",), lambda: 2) == 2
    assert cache.get_or_fetch(("q",), unexpected_fetch) == 2


def test_without_a_store_every_request_is_sent() -> None:
    cache, numbers = ResponseCache(), iter(range(3))

    assert [cache.get_or_fetch(("q",), numbers.__next__) for _ in range(3)] == [0, 1, 2]


def test_every_parameter_is_in_the_key() -> None:
    recorded = RecordedConnection({"a text": [match(2, 4)]})
    link = CachingConnection(recorded, ResponseCache("e", MemoryStore()))

    for parameters in ({"language": "en-US"}, {"language": "en-US", "level": "picky"}) * 2:
        assert link.check("a text", **parameters) == [match(2, 4)]

    assert [parameters for _, parameters in recorded.requests] == [
        {"language": "en-US"},
        {"language": "en-US", "level": "picky"},
    ]


def flagged_in_a_run(text: str, store: MemoryStore, setup: Setup | None = None) -> list[str]:
    """Return the words that LanguageTool flags, in a separate run."""
    (engine,) = open_engines(
        "languagetool", setup or Setup(), EngineAccess(offline=True, store=store)
    ).engines
    return flagged_words(engine, text)


def flagged_words(engine: Engine, text: str) -> list[str]:
    (issues,) = engine.run([Document.plain(text, lang="en-US")])
    engine.close()
    assert isinstance(issues, tuple), issues
    assert all(isinstance(issue, Issue) for issue in issues)
    return [issue.span.of(text) for issue in issues]


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_a_server_is_started_only_for_uncached_texts(cache: Path) -> None:
    store = MemoryStore()
    flagged_in_a_run("a wronf word", store)
    end_servers(cache)

    assert flagged_in_a_run("a wronf word", store) == ["wronf"]
    assert server_processes(cache) == []
    assert flagged_in_a_run("no wronf word", store) == ["wronf"]
    assert len(java_processes(cache)) == 1


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_a_cached_response_can_give_other_issues(cache: Path) -> None:
    store = MemoryStore()
    flagged_in_a_run("a wronf word", store)
    end_servers(cache)

    known = Setup(Glossary((Concept("c", (Term("wronf"),)),)))

    assert flagged_in_a_run("a wronf word", store, known) == []
    assert server_processes(cache) == []


@pytest.mark.live
@pytest.mark.usefixtures("cache")
def test_another_languagetool_has_its_own_responses(fake_java: Path) -> None:
    store = MemoryStore()
    flagged_in_a_run("a wronf word", store)
    before = len(store)

    fake_java.parent.joinpath("LanguageTool-6.8", "languagetool-server.jar").write_bytes(b"new")
    flagged_in_a_run("a wronf word", store)

    assert len(store) == 2 * before


def test_responses_of_harper_are_cached(monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore()

    def run() -> list[str]:
        (engine,) = open_engines(
            "harper", Setup(), EngineAccess(offline=True, store=store)
        ).engines
        return flagged_words(engine, "It is a companny.")

    first = run()
    monkeypatch.setattr(
        "editkit.engines.harper.engine.Harper._linter", lambda *_: pytest.fail("asked")
    )

    assert run() == first == ["companny"]
