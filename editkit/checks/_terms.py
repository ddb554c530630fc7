"""What the checks of the term family share."""

from collections.abc import Iterator

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.fix import Fix, Safety
from editkit.core.issue import ConceptRef
from editkit.core.taxonomy import Confidence
from editkit.text.occurrences import TermScan
from editkit.text.replacement import replacement
from editkit.text.verdict import Occurrence


def occurrences(setup: Setup, document: Document) -> Iterator[Occurrence]:
    """Yield the occurrences that are not as they should be."""
    if setup.glossary.concepts:
        scan = setup.shared(TermScan)
        yield from (found for found in scan.find(document) if not found.verdict.right)


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
    concept = occurrence.entry.concept
    preferred, source = concept.preferred(document.lang), concept.source(document.lang)
    return ConceptRef(preferred.text if preferred else None, source.text if source else None)


def confidence(occurrence: Occurrence) -> Confidence:
    """Return how sure an occurrence is an error."""
    return Confidence.MEDIUM if occurrence.doubt else Confidence.HIGH
