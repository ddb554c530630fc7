"""inconsistent-heading-stop: a heading with a full stop where the other headings have none."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Block, BlockKind
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.words.function_words import MINOR_WORDS_OR_PARTICLES

_WORD = lazy_pattern(r"[^\W_][\w'’-]*")
_LONG_WORD = lazy_pattern(r"[^\W\d_][\w'’-]{3,}")
_FINAL_STOP = lazy_pattern(r"(?<=[a-z]{3})(?<!\bBros)(?<!\b[Cc]orp)(?<!\b[Dd]ept)(?<!\betc)\.\Z")
_SENTENCE_BREAK = lazy_pattern(r"[.!?]['\"’”)]*\s")
_MAX_CHARS = 160
_MIN_LONG_WORDS = 4
_MIN_WITHOUT_STOP = 3
_MIN_RATIO = 3
"""Minimum ratio of headings without a full stop to those with one."""


class InconsistentHeadingStop(Check):
    """Flags the full stop of a heading where the other headings have none."""

    rule = Rule(
        id="inconsistent-heading-stop",
        title="Inconsistent periods after headings",
        family=Family.CONSISTENCY,
        summary="Period after a heading when the other headings have none",
        rationale=(
            "Headings have no period, unless the house style requires one for all. If at "
            "least three headings of a text have none, a heading that has one is flagged. A "
            "line is a heading if the file format marks it as one, or if it is in title "
            "case."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        examples=(
            Example(
                "Suhe Builds Better Buses\n\nWe build.\n\nVelox Opens Another Plant\n\nIt opened."
                "\n\nHarbour Fund Supports Young Talents.\n\nIt does.\n\nBetter Roads Bring Trade",
                flagged=(".",),
                fixed="Suhe Builds Better Buses\n\nWe build.\n\nVelox Opens Another Plant\n\n"
                "It opened.\n\nHarbour Fund Supports Young Talents\n\nIt does.\n\n"
                "Better Roads Bring Trade",
            ),
            Example("Harbour Fund Supports Young Talents.\n\nSuhe Builds Better Buses"),
            Example(
                "Velox Buys Harbour Bus Corp.\n\nSuhe Builds Better Buses\n\nVelox Opens Another "
                "Plant\n\nBetter Roads Bring Trade"
            ),
        ),
    )
    requires: ClassVar = frozenset("\n")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each full stop after a heading, if most headings have none."""
        text = context.document.text
        headings = [b.span for b in context.document.blocks if _is_heading(b, b.span.of(text))]
        stops = [span.end - 1 for span in headings if _FINAL_STOP.search(span.of(text))]
        others = len(headings) - len(stops)
        if others < max(_MIN_WITHOUT_STOP, _MIN_RATIO * len(stops)):
            return
        for at in stops:
            span = Span(at, at + 1)
            fix = Fix("Remove the period", (Edit(span, ""),), Safety.REVIEW)
            message = (
                f"Inconsistent punctuation: this heading ends with a period, the other {others} "
                "do not."
            )
            yield self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _is_heading(block: Block, text: str) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    words = _LONG_WORD.findall(text)
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(text) <= _MAX_CHARS
        and len(words) >= _MIN_LONG_WORDS
        and all(
            word[0].isupper() or word in MINOR_WORDS_OR_PARTICLES for word in _WORD.findall(text)
        )
        and not _SENTENCE_BREAK.search(text)
    )
