"""Which of its two styles a mark has, and how a document mixes them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.checks.typography._quotes import Mark, marks
from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text.prose import paragraphs, technical

_APOSTROPHE = re.compile(
    r"['’](?:(?<=\w.)(?=[^\W\d_])"  # it's, the 1990's, Xi'an
    r"|(?P<last>(?<=[sSxzXZ].))(?=[^\S\n]+[^\W\d_])"  # the users' needs
    r"|(?<!\w.)(?=\d0s\b))"  # the '90s
)
_SINGLE_QUOTE = re.compile(r"(?<!\w)['‘](?=\w)")
_SLIPS, _THOROUGH, _INTERLEAVED = 2, 0.1, 4


@dataclass(frozen=True, slots=True)
class Use:
    """A mark as it stands, and what it would be in the other style.

    `other` is None where that cannot be told.
    """

    at: int
    curly: bool
    other: str | None

    @property
    def span(self) -> Span:
        """Where the mark stands."""
        return Span(self.at, self.at + 1)


def quotation_marks(document: Document) -> Iterator[Use]:
    """Yield the double quotation marks of an English document."""
    for block in paragraphs(document):
        yield from map(_quotation_mark, marks(document.text, block.span))


def apostrophes(document: Document) -> Iterator[Use]:
    """Yield the apostrophes of an English document."""
    text = document.text
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        quotes = _SINGLE_QUOTE.search(text, start, end) is not None
        for found in _APOSTROPHE.finditer(text, start, end):
            # After “s” it may close a quotation that ‘ or ' has opened.
            if found["last"] is not None and quotes:
                continue
            if found[0] == "'" and technical(text, found.start()):
                continue
            other = "'" if found[0] == "’" else "’"
            yield Use(found.start(), curly=found[0] == "’", other=other)


def thorough(uses: Sequence[Use]) -> bool:
    """Whether the rarer style is no slip: three marks have it, and one in ten."""
    curly = sum(use.curly for use in uses)
    return min(curly, len(uses) - curly) >= max(_SLIPS + 1, _THOROUGH * len(uses))


def interleaved(document: Document, uses: Sequence[Use]) -> bool:
    """Whether one hand has mixed the two styles: in a fourth of the paragraphs with two marks.

    Else each passage keeps to a style of its own, as where articles are put together.
    """
    starts = [block.span.start for block in document.blocks]
    styles: dict[int, list[bool]] = {}
    for use in uses:
        styles.setdefault(bisect_right(starts, use.at), []).append(use.curly)
    several = [found for found in styles.values() if len(found) > 1]
    return len(several) <= _INTERLEAVED * sum(len(set(found)) > 1 for found in several)


def usual(uses: Sequence[Use]) -> bool:
    """Return whether curly is the style used more often, or first where they are even."""
    curly = sum(use.curly for use in uses)
    return uses[0].curly if 2 * curly == len(uses) else 2 * curly > len(uses)


def _quotation_mark(mark: Mark) -> Use:
    if mark.char != '"':
        return Use(mark.at, curly=True, other='"')
    known = mark.paired or mark.clear
    return Use(mark.at, curly=False, other=("“" if mark.opens else "”") if known else None)
