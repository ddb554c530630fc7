"""What the checks of the term family share."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Fix, Safety
from editkit.core.issue import ConceptRef
from editkit.core.rule import Option
from editkit.core.taxonomy import Confidence
from editkit.terminology.classify import Occurrence
from editkit.terminology.matcher import Entry
from editkit.terminology.replacement import replacement
from editkit.terminology.scan import TermScan
from editkit.terminology.term_context import in_quotation

PROTECT = Option(
    "protect-quotations",
    False,  # noqa: FBT003  (what the option is unless it is set)
    "make no correction unasked between quotation marks and in lines that begin with `>`",
)


def occurrences(check: Check, document: Document) -> Iterator[Occurrence]:
    """Yield the occurrences that are not as they should be.

    Those in a quotation that the check's option protects are in doubt.
    """
    setup = check.setup
    if not setup.glossary.concepts:
        return
    protect = check.option(PROTECT.name)
    for found in setup.shared(TermScan).find(document):
        if not found.verdict.right:
            quoted = protect and in_quotation(document, found.span)
            yield replace(found, doubt=True) if quoted else found


def fixes(document: Document, occurrence: Occurrence) -> tuple[Fix, ...]:
    """Return the fix that puts the right term in, if the glossary has one."""
    wanted = replacement(document, occurrence)
    if wanted is None:
        return ()
    safe = wanted.exact and not occurrence.doubt
    safety = Safety.SAFE if safe else Safety.REVIEW
    return (Fix(f"Replace with “{wanted.text}”", wanted.edits, safety),)


def concept_ref(document: Document, occurrence: Occurrence) -> ConceptRef:
    """Return what a report says of the glossary entry behind an occurrence."""
    return _ref(occurrence.entry, document.lang)


@lru_cache(maxsize=8192)
def _ref(entry: Entry, lang: str) -> ConceptRef:
    concept = entry.concept
    preferred, source = concept.preferred(lang), concept.source(lang)
    return ConceptRef(
        preferred.text if preferred else None, source.text if source else None, concept.note
    )


def confidence(occurrence: Occurrence) -> Confidence:
    """Return how sure an occurrence is an error."""
    return Confidence.MEDIUM if occurrence.doubt else Confidence.HIGH
