"""What engines have said is asked once, as long as nothing that it depends on has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.engines.languagetool.connection import Remembering
from editkit.engines.languagetool.provision import EngineSettings
from editkit.engines.registry import open_engines
from editkit.engines.response_cache import Answers
from tests.engines.conftest import end_servers, javas, processes
from tests.engines.languagetool.test_engine import Recorded, match

OFFLINE = EngineSettings(offline=True)


class Shelf(dict[str, bytes]):
    """A store in memory."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def failing() -> None:
    pytest.fail("asked")


def lost() -> None:
    raise EngineError("lost")


def test_a_question_is_asked_once() -> None:
    answers, answer = Answers("e 1", Shelf()), {"a": [1, "\ud83d", None], "b": {}}

    assert answers.of(("q",), lambda: answer) == answer
    assert answers.of(("q",), failing) == answer


@pytest.mark.parametrize(("engine", "question"), [("e 2", ("q",)), ("e 1", ("q", "r"))])
def test_another_engine_or_question_has_another_answer(
    engine: str, question: tuple[str, ...]
) -> None:
    shelf = Shelf()
    Answers("e 1", shelf).of(("q",), lambda: 1)

    assert Answers(engine, shelf).of(question, lambda: 2) == 2


def test_an_error_is_no_answer() -> None:
    answers = Answers("e", Shelf())
    with pytest.raises(EngineError):
        answers.of(("q",), lost)

    assert answers.of(("q",), lambda: 1) == 1


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-3], lambda _: b"", lambda data: b"x" + data]
)
def test_a_damaged_answer_is_asked_for_again(spoil: Callable[[bytes], bytes]) -> None:
    shelf = Shelf()
    answers = Answers("e", shelf)
    answers.of(("q",), lambda: "long " * 99)
    shelf.update({key: spoil(data) for key, data in shelf.items()})

    assert answers.of(("q",), lambda: 2) == 2
    assert answers.of(("q",), failing) == 2


def test_without_a_store_every_question_is_asked() -> None:
    answers, numbers = Answers(), iter(range(3))

    assert [answers.of(("q",), numbers.__next__) for _ in range(3)] == [0, 1, 2]


def test_every_parameter_of_a_request_is_part_of_the_question() -> None:
    recorded = Recorded({"a text": [match(2, 4)]})
    link = Remembering(recorded, Answers("e", Shelf()))

    for parameters in ({"language": "en-US"}, {"language": "en-US", "level": "picky"}) * 2:
        assert link.check("a text", **parameters) == [match(2, 4)]

    assert [asked for _, asked in recorded.asked] == [
        {"language": "en-US"},
        {"language": "en-US", "level": "picky"},
    ]


def checked(text: str, shelf: Shelf, setup: Setup | None = None) -> list[str]:
    """Return what LanguageTool blames, asked by a run of its own."""
    (engine,) = open_engines("languagetool", setup or Setup(), OFFLINE, store=shelf).engines
    return blamed(engine, text)


def blamed(engine: Engine, text: str) -> list[str]:
    (issues,) = engine.run([Document.plain(text, lang="en-US")])
    engine.close()
    assert isinstance(issues, tuple), issues
    assert all(isinstance(issue, Issue) for issue in issues)
    return [issue.span.of(text) for issue in issues]


@pytest.mark.usefixtures("fake_java")
def test_a_server_is_started_for_what_is_not_known(cache: Path) -> None:
    shelf = Shelf()
    checked("a wrnog word", shelf)
    end_servers(cache)

    assert checked("a wrnog word", shelf) == ["wrnog"]
    assert processes(cache) == []
    assert checked("no wrnog word", shelf) == ["wrnog"]
    assert len(javas(cache)) == 1


@pytest.mark.usefixtures("fake_java")
def test_what_editkit_makes_of_an_answer_may_change(cache: Path) -> None:
    shelf = Shelf()
    checked("a wrnog word", shelf)
    end_servers(cache)

    known = Setup(Glossary((Concept("c", (Term("wrnog"),)),)))

    assert checked("a wrnog word", shelf, known) == []
    assert processes(cache) == []


@pytest.mark.usefixtures("cache")
def test_another_languagetool_is_asked_anew(fake_java: Path) -> None:
    shelf = Shelf()
    checked("a wrnog word", shelf)
    before = len(shelf)

    fake_java.parent.joinpath("LanguageTool-6.8", "languagetool-server.jar").write_bytes(b"new")
    checked("a wrnog word", shelf)

    assert len(shelf) == 2 * before


def test_harper_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()

    def run() -> list[str]:
        (engine,) = open_engines("harper", Setup(), OFFLINE, store=shelf).engines
        return blamed(engine, "It is a companny.")

    first = run()
    monkeypatch.setattr(
        "editkit.engines.harper.engine.Harper._linter", lambda *_: pytest.fail("asked")
    )

    assert run() == first == ["companny"]
