"""CSV table of mined candidates, ready to edit."""

import csv
import io
from collections.abc import Iterable, Iterator

from editkit.termbase.mine import Candidate
from editkit.termbase.rows import escape_bar, quote_formula

COLUMNS = ("term", "forbidden", "note", "count", "files")
"""The columns; `count` and `files` are for the editor only."""


def render_csv(candidates: Iterable[Candidate]) -> str:
    """Return a CSV table that can be loaded as a glossary."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in candidates:
        forbidden = "|".join(escape_bar(spelling.text) for spelling in item.minority_spellings)
        texts = map(quote_formula, (item.term, forbidden, "; ".join(_note(item))))
        writer.writerow((*texts, item.count, item.files))
    return out.getvalue()


def _note(item: Candidate) -> Iterator[str]:
    if item.expansion:
        yield f"short for “{item.expansion}”"
    if item.abbreviation:
        yield f"“{item.abbreviation}” for short"
    for spelling in item.minority_spellings:
        yield f"instead of “{spelling.text}” ({spelling.count})"
    for text, count in item.other_spellings:
        yield f"also “{text}” ({count})"
    for text, count in item.similar_terms:
        yield f"same as “{text}” ({count})?"
