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
        family=Family.CONSISTENCY,
        summary="Straight and curly apostrophes in one text",
        rationale=(
            "Passages from two translators or two tools show by their apostrophes. Either style "
            "is right, ' as well as ’; an article keeps to one, or a search for “it's” misses "
            "half of them. The rarer style is flagged once, on its first mark, and one "
            "correction changes all of them. Where a text mixes its quotation marks as "
            "thoroughly, that issue speaks for both. Single quotation marks and the sign for "
            "feet are no apostrophes."
        ),
        category="style/inconsistent-style",
        severity=Severity.MINOR,
        options=(
            Option(
                "always",
                default=False,
                summary="speak beside mixed-quotation-marks, too",
            ),
        ),
        also_info=True,
        langs=("en",),
        examples=(
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
        severity = Severity.INFO if is_separated else None
        if issue := mixture_issue(self, uses, "apostrophes", severity=severity):
            yield issue
