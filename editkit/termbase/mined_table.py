"""Writes mined candidates as a glossary table, ready to edit."""

import csv
import io
from collections.abc import Iterable, Iterator

from editkit.termbase.mine import Candidate
from editkit.termbase.rows import escaped

COLUMNS = ("term", "forbidden", "note", "count", "files")
"""The columns; the last two are for the editor and no part of a glossary."""


def render(found: Iterable[Candidate]) -> str:
    """Return a CSV table that loads as a glossary as it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in found:
        forbidden = "|".join(escaped(rival.text) for rival in item.rivals)
        writer.writerow((item.term, forbidden, "; ".join(_note(item)), item.count, item.files))
    return out.getvalue()


def _note(item: Candidate) -> Iterator[str]:
    if item.long:
        yield f"short for “{item.long}”"
    if item.short:
        yield f"“{item.short}” for short"
    for rival in item.rivals:
        yield f"instead of “{rival.text}” ({rival.count})"
    for text, count in item.others:
        yield f"also “{text}” ({count})"
