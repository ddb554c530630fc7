"""capital-after-comma: a new sentence after a comma, with its capital letter."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.words.clause_patterns import (
    CAPITALIZED_CLAUSE,
    DEPENDENT_START,
    SALUTATION,
)

_QUOTATION_MARKS = frozenset('"“”«»')


class CapitalAfterComma(Check):
    """Flags a capitalized pronoun with its verb after a comma."""

    rule = Rule(
        id="capital-after-comma",
        family=Family.TYPOGRAPHY,
        summary="Comma before a sentence that begins with a capital",
        rationale=(
            "A capital begins a sentence, but a comma does not end one. Chinese separates "
            "sentences with commas, so one of the two is wrong: “It is old. It was built in "
            "May.” Only pronouns with their verb are flagged. Sentences with quotation "
            "marks and text after the salutation of a letter are ignored."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The bakery mills its own flour, It is open on Sundays.",
                flagged=(", It",),
                fixed="The bakery mills its own flour. It is open on Sundays.",
                in_manual=True,
            ),
            Example(
                "The mill sells its own flour, It is open on Sundays.",
                flagged=(", It",),
                fixed="The mill sells its own flour. It is open on Sundays.",
            ),
            Example(
                "When guests leave the mill, They need a key.",
                flagged=(", They",),
                fixed="When guests leave the mill, they need a key.",
            ),
            Example(
                "In May, they sent nets and boxes, There, they sold all.",
                flagged=(", There",),
                fixed="In May, they sent nets and boxes. There, they sold all.",
            ),
            Example("He said, “We are old, It is late.” Read Emma, It, and You. In May, it was."),
            Example("Poems: Home, We Are Seven; songs: Ever, It Is Late; a film, It was, is old."),
        ),
    )
    requires: ClassVar = frozenset(",")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each capital after a comma."""
        for segment in context.document.segments:
            text = segment.span.of(context.document.text)
            if not _QUOTATION_MARKS.isdisjoint(text) or SALUTATION.match(text):
                continue
            for found in CAPITALIZED_CLAUSE.finditer(text):
                yield self._issue(found, segment.span.start, text)

    def _issue(self, found: re.Match[str], offset: int, sentence: str) -> Issue:
        word = found["word"]
        is_first = "," not in sentence[: found.start()]
        is_one_sentence = is_first and DEPENDENT_START.match(sentence) is not None
        correction = f", {word.lower()}" if is_one_sentence else f". {word}"
        span = Span(offset + found.start(), offset + found.end())
        fix = Fix(f"Replace with “{correction}”", (Edit(span, correction),))
        message = f"Capital after a comma. Use “{correction}”."
        return self.issue(span, message, fix, confidence=Confidence.MEDIUM)
