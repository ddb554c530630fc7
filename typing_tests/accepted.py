"""Uses of the library that type checkers accept, with the types that they infer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

import editkit
from editkit import (
    Confidence,
    CorrectedText,
    Counts,
    EngineName,
    FileResult,
    Glossary,
    InputError,
    Issue,
    Linter,
    PlacedIssue,
    PluginName,
    Severity,
    SourceFix,
    Text,
)

PATHS: list[str | Path] = [Path("a.txt"), "b.md"]
ENGINE: EngineName = "languagetool"


def functions(text: str, glossary: Glossary) -> None:
    """Call each function with the options that it takes."""
    assert_type(editkit.load_glossary(Path("g.csv")), Glossary)
    assert_type(editkit.lint(text, glossary=glossary, engine=ENGINE, lang="en-GB"), FileResult)
    assert_type(editkit.lint(text, source="船。", format="markdown", uri="row"), FileResult)
    assert_type(editkit.fix(text, unsafe=True, select=["term", "repeated-word"]), str)
    assert_type(editkit.normalize(text, glossary="g.csv", rules={"term": {"x": True}}), str)
    assert_type(editkit.review(text, source="船。", packs=(), words=Path("w.txt")), str)


def paths(names: Iterator[str], folder: Path) -> None:
    """Pass paths as any iterator or collection."""
    assert_type(editkit.lint_paths(PATHS), Iterator[FileResult])
    assert_type(editkit.lint_paths(["a.txt"]), Iterator[FileResult])
    for found in (
        editkit.lint_paths(("a.txt", folder)),
        editkit.lint_paths({folder}),
        editkit.lint_paths({"a.txt": 1}),
        editkit.lint_paths(names),
        editkit.lint_paths(folder.glob("*.txt")),
        editkit.lint_paths(name for name in names),
        editkit.lint_paths(map(str, PATHS)),
    ):
        assert_type(found, Iterator[FileResult])


def linter(texts: list[str], more: Iterator[str | Text]) -> None:
    """Use a linter as a context manager, and its results."""
    with Linter(
        glossary=Path("g.csv"),
        jobs=2,
        engine="none",
        min_severity=Severity.INFO,
        min_confidence="low",
        preview=True,
    ) as made:
        assert_type(made, Linter)
        assert_type(made.lint_many(texts), Iterator[FileResult])
        assert_type(made.lint_many(more), Iterator[FileResult])
        assert_type(made.lint_many([Text("A.", uri="1"), "B."]), Iterator[FileResult])
        assert_type(made.lint_paths(PATHS), Iterator[FileResult])
        assert_type(made.correct("A.", terms_only=True), CorrectedText)
        result = made.lint("A.", format="plain")
    assert_type(result.to_dict(), dict[str, Any])
    assert_type(result.issues, tuple[PlacedIssue, ...])
    for placed in result.issues:
        assert_type(placed.issue, Issue)
        assert_type(placed.location.end_column, int)
        assert_type(placed.fixes, tuple[SourceFix, ...])
        assert_type(placed.issue.confidence is Confidence.HIGH, bool)


def corpus(made: Linter, texts: dict[str, str]) -> None:
    """Compare texts with each other."""
    counts = made.merge(made.collect(text, uri=uri) for uri, text in texts.items())
    assert_type(counts, Counts)
    assert_type(counts.merge(counts), Counts)
    assert_type(made.report("A.", counts, uri="a", source="船。"), FileResult)


def plugins(text: str) -> None:
    """Name an engine and a format that a plug-in adds."""
    Linter(engine=PluginName("acme")).lint(text, format=PluginName("docx"))


def errors(text: str) -> int | None:
    """Catch an error."""
    try:
        editkit.lint(text)
    except InputError as error:
        assert_type(error.uri, str | None)
        return error.line
    return None
