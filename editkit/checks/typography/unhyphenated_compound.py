"""unhyphenated-compound: an open compound that needs hyphens before its noun."""

from collections.abc import Iterator

from editkit.checks.typography._foreign_text import is_in_romance_language
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.compounds.open_compounds import OpenCompound, open_compounds

_SAFE_KINDS = frozenset({"prefix", "after a noun", "year old"})
"""Kinds that were right in 33 of 34 places that writers had corrected in web text."""


class UnhyphenatedCompound(Check):
    """Flags compound modifiers that are not hyphenated before their noun."""

    rule = Rule(
        id="unhyphenated-compound",
        title="Missing hyphen",
        family=Family.TYPOGRAPHY,
        summary="Compound modifier without its hyphens",
        rationale=(
            "Words that modify a noun as one are hyphenated before it, so that readers do "
            "not take “a small business owner” for a short one: “a long-term plan”, “a "
            "two-day visit”, “a state-owned firm”. After the noun they usually are not (“it "
            "pays in the long term”), and an adverb in -ly never is. Prefixes such as non- "
            "are not words and are hyphenated everywhere or written solid."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The council adopted a long term plan for the harbor.",
                flagged=("long term",),
                fixed="The council adopted a long-term plan for the harbor.",
                in_manual=True,
            ),
            Example(
                "The ten year lease and the long term plan suit a family owned shop.",
                flagged=("ten year", "long term", "family owned"),
                fixed="The ten-year lease and the long-term plan suit a family-owned shop.",
            ),
            Example(
                "A state of the art mill, 40 year old looms, a cold hearted non smoker.",
                flagged=("state of the art", "40 year old", "cold hearted", "non smoker"),
                fixed="A state-of-the-art mill, 40-year-old looms, a cold-hearted non-smoker.",
            ),
            Example(
                "It pays in the long term. It took ten years, a year long gone. Page 2 part b."
            ),
            Example("The mill is family owned. A newly built mill was the state of the art then."),
            Example(
                "The mills address specific needs, and have rules that market related goods. A "
                "copy of it is all in one place."
            ),
            Example("The last century shaped public health. That winter inspired poems."),
            Example(
                "The four story kinds of daylight saving time have high growth rates in low and "
                "middle income towns. It is a single entry point. We look at a high level first."
            ),
            Example("A one mile walk.", ("one mile",), fixed="A one-mile walk."),
            Example("This one week counts, a one week later does not, and neither does one mile."),
            Example("An all in one tool.", ("all in one",), fixed="An all-in-one tool."),
            Example(
                "The Long Term Plan, a sense of self worth keeping, and a non sequitur in all."
            ),
        ),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each compound that needs hyphens."""
        for found in open_compounds(context.document.text):
            yield self._open(context, found)

    def _open(self, context: LintContext, found: OpenCompound) -> Issue:
        document = context.document
        text = found.span.of(document.text)
        joined = text.replace(" ", "-")
        where = f" before “{found.noun}”" if found.noun else ""
        edits = tuple(Edit(gap, "-") for gap in found.spaces)
        is_sure = found.kind in _SAFE_KINDS and found.is_whole
        if is_sure and found.kind == "prefix":
            is_sure = not context.get(is_in_romance_language)
        safety = Safety.SAFE if is_sure else Safety.REVIEW
        return self.issue(
            found.span,
            f"Missing hyphen{where}. Use “{joined}”.",
            Fix(f"Use “{joined}”", edits, safety),
            confidence=Confidence.HIGH if is_sure else Confidence.MEDIUM,
        )
