"""Abbreviations of initials, U.S. and US, and how each is written with and without points."""

import re
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text import casing
from editkit.text.context import begins_sentence

_DOTTED = re.compile(r"(?<![\w.&])(?:[A-Z]\.){2,5}(?!\w)")
_PLAIN = re.compile(r"(?<![\w$.&])[A-Z]{2,5}(?![\w$&])(?:\.(?!\w))?")
_LINE = re.compile(r"[^\n]+")
_NAME_BEHIND = re.compile(r"(?:-[A-Z]\w+)*\s[A-Z]")
_FOLLOWING = re.compile(r"[\"'”’)\]]*(?:\s*\Z|\s*\n|\s+(?=\S))")


def initialisms(document: Document) -> Iterator[tuple[Span, bool]]:
    """Yield each abbreviation of capitals, and whether it has points.

    Of a point that is the sentence's too, the span leaves out the one of `U.S.`,
    which is to stay, and holds the one behind `US`, which would be enough. Lines
    in capitals have no abbreviations, and those that are part of a longer name,
    `U.S. Navy`, are left out: names are spelt as their bearers spell them.
    """
    text = document.text
    for block in document.blocks:
        for line in _LINE.finditer(text, block.span.start, block.span.end):
            if not casing.in_capitals(line[0]):
                yield from _in_line(document, line)


def _in_line(document: Document, line: re.Match[str]) -> Iterator[tuple[Span, bool]]:
    for dotted, pattern in ((True, _DOTTED), (False, _PLAIN)):
        for found in pattern.finditer(document.text, line.start(), line.end()):
            last = dotted and ends_sentence(document, found.end())
            closed = last or (not dotted and found[0].endswith("."))
            if closed or not _NAME_BEHIND.match(document.text, found.end()):
                yield Span(found.start(), found.end() - last), dotted


def ends_sentence(document: Document, at: int) -> bool:
    """Return whether the point before `at`, an abbreviation's, ends a sentence too."""
    gap = _FOLLOWING.match(document.text, at)
    if not gap:
        return False
    behind = gap.end()
    return "\n" in gap[0] or behind >= len(document.text) or begins_sentence(document, behind)


def with_points(initials: str) -> str:
    """Return `US` as `U.S.`.

    >>> with_points("US."), without_points("U.S")
    ('U.S.', 'US')
    """
    return "".join(f"{letter}." for letter in without_points(initials))


def without_points(initials: str) -> str:
    """Return `U.S.` as `US`."""
    return initials.replace(".", "")
