"""Abbreviations of initials, U.S. and US, and how each is written with and without points."""

import re
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text import casing
from editkit.text.around import begins_sentence

_DOTTED = re.compile(r"(?<![\w.&])(?:[A-Z]\.){2,5}(?!\w)")
_PLAIN = re.compile(r"(?<![\w$.&])[A-Z]{2,5}(?![\w$&])(?:\.(?!\w))?")
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
        for dotted, pattern in ((True, _DOTTED), (False, _PLAIN)):
            for found in pattern.finditer(text, block.span.start, block.span.end):
                if casing.in_capitals(_line(text, found.start())):
                    continue
                last = dotted and ends_sentence(document, found.end())
                closed = last or (not dotted and found[0].endswith("."))
                if not closed and _NAME_BEHIND.match(text, found.end()):
                    continue
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


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]
