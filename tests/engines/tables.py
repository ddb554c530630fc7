"""Severity tables for tests, independent of the measured one."""

from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.severity_table import SeverityEntry, SeverityTable

_GRAMMAR = (Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MAJOR)
_SPELLING = (Family.SPELLING, "linguistic-conventions/spelling", Severity.MINOR)
_STYLE = (Family.STYLE, "style/awkward-style", Severity.INFO)
_ON, _OFF = Confidence.MEDIUM, None


def table_of(*entries: SeverityEntry) -> SeverityTable:
    """Return a table of `entries`."""
    return SeverityTable({(entry.engine, entry.rule): entry for entry in entries})


def all_enabled(engine: str) -> SeverityTable:
    """Return a table with all rules of an engine enabled, except unknown words that are names."""
    return table_of(
        SeverityEntry(engine, "other:", *_GRAMMAR, _ON),
        SeverityEntry(engine, "word:name", *_SPELLING, _OFF),
        SeverityEntry(engine, "word:", *_SPELLING, _ON),
        SeverityEntry(engine, "category:TYPOS", *_SPELLING, _ON),
        SeverityEntry(engine, "type:style", *_STYLE, Confidence.LOW),
    )
