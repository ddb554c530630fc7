"""Straight and curly quotation marks and apostrophes, and the ways a document mixes them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.text.prose import is_technical, paragraphs
from editkit.text.quotation_marks import Mark, marks

_APOSTROPHE = lazy_pattern(
    r"['’](?:(?<=\w.)(?=[^\W\d_])"  # it's, the 1990's, Xi'an
    r"|(?P<last>(?<=[sSxzXZ].))(?=[^\S\n]+[^\W\d_])"  # the users' needs
    r"|(?<!\w.)(?=\d0s\b))"  # the '90s
)
_SINGLE_QUOTE = lazy_pattern(r"(?<!\w)['‘](?=\w)")
_MAX_TYPOS = 2
_MIN_SYSTEMATIC_SHARE = 0.1
_MAX_PARAGRAPHS_PER_MIXED = 4


@dataclass(frozen=True, slots=True)
class MarkUse:
    """A quotation mark or apostrophe in the text.

    `converted` is the mark in the other style, or None if that is ambiguous.
    """

    offset: int
    is_curly: bool
    converted: str | None

    @property
    def span(self) -> Span:
        """The span of the mark."""
        return Span(self.offset, self.offset + 1)


def quotation_marks(document: Document) -> Iterator[MarkUse]:
    """Yield the double quotation marks of an English document."""
    for block in paragraphs(document):
        yield from map(_quotation_mark, marks(document.text, block.span))


def apostrophes(document: Document) -> Iterator[MarkUse]:
    """Yield the apostrophes of an English document."""
    text = document.text
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        has_single_quotes = _SINGLE_QUOTE.search(text, start, end) is not None
        for found in _APOSTROPHE.finditer(text, start, end):
            # After “s” it may close a quotation that begins with ‘ or '.
            if found["last"] is not None and has_single_quotes:
                continue
            if found[0] == "'" and is_technical(text, found.start()):
                continue
            converted = "'" if found[0] == "’" else "’"
            yield MarkUse(found.start(), is_curly=found[0] == "’", converted=converted)


def is_systematic(uses: Sequence[MarkUse]) -> bool:
    """Return whether the rarer style is no typo: three marks and one in ten have it."""
    curly = sum(use.is_curly for use in uses)
    return min(curly, len(uses) - curly) >= max(_MAX_TYPOS + 1, _MIN_SYSTEMATIC_SHARE * len(uses))


def is_stray(uses: Sequence[MarkUse]) -> bool:
    """Return whether fewer than one mark in ten has the rarer style, which readers overlook."""
    curly = sum(use.is_curly for use in uses)
    return min(curly, len(uses) - curly) < _MIN_SYSTEMATIC_SHARE * len(uses)


def is_interleaved(document: Document, uses: Sequence[MarkUse]) -> bool:
    """Return whether the styles are mixed within paragraphs.

    That applies if at least one in four paragraphs with two or more marks has both styles.
    Otherwise each passage has a style of its own, as in articles compiled from several texts.
    """
    starts = [block.span.start for block in document.blocks]
    styles: dict[int, list[bool]] = {}
    for use in uses:
        styles.setdefault(bisect_right(starts, use.offset), []).append(use.is_curly)
    multiple = [styles_here for styles_here in styles.values() if len(styles_here) > 1]
    return len(multiple) <= _MAX_PARAGRAPHS_PER_MIXED * sum(
        len(set(styles_here)) > 1 for styles_here in multiple
    )


def is_mostly_curly(uses: Sequence[MarkUse]) -> bool:
    """Return whether curly is the more frequent style, or the first one if they are equal."""
    curly = sum(use.is_curly for use in uses)
    return uses[0].is_curly if 2 * curly == len(uses) else 2 * curly > len(uses)


def _quotation_mark(mark: Mark) -> MarkUse:
    if mark.char != '"':
        return MarkUse(mark.at, is_curly=True, converted='"')
    is_known = mark.is_paired or mark.is_unambiguous
    return MarkUse(
        mark.at, is_curly=False, converted=("“" if mark.is_opening else "”") if is_known else None
    )
