"""Markdown tables of the generated reference."""

import re
from collections.abc import Iterable, Iterator

_PLACEHOLDER = re.compile(r"<(?=[\w/])")


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table; bars in cells are escaped."""
    names = list(header)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(map(cell, row))} |"


def cell(text: str) -> str:
    """Return a text as the content of a table cell."""
    return _PLACEHOLDER.sub("&lt;", " ".join(text.split())).replace("|", "\\|")
