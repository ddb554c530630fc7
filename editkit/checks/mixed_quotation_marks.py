"""mixed-quotation-marks."""

from collections.abc import Iterator

from editkit.checks._mixed import Use, mixture
from editkit.checks._prose import english, paragraphs
from editkit.checks._quotes import Mark, marks
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity


class MixedQuotationMarks(Check):
    """Finds straight and curly double quotation marks in one document."""

    rule = Rule(
        id="mixed-quotation-marks",
        family=Family.CONSISTENCY,
        summary="Straight and curly double quotation marks in one text",
        rationale=(
            "Passages from two translators or two tools show by their quotation marks. Either "
            'style is right, " as well as “ and ”; an article keeps to one. The rarer style is '
            "flagged once, on its first mark, and one correction changes all of them."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        examples=(
            Example(
                'A "new" age, an "old" one and a “golden” one.',
                flagged=("“",),
                fixed='A "new" age, an "old" one and a "golden" one.',
            ),
            Example(
                'A “new” age, ("old") and an “early” one.',
                flagged=('"',),
                fixed="A “new” age, (“old”) and an “early” one.",
            ),
            Example('A "new" age, an "old" one and a 5" screen. It’s good.'),
            Example('A “new” age and a 5" by 7" picture.'),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield one issue where the document has both styles."""
        if not english(document):
            return
        text = document.text
        found = (mark for block in paragraphs(document) for mark in marks(text, block.span))
        issue = mixture(self, tuple(map(_use, found)), "quotation marks")
        if issue:
            yield issue


def _use(mark: Mark) -> Use:
    if mark.char != '"':
        return Use(mark.at, curly=True, other='"')
    known = mark.paired or mark.clear
    return Use(mark.at, curly=False, other=("“" if mark.opens else "”") if known else None)
