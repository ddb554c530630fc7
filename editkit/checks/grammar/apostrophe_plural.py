"""apostrophe-plural: an apostrophe in the plural of an abbreviation."""

import re
from typing import ClassVar

from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.words.acronym_plurals import BEFORE_COUNTED_ACRONYM, COUNTED_ACRONYM


class ApostrophePlural(PatternCheck):
    """Flags counted abbreviations whose plural has an apostrophe."""

    rule = Rule(
        id="apostrophe-plural",
        title="Apostrophe in a plural",
        family=Family.GRAMMAR,
        summary="Apostrophe in the plural of an abbreviation",
        rationale=(
            "The plural of an abbreviation has no apostrophe: 12 TVs. With an apostrophe it "
            "is a possessive, and nothing that is counted is one."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The hotel bought 12 TV's for its new rooms.",
                flagged=("TV's",),
                fixed="The hotel bought 12 TVs for its new rooms.",
                in_manual=True,
            ),
            Example(
                "It has 12 TV's, three PC’s and 5 million SUV's.",
                flagged=("TV's", "PC’s", "SUV's"),
                fixed="It has 12 TVs, three PCs and 5 million SUVs.",
            ),
            Example("In 2021 NATO's costs rose; the 3 TV's screens; 12 TVs, one PC’s screen."),
        ),
    )
    requires: ClassVar = frozenset("'’")
    pattern: ClassVar = COUNTED_ACRONYM

    preceded_by: ClassVar = BEFORE_COUNTED_ACRONYM
    message_template: ClassVar = "Apostrophe in a plural. Use “{correction}”."

    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:  # noqa: ARG002
        """Return the plural without the apostrophe."""
        return f"{match['word']}s"
