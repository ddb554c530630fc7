r"""A source with `\n` for each line break, and the way back."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from editkit.core.source_map import Chunk
from editkit.core.span import RawSpan, Span


@dataclass(frozen=True, slots=True)
class Newlines:
    r"""A text whose line breaks were `\n`, `\r\n`, `\r` or a mixture.

    `text` has `\n` for each; `native` is the break the source has most of.
    `odd` holds the positions in `text` of the breaks that were not `\n`, and
    `pairs` those of them that were `\r\n`.
    """

    text: str
    native: str
    odd: tuple[int, ...] = ()
    pairs: tuple[int, ...] = ()

    @classmethod
    def of(cls, raw: str) -> Self:
        """Read the line breaks of `raw`."""
        if "\r" not in raw:
            return cls(raw, "\n")
        odd: list[int] = []
        pairs: list[int] = []
        for found in re.finditer("\r\n?", raw):
            at = found.start() - len(pairs)
            odd.append(at)
            if found.end() - found.start() > 1:
                pairs.append(at)
        text = raw.replace("\r\n", "\n").replace("\r", "\n")
        count = {
            "\n": text.count("\n") - len(odd),
            "\r\n": len(pairs),
            "\r": len(odd) - len(pairs),
        }
        return cls(text, max(count, key=count.__getitem__), tuple(odd), tuple(pairs))

    def raw(self, at: int) -> int:
        """Return the position in the source of a position in `text`."""
        return at + bisect_left(self.pairs, at)

    def chunks(self, start: int, end: int, text_start: int) -> Iterator[Chunk]:
        r"""Yield chunks for `text[start:end]` where it stands at `text_start` in the prose.

        Verbatim, but for the line breaks that are not `\n` in the source.
        """
        shift = text_start - start
        at, raw_at = start, self.raw(start)
        first, last = bisect_left(self.odd, start), bisect_left(self.odd, end)
        for position in self.odd[first:last]:
            if position > at:
                raw_end = raw_at + position - at
                yield Chunk(Span(at + shift, position + shift), RawSpan(raw_at, raw_end))
                raw_at = raw_end
            at = position + 1
            raw_end = self.raw(at)
            yield Chunk(
                Span(position + shift, at + shift), RawSpan(raw_at, raw_end), verbatim=False
            )
            raw_at = raw_end
        if at < end:
            yield Chunk(Span(at + shift, end + shift), RawSpan(raw_at, raw_at + end - at))
