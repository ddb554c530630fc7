"""Fixes and concept references of glossary issues."""

from functools import lru_cache

from editkit.core.document import Document
from editkit.core.fix import Fix
from editkit.core.issue import ConceptRef
from editkit.terminology.classify import Occurrence
from editkit.terminology.matcher import TermEntry
from editkit.terminology.replacement import Replacement, find_replacement
from editkit.terminology.safety import fix_safety


def replacement_fixes(document: Document, occurrence: Occurrence) -> tuple[Fix, ...]:
    """Return the fix that writes the preferred term, or nothing if the glossary has none."""
    return fixes_of(find_replacement(document, occurrence), occurrence)


def fixes_of(correction: Replacement | None, occurrence: Occurrence) -> tuple[Fix, ...]:
    """Return the fix that makes a replacement of an occurrence, or nothing if there is none."""
    if correction is None:
        return ()
    safety = fix_safety(correction.concern, ambiguous=occurrence.ambiguous)
    return (Fix(f"Replace with “{correction.text}”", correction.edits, safety),)


def concept_ref(document: Document, occurrence: Occurrence) -> ConceptRef:
    """Return the reference to a glossary concept that reports show with an issue."""
    return _ref(occurrence.entry, document.lang)


@lru_cache(maxsize=8192)
def _ref(entry: TermEntry, lang: str) -> ConceptRef:
    concept = entry.concept
    preferred, source = concept.preferred(lang), concept.source(lang)
    return ConceptRef(
        preferred.text if preferred else None, source.text if source else None, concept.note
    )
