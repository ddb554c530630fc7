"""mixed-quotation-marks."""

from collections.abc import Iterator
from dataclasses import replace

from editkit.checks.typography._mark_styles import (
    apostrophes,
    interleaved,
    quotation_marks,
    thorough,
)
from editkit.checks.typography._mixed_marks import mixture
from editkit.checks.typography._set_off import gaps, set_off
from editkit.checks.typography._strays import strays
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
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
            "Apostrophes that are mixed as thoroughly have the same cause and go with them, and "
            "so do spaces before closing marks and marks without a partner, if several. Where "
            "each passage keeps to a style of its own and no more is wrong, it is of no weight."
        ),
        category="style/inconsistent-style",
        severity=Severity.MINOR,
        also_info=True,
        langs=("en",),
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
            Example(
                'A "new", "old" way. “I came. ” He said, “I left. ” A “golden” age.',
                flagged=('"',),
                fixed="A “new”, “old” way. “I came.” He said, “I left.” A “golden” age.",
            ),
            Example('A "new" age, an "old" one and a 5" screen. It’s good.'),
            Example('A “new” age and a 5" by 7" picture.'),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield one issue where the document has both styles."""
        uses = tuple(quotation_marks(document))
        others = tuple(apostrophes(document)) if thorough(uses) else ()
        if not thorough(others):
            others = ()
        issue = mixture(self, uses, "quotation marks", others, "apostrophes")
        if issue:
            apart = thorough(uses) and not interleaved(document, uses)
            weighed = replace(issue, severity=Severity.INFO) if apart else issue
            yield _irregular(document, weighed) if thorough(uses) else issue


def _irregular(document: Document, issue: Issue) -> Issue:
    """Return the issue of marks mixed throughout, with what else is wrong with them, if often."""
    text = document.text
    spaces = [space for mark, space in gaps(document) if set_off(text, mark, space)]
    alone = [Span(mark.at, mark.at + 1) for mark in strays(document)]
    message, fixes, related = issue.message, issue.fixes, issue.related
    severity = issue.severity
    if len(spaces) > 1:
        edits = tuple(Edit(space, "") for space in spaces)
        close = Fix(f"Delete the space before them, in {len(spaces)} places", edits, Safety.SAFE)
        both = tuple(replace(fix, edits=(*fix.edits, *edits)) for fix in fixes)
        message += f" A space parts {len(spaces)} from the stop before them."
        fixes, severity = (*both, close), Severity.MINOR
        related += tuple(Related(space, "a space before the mark") for space in spaces)
    if len(alone) > 1:
        message += f" {len(alone)} have no partner."
        related += tuple(Related(span, "no partner") for span in alone)
        severity = Severity.MINOR
    return replace(issue, message=message, fixes=fixes, related=related, severity=severity)
