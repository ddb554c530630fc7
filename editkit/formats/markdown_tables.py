"""Table rows that can be read without the rest of their table."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from editkit.core.span import RawSpan

_BREAK = re.compile(r"\r\n?|\n")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")


class Rows(NamedTuple):
    """Source to read on its own; `header` goes before it."""

    header: str
    span: RawSpan


def rows_around(raw: str, place: RawSpan) -> Rows | None:
    """Return the lines of `place` with the nearest table header above them.

    `header` is empty if `place` is in the header or its delimiter row. The indentation
    that a list item gives to a table is removed, because it would turn the rows into code.
    Returns None if there is no delimiter row above. The caller must read the rows to make
    sure that they belong to that table.
    """
    starts, headers = _lines(raw)
    ends = (place.start, place.end)
    first, last = (min(bisect_right(starts, end), len(starts) - 1) - 1 for end in ends)
    at = bisect_right(headers, first) - 1
    if at < 0:
        return None
    top = headers[at]
    if first < top + 2:
        return Rows("", RawSpan(starts[top], starts[max(top + 2, last + 1)]))
    head = [raw[starts[line] : starts[line + 1]] for line in (top, top + 1)]
    indent = head[0][: len(head[0]) - len(head[0].lstrip(" \t"))]
    # Includes the row above: tree-sitter accepts some rows only below the delimiter row.
    above = starts[max(first - 1, top + 2)]
    start = above + len(indent) * raw.startswith(indent, above)
    header = "".join(line.removeprefix(indent) for line in head)
    return Rows(header, RawSpan(start, starts[last + 1]))


@lru_cache(maxsize=2)
def _lines(raw: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the starts of all lines, then the end, and the numbers of likely header lines.

    A header is followed by a delimiter row (GitHub Flavored Markdown, section 4.10).
    """
    breaks = (found.end() for found in _BREAK.finditer(raw))
    starts = tuple(dict.fromkeys((0, *breaks, len(raw))))
    headers = (
        line
        for line in range(len(starts) - 2)
        if "-" in (below := raw[starts[line + 1] : starts[line + 2]])
        and "|" in below
        and _DELIMITER.fullmatch(below.strip(" \t>\r\n"))
    )
    return starts, tuple(headers)
