"""misspaced-term: a glossary term with wrong spaces, hyphens or invisible characters."""

import unicodedata
from collections.abc import Iterator

from editkit.checks.term._occurrences import (
    PROTECT_QUOTATIONS,
    TermCheck,
    confidence,
    wrong_occurrences,
)
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.terminology.classify import MatchKind, Occurrence
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.text.spelling_difference import Gap, Letters

_UNUSUAL_CHARACTER = lazy_pattern(r"[^\w\s!-~]|[^\S \n]")
_GLOSSARY = Glossary(
    (
        Concept("1", (Term("Harbour Fund"),)),
        Concept("2", (Term("Off-Track"),)),
        Concept("3", (Term("R&D"),)),
        Concept("4", (Term("WeDrive"),)),
        Concept("5", (Term("supply chain"),)),
        Concept("6", (Term("everyday"),)),
        Concept("7", (Term("follow-up"),)),
        Concept("8", (Term("long-term"),)),
    )
)


class MisspacedTerm(TermCheck):
    """Flags terms whose words are joined differently than in the glossary."""

    rule = Rule(
        id="misspaced-term",
        title="Spacing of a term",
        family=Family.TERM,
        summary="Spaces or hyphens in a term that differ from the glossary",
        rationale=(
            "A search takes `Off Track`, `Off-Track` and `Offtrack` for three names. "
            "Non-breaking and doubled spaces and invisible characters break a name as well, "
            "and no one sees them. A line break inside a term is correct, and so is a "
            "hyphen in a compound modifier of common words (`supply-chain costs`). A "
            "hyphenated term is not required for a verb or a noun phrase of the same words: "
            "`we follow up`, `in the long term`."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MINOR,
        examples=(
            Example(
                "The Harbour  Fund supports small companies.",
                flagged=("Harbour  Fund",),
                fixed="The Harbour Fund supports small companies.",
                in_manual=True,
            ),
            Example(
                "The Harbour\u00a0Fund, the Harbour  Fund, the HarbourFund and the Harbour-Fund.",
                flagged=("Harbour\u00a0Fund", "Harbour  Fund", "HarbourFund", "Harbour-Fund"),
                fixed="The Harbour Fund, the Harbour Fund, the Harbour Fund and the Harbour Fund.",
            ),
            Example(
                "Off Track, OffTrack, R & D, We Drive and a supply-chain.",
                flagged=("Off Track", "OffTrack", "R & D", "We Drive", "supply-chain"),
                fixed="Off-Track, Off-Track, R&D, WeDrive and a supply chain.",
            ),
            Example("The Har\u00adbour Fund.", ("Har\u00adbour Fund",), "The Harbour Fund."),
            Example(
                "A follow up came: long term plans pay.",
                flagged=("follow up", "long term"),
                fixed="A follow-up came: long-term plans pay.",
            ),
            Example("We follow up on it, and in the long term it pays."),
            Example("The Harbour\nFund has supply-chain costs every day."),
        ),
        options=(PROTECT_QUOTATIONS,),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each term that differs in its spaces or hyphens."""
        document = context.document
        for found in wrong_occurrences(self, context):
            difference = found.difference
            if found.kind is not MatchKind.VARIANT or not difference.gap:
                continue
            if difference.letters in {None, Letters.CASE}:
                yield self.issue(
                    found.span,
                    "Wrong spacing. Glossary: "
                    f"“{found.entry.form.text}”{_explanation(found, document)}.",
                    *replacement_fixes(document, found),
                    confidence=confidence(found),
                    concept=concept_ref(document, found),
                )


def _explanation(found: Occurrence, document: Document) -> str:
    """Return the end of the message: what is wrong with the spaces or hyphens."""
    unusual = _UNUSUAL_CHARACTER.search(found.span.of(document.text))
    if found.difference.gap not in {Gap.SPACE, Gap.INVISIBLE}:
        return ", with the same spaces and hyphens"
    if unusual is None:
        return ", with single spaces"
    name = unicodedata.name(unusual[0], "CONTROL CHARACTER")
    return f", without the U+{ord(unusual[0]):04X} {name}"
