"""stray-apostrophe: an apostrophe in a possessive pronoun, a decade or a plural."""

import re
from collections.abc import Iterator

from editkit.checks.phrase_check import PhraseCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.phrase_patterns import PhraseMatch
from editkit.languages.en.words.acronym_plurals import ACRONYM_PLURAL

_DECADE = lazy_pattern(
    r"(?i:\b(?:the|early|mid|late|since)[ -])(?P<year>(?:1\d|20)\d0)['’]s\b"
    r"|(?<![\w.,$£€¥:/+#-])(?P<short>['’]?[2-9]0)['’]s\b"
)


class StrayApostrophe(PhraseCheck):
    """Flags possessive pronouns, decades and plurals of acronyms with an apostrophe."""

    rule = Rule(
        id="stray-apostrophe",
        title="Superfluous apostrophe",
        family=Family.TYPOGRAPHY,
        summary="Apostrophe in a possessive pronoun, a decade or a plural",
        rationale=(
            "“It's” is short for “it is”; the possessive is “its”. Decades are plurals and "
            "have no apostrophe before the “s” (“the 1990s”, “the ’90s”), nor have acronyms "
            "(“two DVDs”)."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The bank opened it's own museum.",
                flagged=("it's own",),
                fixed="The bank opened its own museum.",
                in_manual=True,
            ),
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
            Example("C++20's functions. It has many OS's of its own."),
            Example("In her 90's.", flagged=("90's",), fixed="In her 90s."),
            Example("It's their own door, its name is old, and 1990's best is from the 1980s."),
        ),
    )
    message_template = "Superfluous apostrophe. Use “{correction}”."
    safety = Safety.SAFE

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has an apostrophe."""
        return "'" in context.document.text or "’" in context.document.text

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each apostrophe to delete."""
        document = context.document
        yield from super().run(context)
        for found in _DECADE.finditer(document.text):
            which = "year" if found["year"] else "short"
            span = Span(found.start(which), found.end())
            yield self.phrase_issue(document, PhraseMatch(span, f"{found[which]}s"))
        for found in ACRONYM_PLURAL.finditer(document.text):
            yield self._plural(document, found)

    def _plural(self, document: Document, found: re.Match[str]) -> Issue:
        which = "acronym" if found["acronym"] else "many"
        span = Span(found.start(which), found.end(which) + len("'s"))
        return self.phrase_issue(document, PhraseMatch(span, f"{found[which]}s"))
