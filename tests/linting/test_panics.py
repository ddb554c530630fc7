"""Tests of panics in Rust extensions, which are no `Exception`: only one file fails."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from editkit.checks.consistency import inconsistent_spelling
from editkit.checks.grammar import repeated_word
from editkit.cli import run
from editkit.config import Configuration
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState, FileResult
from editkit.engines import selection
from editkit.formats.plain import Plain
from editkit.linting.files.discover_settings import find_files
from editkit.linting.files.source_file import SourceFile, try_read
from editkit.linting.session import Session
from editkit.text.segmenter import segment

NO_ENGINE = Configuration({"engine": "none"}, isolated=True)


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


def panic(*_: object, **__: object) -> None:
    raise PanicException("boom")


def panic_in_segment(
    monkeypatch: pytest.MonkeyPatch, condition: Callable[[Document], bool]
) -> None:
    def segment_or_panic(document: Document) -> Document:
        if condition(document):
            panic()
        return segment(document)

    monkeypatch.setattr("editkit.linting.lint_file.segment", segment_or_panic)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The the plan {name}.", encoding="utf-8")
    return tmp_path


def lint(
    folder: Path, configuration: Configuration = NO_ENGINE, *, together: bool = False
) -> dict[str, FileResult]:
    with Session() as session:
        files = find_files([str(folder)], configuration).files
        results = list(session.run(files, together=together))
    return {Path(result.uri).name: result for result in results}


def rules(result: FileResult) -> list[str]:
    return [placed.issue.rule for placed in result.issues]


def test_a_panic_while_reading_a_file_is_a_notice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panic_in_segment(monkeypatch, lambda document: document.uri.endswith("b.txt"))

    results = lint(folder)

    assert [rules(results["a.txt"]), rules(results["c.txt"])] == [["repeated-word"]] * 2
    assert results["b.txt"].package is None
    assert [notice.message for notice in results["b.txt"].notices] == [
        "This file cannot be read: PanicException: boom."
    ]


def test_ctrl_c_ends_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Document) -> Document:
        raise KeyboardInterrupt

    monkeypatch.setattr("editkit.linting.lint_file.segment", interrupt)

    with pytest.raises(KeyboardInterrupt):
        lint(folder)


@pytest.mark.parametrize("together", [False, True])
def test_a_panic_in_a_check_is_a_notice(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, together: bool
) -> None:
    monkeypatch.setattr(repeated_word.RepeatedWord, "run", panic)
    monkeypatch.setattr(inconsistent_spelling.InconsistentSpelling, "collect", panic)

    results = lint(folder, together=together)

    assert all(result.package is not None for result in results.values())
    for result in results.values():
        messages = [notice.message for notice in result.notices]
        assert "The check repeated-word failed: PanicException: boom." in messages
        assert any(
            message.startswith("The check inconsistent-spelling failed") for message in messages
        )


class PanickingEngine(Engine):
    name: ClassVar[str] = "harper"
    version = "0"

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        for _ in documents:
            raise PanicException("boom")
        yield ()

    def close(self) -> None:
        pass


HARPER = Configuration({"engine": "harper"}, isolated=True)


def test_a_panic_in_an_engine_is_a_notice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = EngineReport("harper", "0", EngineState.RAN)
    opened = selection.OpenedEngines((PanickingEngine(),), (report,), ())
    monkeypatch.setattr(selection, "open_engines", lambda *_, **__: opened)
    results: dict[str, FileResult] = {}
    # In a thread, so that a deadlock fails the test.
    linted = Thread(target=lambda: results.update(lint(folder, HARPER)), daemon=True)

    linted.start()
    linted.join(60)

    assert len(results) == 3
    for result in results.values():
        assert rules(result) == ["repeated-word"]
        assert result.engines[0].state is EngineState.FAILED
        assert "PanicException: boom" in str(result.engines[0].reason)


def test_a_panic_while_opening_an_engine_is_a_notice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "open_engines", panic)

    for result in lint(folder, HARPER).values():
        assert rules(result) == ["repeated-word"]
        assert "No engine could be opened: PanicException: boom." in [
            notice.message for notice in result.notices
        ]


def test_a_file_that_panics_after_it_is_fixed_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    panic_in_segment(monkeypatch, lambda document: document.text == "The plan b.")

    code = run(["fix", "--engine", "none", "--no-cache", "--write", str(folder)])

    assert code == 2
    why = "This file cannot be read once it is corrected, so it is left as it is: "
    assert f"{folder / 'b.txt'}: {why}" in capfd.readouterr().err
    texts = [(folder / f"{name}.txt").read_text() for name in "abc"]
    assert texts == ["The plan a.", "The the plan b.", "The plan c."]


def test_mining_continues_after_a_panic(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    panic_in_segment(monkeypatch, lambda document: document.uri.endswith("b.txt"))

    code = run(["glossary", "mine", str(folder)])

    captured = capfd.readouterr()
    assert code == 2
    assert captured.out.startswith("term,")
    assert "b.txt: This file cannot be read: PanicException: boom." in captured.err


def test_try_read_returns_none_on_a_panic(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Plain, "parse", panic)

    assert try_read(SourceFile(str(folder / "a.txt")), "en-US") is None
