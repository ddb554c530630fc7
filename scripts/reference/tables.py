"""Markdown tables of the generated reference."""

import re
from collections.abc import Iterable, Iterator

_PLACEHOLDER = re.compile(r"<(?=[\w/])")
_CODE_WITH_BAR = re.compile(r"`([^`]*\|[^`]*)`")


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table; bars in cells are entities."""
    names = list(header)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(map(cell, row))} |"


def cell(text: str) -> str:
    r"""Return a text as the content of a table cell.

    A bar becomes an entity, in an HTML element within code: GitHub and Python-Markdown disagree
    on whether `\|` in code is a bar.
    """
    line = _PLACEHOLDER.sub("&lt;", " ".join(text.split()))
    return _CODE_WITH_BAR.sub(r"<code>\1</code>", line).replace("|", "&#124;")
