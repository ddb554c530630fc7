"""Failures of engines and checks in a session: notices, and the other issues."""

from collections.abc import Callable, Iterator

import pytest

from editkit.checks.grammar import repeated_word
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import EngineError
from editkit.core.issue import Issue
from editkit.core.result import EngineState
from editkit.engines import selection
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from tests.linting.fake_engine import FakeEngine, flag_whole_document, rules
from tests.linting.session_texts import texts


def test_an_engine_error_for_one_document_is_a_notice(
    open_session: Callable[..., Session],
) -> None:
    def respond(document: Document) -> tuple[Issue, ...] | EngineError:
        return (
            EngineError("It is ill.") if document.uri == "001" else flag_whole_document(document)
        )

    first, second, third = open_session(FakeEngine(respond)).run(texts(3))

    assert "harper/All" in rules(first)
    assert "harper/All" in rules(third)
    assert rules(second) == ["repeated-word"]
    assert [(n.message, n.uri, n.engine) for n in second.notices] == [
        ("It is ill.", "001", "harper")
    ]
    assert (second.engines[0].state, second.engines[0].reason) == (
        EngineState.FAILED,
        "It is ill.",
    )
    assert third.engines[0].state is EngineState.RAN


def test_other_issues_are_reported_after_an_engine_fails(
    open_session: Callable[..., Session],
) -> None:
    def respond(document: Document) -> tuple[Issue, ...]:
        if document.uri == "005":
            raise RuntimeError("boom")
        return flag_whole_document(document)

    results = list(open_session(FakeEngine(respond, 0)).run(texts(200)))

    assert [("harper/All" in rules(r)) for r in results] == [n < 5 for n in range(200)]
    assert all("repeated-word" in rules(result) for result in results)
    assert "RuntimeError: boom" in results[-1].notices[0].message


def test_a_failed_check_is_named_in_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Iterator[Issue]:
        raise ZeroDivisionError("by nothing")
        yield

    monkeypatch.setattr(repeated_word.RepeatedWord, "run", fail)
    found = SourceFile("a", data=b"The the  plant.", format="plain")

    [result] = Session().run([(Settings(engine="none"), found)])

    assert rules(result) == ["repeated-space"]
    [notice] = result.notices
    assert notice.message == "The check repeated-word failed: ZeroDivisionError: by nothing."
    assert notice.uri == "a"


def test_issues_of_checks_are_reported_if_engines_cannot_be_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no such luck")

    monkeypatch.setattr(selection, "open_engines", fail)

    [result] = Session().run(texts(1))

    assert rules(result) == ["repeated-word"]
    assert [n.message for n in result.notices] == [
        "No engine could be opened: OSError: no such luck."
    ]
