"""stray-apostrophe."""

import re
from collections.abc import Iterator

from editkit.checks.phrase_check import FrameCheck
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.phrase_patterns import Slip

_DECADE = re.compile(
    r"(?i:\b(?:the|early|mid|late|since)[ -])(?P<year>(?:1\d|20)\d0)['’]s\b"
    r"|(?<![\w.,$£€¥:/-])(?P<short>['’]?[2-9]0)['’]s\b"
)

_PLURAL = re.compile(
    r"\b(?!US|UN|UK|EU)(?P<acronym>[A-Z]{2,5}\d?)['’]s"
    r"(?=\)|[ \n](?:of|in|to|that|with|for|are|were|have|on|at|from|by|who|will|can|which|"
    r"or[ \n](?!\w+['’]s)|and[ \n](?!(?:the[ \n])?\w+['’]s))\b)"
    r"|\b(?i:these|those|many|several|all|two|three|few)[ \n](?P<many>[A-Z]{2,5})['’]s\b"
)
"""The plural of an acronym: before such words no possessive stands."""


class StrayApostrophe(FrameCheck):
    """Finds possessive pronouns, decades and plurals of acronyms with an apostrophe."""

    rule = Rule(
        id="stray-apostrophe",
        family=Family.TYPOGRAPHY,
        summary="Apostrophe in a possessive pronoun, a decade or a plural",
        rationale=(
            "“It's” is short for “it is”; what belongs to it is “its own”. Decades are plurals "
            "and have none before the s (“the 1990s”, “the ’90s”), nor have acronyms (“two DVDs”)."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "Each has it's own door, from the late 1990's.",
                flagged=("it's own", "1990's"),
                fixed="Each has its own door, from the late 1990s.",
            ),
            Example("It was the '60's.", flagged=("'60's",), fixed="It was the '60s."),
            Example(
                "Those DVD's are on CD's in boxes.",
                flagged=("DVD's", "CD's"),
                fixed="Those DVDs are on CDs in boxes.",
            ),
            Example("The CIA's and the FBI's men saw IBM's best, and NASA's, too."),
            Example("In her 90's.", flagged=("90's",), fixed="In her 90s."),
            Example("It's their own door, its name is old, and 1990's best is from the 1980s."),
        ),
    )
    told = "“{found}” has no apostrophe here: “{right}”."
    safety = Safety.SAFE

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each apostrophe that goes."""
        yield from super().run(document)
        for found in _DECADE.finditer(document.text):
            which = "year" if found["year"] else "short"
            span = Span(found.start(which), found.end())
            yield self.slip(document, Slip(span, f"{found[which]}s"))
        yield from gathered([self._plural(document, m) for m in _PLURAL.finditer(document.text)])

    def _plural(self, document: Document, found: re.Match[str]) -> Issue:
        which = "acronym" if found["acronym"] else "many"
        span = Span(found.start(which), found.end(which) + len("'s"))
        return self.slip(document, Slip(span, f"{found[which]}s"))
