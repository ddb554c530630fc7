"""Requests of the LanguageTool engine: languages, order, parallelism and failures."""

from collections.abc import Iterator

import pytest

from editkit.core.document import Document
from editkit.core.engine import EngineError
from editkit.core.setup import Setup
from editkit.engines.findings import FindingPolicy
from editkit.engines.languagetool.engine import LanguageTool, max_parallel_requests
from tests.engines.languagetool.recorded_responses import (
    TABLE,
    EnglishTags,
    RecordedConnection,
    match,
)


@pytest.mark.parametrize(
    ("lang", "requested"), [("en", "en-US"), ("en-GB", "en-GB"), ("en-IE", "en-GB")]
)
def test_plain_english_is_checked_with_a_country(lang: str, requested: str) -> None:
    connection = RecordedConnection({})
    engine = LanguageTool(connection, EnglishTags(), Setup(), FindingPolicy(Setup(), TABLE))
    list(engine.run([Document.plain("a", lang=lang)]))
    engine.close()

    assert connection.requests[0][1]["language"] == requested
    assert "ENGLISH_WORD_REPEAT_BEGINNING_RULE" in connection.requests[0][1]["disabledRules"]


@pytest.mark.parametrize("processors", [2, 3])
def test_documents_are_checked_in_parallel_and_keep_their_order(
    processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "editkit.engines.languagetool.engine.max_parallel_requests", lambda: processors
    )
    texts = [f"{n} wronf\n" * (1 if n % 3 else 2_000) for n in range(20)]
    connection = RecordedConnection(
        {text: [match(len(str(n)) + 1, 5)] for n, text in enumerate(texts)}
    )
    engine = LanguageTool(connection, EnglishTags(), Setup(), FindingPolicy(Setup(), TABLE))
    read = 0

    def documents() -> Iterator[Document]:
        nonlocal read
        for text in texts:
            read += 1
            yield Document.plain(text, lang="en-US")

    outcomes = engine.run(documents())
    next(outcomes)
    read_for_one = read
    rest = list(outcomes)
    engine.close()

    assert [len(found) for found in rest if isinstance(found, tuple)] == [
        int(n % 3 != 0) for n in range(1, 20)
    ]
    assert read_for_one < 16
    assert connection.max_active == processors


@pytest.mark.parametrize(("processors", "questions"), [(1, 2), (2, 2), (6, 6), (64, 8)])
def test_the_number_of_requests_follows_the_processors(
    processors: int, questions: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processors)), raising=False)

    assert max_parallel_requests() == questions


def test_a_document_that_cannot_be_checked_does_not_stop_the_next() -> None:
    connection = RecordedConnection({"wronf": [match(0, 5)]})
    engine = LanguageTool(connection, EnglishTags(), Setup(), FindingPolicy(Setup(), TABLE))
    texts = ["wronf", "DIE", "wronf"]

    outcomes = list(engine.run(Document.plain(text, lang="en-US") for text in texts))
    (german,) = engine.run([Document.plain("falsch", lang="de-DE")])
    engine.close()

    assert [type(outcome) for outcome in outcomes] == [tuple, EngineError, tuple]
    assert str(german) == "no “de-DE”"


def test_it_reports_its_progress() -> None:
    engine = LanguageTool(RecordedConnection({}), EnglishTags(), Setup())
    progress: list[tuple[int, int]] = []
    engine.check_progress = lambda done, of: progress.append((done, of))

    list(engine.run(Document.plain("It goes on. " * 2_000, lang="en-US") for _ in range(2)))
    engine.close()

    assert progress[-1] == (progress[-1][1],) * 2
    assert progress[-1][0] >= 8
    assert [done for done, _ in progress] == sorted(done for done, _ in progress)
