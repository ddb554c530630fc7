"""mixed-quotation-marks."""

from collections.abc import Iterator

from editkit.checks._mixed import apostrophes, mixture, quotation_marks, thorough
from editkit.checks._prose import english
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity

_BOTH = 'It’s "new", "old" and "odd", it’s “gold” and “blue”, and it’s neither.'
_STRAIGHT = str.maketrans("“”’", '""\'')


class MixedQuotationMarks(Check):
    """Finds straight and curly double quotation marks in one document."""

    rule = Rule(
        id="mixed-quotation-marks",
        family=Family.CONSISTENCY,
        summary="Straight and curly double quotation marks in one text",
        rationale=(
            "Passages from two translators or two tools show by their quotation marks. Either "
            'style is right, " as well as “ and ”; an article keeps to one. The rarer style is '
            "flagged once, on its first mark, and one correction changes all of them. "
            "Apostrophes that are mixed as thoroughly have the same cause and go with them."
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
            Example(
                f"{_BOTH} It's what they've said he'd seen.",
                flagged=("“",),
                fixed=f"{_BOTH} It's what they've said he'd seen.".translate(_STRAIGHT),
            ),
            Example('A "new" age, an "old" one and a 5" screen. It’s good.'),
            Example('A “new” age and a 5" by 7" picture.'),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield one issue where the document has both styles."""
        if not english(document):
            return
        uses = tuple(quotation_marks(document))
        others = tuple(apostrophes(document)) if thorough(uses) else ()
        if not thorough(others):
            others = ()
        issue = mixture(self, uses, "quotation marks", others, "apostrophes")
        if issue:
            yield issue
