"""inconsistent-thousands-separator: 1500 people in a text that writes 5,000 with a comma."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity, Status
from editkit.languages.en.quantities import WholeNumber, whole_numbers
from editkit.languages.en.words.figure_context import COUNTED_AFTER, IDENTIFIER_LABEL

_LOOKBEHIND_CHARS = 24
_YEARS = range(1600, 2101)
"""Years that may come before a plural, as in “2021 models”."""


class InconsistentThousandsSeparator(Check):
    """Flags counts of four digits without a comma in a text that writes others with one."""

    rule = Rule(
        id="inconsistent-thousands-separator",
        title="Inconsistent thousands separator",
        family=Family.CONSISTENCY,
        summary="Four-digit number without a comma when others have one",
        rationale=(
            "Four-digit numbers are written with or without a comma, and a text keeps to "
            "one way: 5,000 books and 1,500 boxes. Only numbers before the things they "
            "count are flagged, and only if most of them have a comma. Years, codes and "
            "dimensions are ignored."
        ),
        category="locale-conventions/number-format",
        severity=Severity.MINOR,
        status=Status.PREVIEW,
        langs=("en",),
        examples=(
            Example(
                "The library owns 5,000 maps. Last year it sent 1500 books to schools.",
                flagged=("1500",),
                fixed="The library owns 5,000 maps. Last year it sent 1,500 books to schools.",
                in_manual=True,
            ),
            Example(
                "It gave 5,000 books. In May it sent 1500 boxes.",
                flagged=("1500",),
                fixed="It gave 5,000 books. In May it sent 1,500 boxes.",
            ),
            Example("It gave 5,000 books in 2019 and 1990. See code 1500 boxes, a 1200 mm net."),
            Example("It gave 50,000 books and 1500 boxes."),
            Example("It gave 5,000 books, 1500 boxes and 1200 pens."),
        ),
    )
    requires: ClassVar = frozenset({DIGIT})

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for the counts without a comma, if another figure has one."""
        numbers = whole_numbers(context.document, _YEARS)
        figures = [each for each in numbers if each.has_four_digits]
        plain = [each for each in figures if not each.is_grouped]
        # Where most have none, the text may write figures of four digits without a comma.
        if 2 * len(plain) <= len(figures):
            yield from self._issues(context, plain)

    def _issues(self, context: LintContext, figures: list[WholeNumber]) -> Iterator[Issue]:
        text = context.document.text
        for figure in figures:
            start = figure.span.start
            label = IDENTIFIER_LABEL.search(text, max(0, start - _LOOKBEHIND_CHARS), start)
            if label or not COUNTED_AFTER.match(text, figure.span.end):
                continue
            found = figure.span.of(text)
            correction = f"{int(found):,}"
            message = (
                f"Missing comma in “{found}”. Use “{correction}”: other numbers in this text "
                "have one."
            )
            fix = Fix(f"Replace with “{correction}”", (Edit(figure.span, correction),))
            yield self.issue(figure.span, message, fix, confidence=Confidence.MEDIUM)
