"""mixed-abbreviation-style: abbreviations with points in one place and without in another."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.alias_groups import conflicting_names
from editkit.consistency.style_tally import StyleTally, StyleUse
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Option, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.proper_names import initialisms as en

_WITH, _WITHOUT = "with periods", "without periods"
_LATIN = lazy_pattern(r"(?<![\w.])(?:e\. ?g\.|eg(?=[\s,])|i\. ?e\.|ie(?=,))")
_OTHER_TOPICS = (
    ("degrees", lazy_pattern(r"\bPh\. ?D\.|\bPhD\b")),
    ("uses of “e.g.” and “i.e.”", _LATIN),
    ("forms of address", lazy_pattern(r"(?<!\w)(?:Mr|Mrs|Ms|Dr)\b\.?(?=\s[A-Z])")),
)
_CAPITALS_OR_DOTS = lazy_pattern(r"[A-Z][A-Z.]|\b[ei]\.")
_POINTED_FORMS = {"PhD": "Ph.D.", "eg": "e.g.", "ie": "i.e."}


class MixedAbbreviationStyle(StyleCheck):
    """Flags an abbreviation with points in one place and without in another."""

    rule = Rule(
        id="mixed-abbreviation-style",
        title="Mixed abbreviation styles",
        family=Family.CONSISTENCY,
        summary="Abbreviations with periods and without them in the same text",
        rationale=(
            "U.S. and US, Ph.D. and PhD, Mr. and Mr are all correct, but a text keeps to "
            "one style. Longer names (U.S. Navy) and lines in capitals are ignored. If a "
            "text also mixes US with United States, `inconsistent-alias` reports it instead."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        options=(Option("prefer", "", "house style: points, none; empty: as in the text"),),
        langs=("en",),
        examples=(
            Example(
                "Mr Ho opened the meeting. Ms. Li and Mr Xu spoke about rents.",
                flagged=("Ms.",),
                fixed="Mr Ho opened the meeting. Ms Li and Mr Xu spoke about rents.",
                in_manual=True,
            ),
            Example(
                "The US and the U.S. fleet. Mr Ho, Ms. Li and Mr Xu left the US.",
                flagged=("U.S.", "Ms."),
                fixed="The US and the US fleet. Mr Ho, Ms Li and Mr Xu left the US.",
            ),
            Example(
                "He left the U.S. She, a Ph.D., left the U.S. too, and the US.",
                flagged=("US.",),
                fixed="He left the U.S. She, a Ph.D., left the U.S. too, and the U.S.",
            ),
            Example("The US fleet left the United States for US$5.\nALL OF THE U.S. FLEET"),
            Example("The U.S. fleet.", ("U.S.",), "The US fleet.", options={"prefer": "none"}),
        ),
    )
    max_separate_issues = 1
    policies: ClassVar = {"": {}, "points": {}, "none": {}}
    requires: ClassVar = frozenset("phd mr mrs ms dr eg ie".split())

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has an abbreviation."""
        return super().can_report(context) or bool(_CAPITALS_OR_DOTS.search(context.document.text))

    def collect(self, context: LintContext) -> StyleTally:
        """Return the abbreviations, except those that `inconsistent-alias` reports."""
        tally = super().collect(context)
        if self.option("prefer", str):
            return tally
        reported = {_topic(name) for name in context.get(conflicting_names)}
        return StyleTally([use for use in tally.uses if use.topic not in reported])

    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield the abbreviations, with and without points."""
        uri, text = document.uri, document.text
        for span, is_dotted in en.initialisms(document):
            found, style = span.of(text), _WITH if is_dotted else _WITHOUT
            yield StyleUse(uri, span, found, _topic(en.without_periods(found)), style)
        for topic, pattern in _OTHER_TOPICS:
            for match in pattern.finditer(text):
                style = _WITH if "." in match[0] else _WITHOUT
                is_final = match[0][-2:] == "D." and en.period_ends_sentence(document, match.end())
                span = Span(match.start(), match.end() - is_final)
                yield StyleUse(uri, span, span.of(text), topic, style)

    def rewrite(self, use: StyleUse, style: str) -> str | None:
        """Return the abbreviation with or without points."""
        bare = re.sub(r"[. ]", "", use.text)
        if style == _WITHOUT:
            return bare
        return en.with_periods(bare) if bare.isupper() else _POINTED_FORMS.get(bare, f"{bare}.")

    def policy(self, tally: StyleTally) -> Mapping[str, str]:
        """Return the configured style for everything that has points in some place."""
        style = {"points": _WITH, "none": _WITHOUT}.get(self.option("prefer", str))
        topics = {use.topic for use in tally.uses if use.style == _WITH}
        return dict.fromkeys(topics, style) if style else {}


def _topic(name: str) -> str:
    return f"uses of “{name}”"
