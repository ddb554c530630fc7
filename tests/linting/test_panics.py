"""A panic in a Rust extension, which is no `Exception`, ends the work on one file only."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from editkit.checks.consistency import inconsistent_variant
from editkit.checks.grammar import repeated_word
from editkit.cli import run
from editkit.config import Configuration
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, FileResult, State
from editkit.engines import registry
from editkit.formats.plain import Plain
from editkit.linting.discover_settings import find
from editkit.linting.discovery import Found, package_of
from editkit.linting.session import Session
from editkit.text.segmenter import segment

ALONE = Configuration({"engine": "none"}, isolated=True)


class PanicException(BaseException):
    """Stands in for pyo3's, which cannot be imported."""


def panicky(*_: object, **__: object) -> None:
    raise PanicException("boom")


def segmenting_panics_where(
    monkeypatch: pytest.MonkeyPatch, condition: Callable[[Document], bool]
) -> None:
    def picky(document: Document) -> Document:
        if condition(document):
            panicky()
        return segment(document)

    monkeypatch.setattr("editkit.linting.lint_file.segment", picky)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The the plan {name}.", encoding="utf-8")
    return tmp_path


def lint(
    folder: Path, configuration: Configuration = ALONE, *, together: bool = False
) -> dict[str, FileResult]:
    with Session() as session:
        files = find([str(folder)], configuration)
        results = list(session.run(files, together=together))
    return {Path(result.uri).name: result for result in results}


def rules(result: FileResult) -> list[str]:
    return [placed.issue.rule for placed in result.issues]


def test_a_file_whose_reading_panics_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    segmenting_panics_where(monkeypatch, lambda document: document.uri.endswith("b.txt"))

    found = lint(folder)

    assert [rules(found["a.txt"]), rules(found["c.txt"])] == [["repeated-word"]] * 2
    assert found["b.txt"].package is None
    assert [notice.message for notice in found["b.txt"].notices] == [
        "This file cannot be read: PanicException: boom."
    ]


def test_ctrl_c_ends_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Document) -> Document:
        raise KeyboardInterrupt

    monkeypatch.setattr("editkit.linting.lint_file.segment", interrupted)

    with pytest.raises(KeyboardInterrupt):
        lint(folder)


@pytest.mark.parametrize("together", [False, True])
def test_a_check_that_panics_is_a_notice(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, together: bool
) -> None:
    monkeypatch.setattr(repeated_word.RepeatedWord, "run", panicky)
    monkeypatch.setattr(inconsistent_variant.InconsistentVariant, "collect", panicky)

    found = lint(folder, together=together)

    assert all(result.package is not None for result in found.values())
    for result in found.values():
        said = [notice.message for notice in result.notices]
        assert "The check repeated-word failed: PanicException: boom." in said
        assert any(message.startswith("The check inconsistent-variant failed") for message in said)


class Panicky(Engine):
    name: ClassVar[str] = "harper"
    version = "0"

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        for _ in documents:
            raise PanicException("boom")
        yield ()

    def close(self) -> None:
        pass


HARPER = Configuration({"engine": "harper"}, isolated=True)


def test_an_engine_that_panics_is_a_notice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = EngineReport("harper", "0", State.RAN)
    opened = registry.Opened((Panicky(),), (report,), ())
    monkeypatch.setattr(registry, "open_engines", lambda *_, **__: opened)
    found: dict[str, FileResult] = {}
    # In a thread, so that a run that waits forever is seen.
    linted = Thread(target=lambda: found.update(lint(folder, HARPER)), daemon=True)

    linted.start()
    linted.join(60)

    assert len(found) == 3
    for result in found.values():
        assert rules(result) == ["repeated-word"]
        assert result.engines[0].state is State.FAILED
        assert "PanicException: boom" in str(result.engines[0].reason)


def test_an_engine_whose_opening_panics_is_a_notice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "open_engines", panicky)

    for result in lint(folder, HARPER).values():
        assert rules(result) == ["repeated-word"]
        assert "No engine could be opened: PanicException: boom." in [
            notice.message for notice in result.notices
        ]


def test_a_text_that_cannot_be_read_once_it_is_corrected_is_left_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    segmenting_panics_where(monkeypatch, lambda document: document.text == "The plan b.")

    code = run(["fix", "--engine", "none", "--no-cache", "--write", str(folder)])

    assert code == 2
    why = "This file cannot be read once it is corrected, so it is left as it is: "
    assert f"{folder / 'b.txt'}: {why}" in capfd.readouterr().err
    texts = [(folder / f"{name}.txt").read_text() for name in "abc"]
    assert texts == ["The plan a.", "The the plan b.", "The plan c."]


def test_mining_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    segmenting_panics_where(monkeypatch, lambda document: document.uri.endswith("b.txt"))

    code = run(["glossary", "mine", str(folder)])

    said = capfd.readouterr()
    assert code == 2
    assert said.out.startswith("term,")
    assert "b.txt: This file cannot be read: PanicException: boom." in said.err


def test_a_remembered_file_whose_parsing_panics_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Plain, "parse", panicky)

    assert package_of(Found(str(folder / "a.txt")), "en-US") is None
