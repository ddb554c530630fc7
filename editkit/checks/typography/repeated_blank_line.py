"""repeated-blank-line."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity

_GAP = re.compile(r"(?<=\S)[^\S\n]*\n(?P<empty>(?:[^\S\n]*\n)+)(?=[^\S\n]*\S)")
_USUAL = 4
_TEXT = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive."


class RepeatedBlankLine(Check):
    """Finds two empty lines between paragraphs that one parts elsewhere."""

    rule = Rule(
        id="repeated-blank-line",
        family=Family.TYPOGRAPHY,
        summary="Two empty lines or more where the text has one",
        rationale=(
            "An empty line too many stays behind where a picture or a paragraph was taken out. "
            "Where one empty line parts most paragraphs, the places with more are slips; a text "
            "that has them often means something by them."
        ),
        category="design-and-markup/layout",
        severity=Severity.INFO,
        examples=(
            Example(f"{_TEXT}\n\n\nSix.", flagged=("\n\n\n",), fixed=f"{_TEXT}\n\nSix."),
            Example(f"{_TEXT} \n \n\n\nSix.", flagged=(" \n \n\n\n",), fixed=f"{_TEXT} \n\nSix."),
            Example("One.\n\n\nTwo.\n\nThree."),
            Example("One.\nTwo.\nThree.\nFour.\nFive.\n\n\nSix."),
            Example(f"{_TEXT}\n\n\n"),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each run of empty lines, if few have more than one."""
        gaps = list(_GAP.finditer(document.text))
        wide = [gap for gap in gaps if gap["empty"].count("\n") > 1]
        if len(gaps) - len(wide) < _USUAL * len(wide):
            return
        for gap in wide:
            empty = gap["empty"].count("\n")
            surplus = Span(gap.start("empty"), gap.end("empty") - 1)
            fix = Fix("Leave one empty line", (Edit(surplus, ""),))
            message = f"{empty} empty lines, where this text has one between paragraphs."
            yield self.issue(Span(*gap.span()), message, fix)
