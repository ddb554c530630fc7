"""mixed-quotation-marks: straight and curly double quotation marks in one text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from editkit.checks.consistency._mixed_marks import mixture_issue
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.text.quotation_spaces import follows_stop, inner_spaces
from editkit.text.straight_and_curly import (
    apostrophes,
    is_interleaved,
    is_stray,
    is_systematic,
    quotation_marks,
)
from editkit.text.unpaired_quotes import unpaired_marks

_BOTH = 'It’s "new", "old" and "odd", it’s “gold” and “blue”, and it’s neither.'
_STRAIGHT = str.maketrans("“”’", '""\'')


class MixedQuotationMarks(Check):
    """Flags straight and curly double quotation marks in one document."""

    rule = Rule(
        id="mixed-quotation-marks",
        title="Mixed quotation marks",
        family=Family.CONSISTENCY,
        summary="Straight and curly double quotation marks in the same text",
        rationale=(
            "Quotation marks show where passages of two translators or tools were joined. "
            "Both styles are correct, but a text keeps to one. The less "
            "frequent style is flagged once, at its first occurrence, and one fix changes "
            "all of them. Apostrophes that are mixed just as often have the same cause and "
            "are included, and so are several spaces before closing marks and several "
            "unpaired marks. If each passage keeps to one style and nothing else is wrong, "
            "or if fewer than one mark in ten differs, the severity is `info`."
        ),
        category="style/inconsistent-style",
        severity=Severity.MINOR,
        also_info=True,
        langs=("en",),
        examples=(
            Example(
                'The "new" plan, the "old" plan and the “golden” plan were all rejected.',
                flagged=("“",),
                fixed='The "new" plan, the "old" plan and the "golden" plan were all rejected.',
                in_manual=True,
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
    requires: ClassVar = frozenset('"')

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield one issue if the document has both styles."""
        document = context.document
        uses = tuple(quotation_marks(document))
        is_habit = is_systematic(uses)
        apostrophe_uses = tuple(apostrophes(document)) if is_habit else ()
        if not is_systematic(apostrophe_uses):
            apostrophe_uses = ()
        is_separated = is_habit and not is_interleaved(document, uses)
        severity = Severity.INFO if is_separated or is_stray(uses) else None
        names = "quotation marks", "apostrophes"
        issue = mixture_issue(self, uses, names[0], apostrophe_uses, names[1], severity=severity)
        if issue:
            yield _with_other_faults(document, issue) if is_habit else issue


def _with_other_faults(document: Document, issue: Issue) -> Issue:
    """Return the issue extended by the other repeated faults of the same marks.

    These are spaces inside the quotation marks and marks without a partner.
    """
    text = document.text
    spaces = [space for mark, space in inner_spaces(document) if follows_stop(text, mark, space)]
    unpaired = [Span(mark.at, mark.at + 1) for mark in unpaired_marks(document)]
    message, fixes, related = issue.message, issue.fixes, issue.related
    severity = issue.severity
    if len(spaces) > 1:
        edits = tuple(Edit(space, "") for space in spaces)
        delete_spaces = Fix(
            f"Delete the spaces before them, {len(spaces)} places", edits, Safety.SAFE
        )
        combined = tuple(replace(fix, edits=(*fix.edits, *edits)) for fix in fixes)
        message += f" {len(spaces)} have a space before them."
        fixes, severity = (*combined, delete_spaces), Severity.MINOR
        related += tuple(Related(space, "a space before the mark") for space in spaces)
    if len(unpaired) > 1:
        message += f" {len(unpaired)} are unpaired."
        related += tuple(Related(span, "unpaired") for span in unpaired)
        severity = Severity.MINOR
    return replace(issue, message=message, fixes=fixes, related=related, severity=severity)
