from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from editkit.checks.grammar.repeated_word import RepeatedWord
from editkit.config import Settings
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.fix import Edit, Fix
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.result import FileResult
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.linting.files.source_file import SourceFile
from editkit.linting.lint_file import lint_file, parse
from editkit.linting.toolset import build_toolset

TEXT = "The the plant opened. They would stationed there. It grew."


class Rewriter(Engine):
    """An engine that proposes the given replacements of “would stationed”."""

    name = "rewriter"
    needs_verification = True

    def __init__(self, *replacements: str) -> None:
        self.replacements = replacements

    @property
    def version(self) -> str:
        return "1"

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...]]:
        for document in documents:
            start = document.text.index("would")
            span = Span(start, start + len("would stationed"))
            fixes = tuple(Fix(text, (Edit(span, text),)) for text in self.replacements)
            yield (
                Issue(
                    "rewriter/grammar",
                    span,
                    "A verb form is wrong.",
                    Family.GRAMMAR,
                    "linguistic-conventions/grammar",
                    fixes=fixes,
                    engine="rewriter",
                ),
            )

    def close(self) -> None:
        pass


class Unverified(Rewriter):
    needs_verification = False


def lint(engine: Rewriter, glossary: Glossary | None = None) -> FileResult:
    parsed = parse(SourceFile("a.txt", data=TEXT.encode()), "en-US")
    toolset = build_toolset(Settings(engine="none"), glossary or Glossary())
    outputs = engine.run(parsed.documents)
    return lint_file(parsed, replace(toolset, engines=(engine,)), [lambda: next(outputs)])


def proposals(engine: Rewriter, glossary: Glossary | None = None) -> list[list[str]]:
    issues = lint(engine, glossary).issues
    return [
        [fix.title for fix in each.fixes] for each in issues if each.issue.engine == "rewriter"
    ]


def test_fix_that_introduces_an_issue_is_dropped() -> None:
    assert proposals(Rewriter("were more better stationed", "were stationed")) == [
        ["were stationed"]
    ]
    assert proposals(Unverified("were more better stationed")) == [["were more better stationed"]]


def test_issue_without_a_remaining_fix_is_dropped() -> None:
    assert proposals(Rewriter("were were stationed")) == []


def test_issue_without_fixes_is_kept() -> None:
    assert proposals(Rewriter()) == [[]]


def test_fix_must_follow_the_glossary() -> None:
    terms = (Term("station"), Term("base", status=TermStatus.DEPRECATED))
    glossary = Glossary((Concept("1", terms),))

    assert proposals(Rewriter("would base", "would station"), glossary) == [["would station"]]


def test_fix_is_dropped_if_a_check_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: RepeatedWord, context: LintContext) -> Iterator[Issue]:
        raise ZeroDivisionError(context.document.uri)

    monkeypatch.setattr(RepeatedWord, "run", fail)

    assert proposals(Rewriter("were stationed")) == []
