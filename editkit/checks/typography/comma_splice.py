"""comma-splice: two sentences joined by a comma only."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.words.clause_patterns import (
    CLAUSE_AFTER_COMMA,
    CLAUSE_WITH_SUBJECT,
    DEPENDENT_CLAUSE,
    FINITE_AUXILIARY,
    REQUEST_BEFORE_PROMISE,
)

_QUESTION_TAG = lazy_pattern(r"[^?]{0,40}\?")
_LABEL = lazy_pattern(r"\s*[A-Z][a-z]+: ")
_LAST_WORD = lazy_pattern(r"[\w’'-]+\Z")
_NEXT_WORD = lazy_pattern(r",\s*[\w’'-]+")
_CORRELATIVE = lazy_pattern(r"(?i)\s*the (?:more|less|fewer|\w+er)\b")
_MIN_WORDS = 3
_LOOKBEHIND_CHARS = 40


class CommaSplice(Check):
    """Flags two sentences joined by a comma only."""

    rule = Rule(
        id="comma-splice",
        family=Family.TYPOGRAPHY,
        summary="Comma between two complete sentences",
        rationale=(
            "Chinese joins sentences with commas. English uses a period, a semicolon or "
            "“and” between two clauses that could each be a sentence. Only certain cases "
            "are flagged: the first clause has a subject and a verb and does not depend on "
            "the second, and the second begins with a pronoun and its verb or is a request."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The bridge is old, it was built in 1905.",
                flagged=("old, it",),
                fixed="The bridge is old; it was built in 1905.",
                in_manual=True,
            ),
            Example(
                "Please come in, we will show it. It is open, the food is good.",
                flagged=("in, we", "open, the"),
                fixed="Please come in; we will show it. It is open; the food is good.",
            ),
            Example(
                "Note: There are two doors, please use one. It has parts, these include it.",
                flagged=("doors, please", "parts, these"),
                fixed="Note: There are two doors; please use one. It has parts; these include it.",
            ),
            Example("To do this, you can wait. To do so with the mill, we might call it."),
            Example("If it is old, it was built in May. The mill that is old, it is said, fell."),
            Example("It is open, the food is good, and guests come. First of it, the mill is."),
            Example("It is old, isn't it? Not only is it old, it is large. The mill, it is said."),
        ),
    )
    requires: ClassVar = frozenset(",")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each comma that joins two sentences."""
        whole = context.document.text
        for segment in context.document.segments:
            text = segment.span.of(whole)
            if _begins_in_identifier(whole, segment.span.start):
                continue
            for at in sorted(
                {*_splice_offsets(text), *(m.end() for m in REQUEST_BEFORE_PROMISE.finditer(text))}
            ):
                comma = Span(segment.span.start + at, segment.span.start + at + 1)
                fix = Fix("Replace the comma with “;”", (Edit(comma, ";"),))
                message = "Comma splice. Use a semicolon or a period."
                around = _words_around(text, at)
                span = Span(segment.span.start + around.start, segment.span.start + around.end)
                yield self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _begins_in_identifier(text: str, start: int) -> bool:
    """Return whether no blank separates a sentence from the one before: `Options.PoolIds is`."""
    return start > 0 and text[start - 1] == "." and text[start : start + 1].isalpha()


def _words_around(text: str, comma: int) -> Span:
    """Return the last word before a comma and the first word after it."""
    first = _LAST_WORD.search(text, max(0, comma - _LOOKBEHIND_CHARS), comma)
    last = _NEXT_WORD.match(text, comma)
    return Span(first.start() if first else comma, last.end() if last else comma + 1)


def _splice_offsets(text: str) -> Iterator[int]:
    """Yield the offset of the first comma of a sentence if both sides are complete clauses."""
    found = CLAUSE_AFTER_COMMA.search(text)
    if not found or _QUESTION_TAG.match(text, found.start()):
        return
    label = _LABEL.match(text, 0, found.start())
    first = text[label.end() if label else 0 : found.start()]
    # “The longer it is, the dearer it was.”
    if _CORRELATIVE.match(first) and _CORRELATIVE.match(text, found.start() + 1):
        return
    is_clause = (
        CLAUSE_WITH_SUBJECT.match(first)
        and FINITE_AUXILIARY.search(first)
        and not DEPENDENT_CLAUSE.search(first)
    )
    if is_clause and len(first.split()) >= _MIN_WORDS:
        yield found.start()
