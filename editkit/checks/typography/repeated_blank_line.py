"""repeated-blank-line: two or more blank lines where the text usually has one."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity

_GAP = lazy_pattern(r"(?<=\S)[^\S\n]*\n(?P<empty>(?:[^\S\n]*\n)+)(?=[^\S\n]*\S)")
_MIN_SINGLE_PER_WIDE = 4
_PROSE = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive."


class RepeatedBlankLine(Check):
    """Flags two or more blank lines between paragraphs where the text usually has one."""

    rule = Rule(
        id="repeated-blank-line",
        title="Extra blank line",
        family=Family.TYPOGRAPHY,
        summary="Two or more blank lines between paragraphs that are usually separated by one",
        rationale=(
            "A blank line is left over when a picture or a paragraph is removed. If most "
            "paragraphs of a text are separated by one blank line, places with more are "
            "flagged. A text that has them often uses them on purpose."
        ),
        category="design-and-markup/layout",
        severity=Severity.INFO,
        examples=(
            Example(f"{_PROSE}\n\n\nSix.", flagged=("\n\n\n",), fixed=f"{_PROSE}\n\nSix."),
            Example(
                f"{_PROSE} \n \n\n\nSix.", flagged=(" \n \n\n\n",), fixed=f"{_PROSE} \n\nSix."
            ),
            Example("One.\n\n\nTwo.\n\nThree."),
            Example("One.\nTwo.\nThree.\nFour.\nFive.\n\n\nSix."),
            Example(f"{_PROSE}\n\n\n"),
        ),
    )
    requires: ClassVar = frozenset("\n")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each run of blank lines, unless the text has many."""
        gaps = list(_GAP.finditer(context.document.text))
        wide_gaps = [gap for gap in gaps if gap["empty"].count("\n") > 1]
        if len(gaps) - len(wide_gaps) < _MIN_SINGLE_PER_WIDE * len(wide_gaps):
            return
        for gap in wide_gaps:
            empty = gap["empty"].count("\n")
            surplus = Span(gap.start("empty"), gap.end("empty") - 1)
            fix = Fix("Leave one blank line", (Edit(surplus, ""),))
            message = f"Extra blank line: {empty} instead of one."
            yield self.issue(Span(*gap.span()), message, fix)
