"""confusable-term: look-alike characters of another script in a glossary term."""

import unicodedata
from collections.abc import Iterator

from editkit.checks.term._occurrences import PROTECT_QUOTATIONS, TermCheck, wrong_occurrences
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.terminology.classify import MatchKind, Occurrence
from editkit.terminology.fixes import concept_ref, replacement_fixes
from editkit.text.characters import SEPARATOR_PATTERN
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


class ConfusableTerm(TermCheck):
    """Flags terms that contain a look-alike of the right character."""

    rule = Rule(
        id="confusable-term",
        title="Look-alike letters in a term",
        family=Family.TERM,
        summary="Look-alike characters in a term",
        rationale=(
            "A digit in place of a letter, or a Greek or Cyrillic letter in place of a "
            "Latin one, is invisible to readers, but search, indexing and every comparison "
            "with the glossary fail. Characters are look-alikes if Unicode lists them as "
            "such (UTS #39)."
        ),
        category="terminology/inconsistent-with-terminology-resource",
        severity=Severity.MAJOR,
        examples=(
            Example(
                "The Harbour Auth0rity published its report in May.",
                flagged=("Harbour Auth0rity",),
                fixed="The Harbour Authority published its report in May.",
                in_manual=True,
            ),
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
        options=(PROTECT_QUOTATIONS,),
        glossary=_GLOSSARY,
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each term with a look-alike character."""
        document = context.document
        for found in wrong_occurrences(self, context):
            if found.kind is not MatchKind.VARIANT:
                continue
            if found.difference.letters is Letters.CONFUSABLE:
                character = _describe_character(found, document)
                yield self.issue(
                    found.span,
                    f"Look-alike character: {character}.",
                    *replacement_fixes(document, found),
                    concept=concept_ref(document, found),
                )


def _describe_character(found: Occurrence, document: Document) -> str:
    """Return the name of the first wrong character, with the right one."""
    found_chars = SEPARATOR_PATTERN.sub("", found.span.of(document.text))
    term_chars = SEPARATOR_PATTERN.sub("", found.entry.form.text)
    pairs = (
        (a, b)
        for a, b in zip(found_chars, term_chars, strict=False)
        if a.casefold() != b.casefold()
    )
    wrong, right = next(pairs, (found_chars[:1], term_chars[:1]))
    return f"U+{ord(wrong):04X} {unicodedata.name(wrong, 'unnamed')}. Use “{right}”"
