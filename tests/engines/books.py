"""Tables of engine rules for tests, so that those hang on no measurement."""

from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.severity_table import Entry, Rulebook

_GRAMMAR = (Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MAJOR)
_SPELLING = (Family.SPELLING, "linguistic-conventions/spelling", Severity.MINOR)
_STYLE = (Family.STYLE, "style/awkward-style", Severity.INFO)
_ON, _OFF = Confidence.MEDIUM, None


def book(*entries: Entry) -> Rulebook:
    """Return a table of `entries` alone."""
    return Rulebook({(entry.engine, entry.rule): entry for entry in entries})


def everything_on(engine: str) -> Rulebook:
    """Return a table that has every rule of an engine on, names apart."""
    return book(
        Entry(engine, "other:", *_GRAMMAR, _ON, _ON),
        Entry(engine, "word:name", *_SPELLING, _OFF, _OFF),
        Entry(engine, "word:", *_SPELLING, _ON, _ON),
        Entry(engine, "category:TYPOS", *_SPELLING, _ON, _ON),
        Entry(engine, "type:style", *_STYLE, Confidence.LOW, Confidence.LOW),
    )
