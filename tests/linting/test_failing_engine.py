"""Outputs of engines, if a file fails before all of its outputs are used."""

from collections.abc import Iterable, Iterator

import pytest

from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineOutput
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState, FileResult
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.engines import selection
from editkit.linting import lint_file
from editkit.linting.files.source_file import SourceFile
from editkit.linting.resolve import merge_duplicates
from editkit.linting.session import Session
from tests.two_parts import SEPARATOR

pytestmark = pytest.mark.usefixtures("two_parts")
SETTINGS = Settings(select=("harper/First",), engine="harper")


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


class Unreadable:
    """An output of an engine whose iteration fails."""

    def __iter__(self) -> Iterator[Issue]:
        raise PanicException("boom")


class FirstWord(Engine):
    """An engine that reports the first word of each document, or something unreadable."""

    name = "harper"
    version = "0"

    def run(self, documents: Iterable[Document]) -> Iterator[EngineOutput]:
        for document in documents:
            word = document.text.split()[0]
            if word == "Unreadable":
                yield Unreadable()  # type: ignore[misc]
            span, category = Span(0, len(word)), "linguistic-conventions/grammar"
            issue = Issue("harper/First", span, word, Family.GRAMMAR, category, engine="harper")
            yield (issue,)

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    report = EngineReport("harper", "0", EngineState.RAN)
    opened = selection.OpenedEngines((FirstWord(),), (report,), ())
    monkeypatch.setattr(selection, "open_engines", lambda *_, **__: opened)


def lint(*texts: str) -> list[FileResult]:
    files = [
        (SETTINGS, SourceFile(f"{number}.two", data=text.encode()))
        for number, text in enumerate(texts)
    ]
    with Session() as session:
        return list(session.run(files))


def messages(result: FileResult) -> list[str]:
    return [placed.issue.message for placed in result.issues]


@pytest.mark.parametrize("bad", ["Bad body", "Bad notes"])
def test_the_next_file_has_its_own_outputs(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    def merge_or_panic(text: str, issues: Iterable[Issue]) -> Iterable[Issue]:
        if text.startswith(bad):
            raise PanicException("boom")
        return merge_duplicates(text, issues)

    monkeypatch.setattr(lint_file, "merge_duplicates", merge_or_panic)

    first, second, third = lint(
        f"One a.\n{SEPARATOR}Two a.\n",
        f"Bad body.\n{SEPARATOR}Bad notes.\n",
        f"Five c.\n{SEPARATOR}Six c.\n",
    )

    assert (messages(first), messages(third)) == (["One", "Two"], ["Five", "Six"])
    assert second.package is None
    assert [notice.message for notice in second.notices] == [
        "This file cannot be checked: PanicException: boom."
    ]
    assert [report.state for report in second.engines] == [EngineState.RAN]


def test_an_unreadable_output_is_a_failure_of_the_engine() -> None:
    [result] = lint("Unreadable a.\n")

    assert result.package is not None
    assert [report.state for report in result.engines] == [EngineState.FAILED]
    assert [notice.message for notice in result.notices] == [
        "The engine failed: PanicException: boom."
    ]
