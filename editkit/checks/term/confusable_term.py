"""confusable-term."""

import unicodedata
from collections.abc import Iterator

from editkit.checks.term._shared import PROTECT, concept_ref, fixes, occurrences
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.terminology.classify import Occurrence, Verdict
from editkit.text.characters import separators
from editkit.text.spelling_difference import Letters

_GLOSSARY = Glossary(
    (
        Concept("1", (Term("VELOX αS HI"),)),
        Concept("2", (Term("Harbour Authority"),)),
        Concept("3", (Term("BK40"),)),
        Concept("4", (Term("BK60"),)),
        Concept("5", (Term("modem"),)),
    )
)


class ConfusableTerm(Check):
    """Flags terms in which a character only looks like the right one."""

    rule = Rule(
        id="confusable-term",
        family=Family.TERM,
        summary="Look-alike characters in a term",
        rationale=(
            "A digit for a letter, or a Greek or Cyrillic letter for a Latin one, is invisible "
            "to the reader and fatal to search, indexing and every comparison with the "
            "glossary. Two characters look alike where Unicode says so (UTS #39)."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "The VELOX aS HI and the VELOX αS H1 are one car.",
                flagged=("VELOX aS HI", "VELOX αS H1"),
                fixed="The VELOX αS HI and the VELOX αS HI are one car.",
            ),
            Example(
                "The H\u0430rbour Auth0rity spoke.",
                flagged=("H\u0430rbour Auth0rity",),
                fixed="The Harbour Authority spoke.",
            ),
            Example("The BK40 is no BK60, and modern is no modem."),
        ),
        options=(PROTECT,),
        glossary=_GLOSSARY,
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield one issue a term that has a look-alike in it."""
        for found in occurrences(self, document):
            if found.verdict is not Verdict.VARIANT:
                continue
            if found.difference.letters is Letters.CONFUSABLE:
                yield self.issue(
                    found.span,
                    f"“{found.entry.form.text}” is written with {_named(found, document)}.",
                    *fixes(document, found),
                    concept=concept_ref(document, found),
                )


def _named(found: Occurrence, document: Document) -> str:
    theirs = separators.sub("", found.span.of(document.text))
    ours = separators.sub("", found.entry.form.text)
    pairs = ((a, b) for a, b in zip(theirs, ours, strict=False) if a.casefold() != b.casefold())
    wrong, right = next(pairs, (theirs[:1], ours[:1]))
    return f"U+{ord(wrong):04X} {unicodedata.name(wrong, 'unnamed')} instead of “{right}”"
