"""mixed-apostrophes: straight and curly apostrophes in one text."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._mixed_marks import mixture_issue
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.issue import Issue
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.text.straight_and_curly import (
    apostrophes,
    is_interleaved,
    is_stray,
    is_systematic,
    quotation_marks,
)

_BOTH = (
    'It\'s a "new" age, an "old" one and the “golden” one, I\'ve heard; it\'s the “only” one, '
    "and it’s what they’ve said they’d seen."
)


class MixedApostrophes(Check):
    """Flags straight and curly apostrophes in one document."""

    rule = Rule(
        id="mixed-apostrophes",
        title="Mixed apostrophes",
        family=Family.CONSISTENCY,
        summary="Straight and curly apostrophes in the same text",
        rationale=(
            "Apostrophes show where passages of two translators or tools were joined. Both "
            "styles (' and ’) are correct, but a text keeps to one, because a search for "
            "“it's” finds only half of them otherwise. The less frequent style is flagged "
            "once, at its first occurrence, and one fix changes all of them. If a text "
            "mixes its quotation marks just as often, `mixed-quotation-marks` reports both. "
            "If fewer than one apostrophe in ten differs, the severity is `info`. "
            "Single quotation marks and the sign for feet are not apostrophes."
        ),
        category="style/inconsistent-style",
        severity=Severity.MINOR,
        options=(
            Option(
                "always",
                default=False,
                summary="also report if mixed-quotation-marks does",
            ),
        ),
        also_info=True,
        langs=("en",),
        examples=(
            Example(
                "It's the users' view, and it's Xi'an's too, that we don’t need it.",
                flagged=("’",),
                fixed="It's the users' view, and it's Xi'an's too, that we don't need it.",
                in_manual=True,
            ),
            Example(
                "It's the users' view, Xi'an's too, that we don’t and they can’t.",
                flagged=("’",),
                fixed="It's the users' view, Xi'an's too, that we don't and they can't.",
            ),
            Example(
                "It’s the users’ view in the '90s.",
                flagged=("'",),
                fixed="It’s the users’ view in the ’90s.",
            ),
            Example(_BOTH),
            Example(
                _BOTH,
                flagged=("’",),
                fixed=_BOTH.replace("’", "'"),
                options={"always": True},
            ),
            Example("It’s 5'10\" tall, has 'single' quotes, 12' pipes and /it's/a/path."),
            Example("It's ‘good’ and ‘the users’ view’."),
        ),
    )
    requires: ClassVar = frozenset("'")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield one issue if the document has both styles."""
        document = context.document
        uses = tuple(apostrophes(document))
        is_habit = is_systematic(uses)
        is_reported_elsewhere = is_habit and is_systematic(tuple(quotation_marks(document)))
        if is_reported_elsewhere and not self.option("always", bool):
            return
        is_separated = is_habit and not is_interleaved(document, uses)
        severity = Severity.INFO if is_separated or is_stray(uses) else None
        if issue := mixture_issue(self, uses, "apostrophes", severity=severity):
            yield issue
