r"""Normalization of line breaks to `\n`, with a mapping to the source."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from editkit.core.source_map import Chunk
from editkit.core.span import RawSpan, Span


@dataclass(frozen=True, slots=True)
class LineBreaks:
    r"""A text with its line breaks normalized to `\n`.

    `native` is the most common line break of the source. `non_lf` are the offsets in `text` of the
    breaks that are not `\n` in the source, and `crlf` the offsets of those that are `\r\n`.
    """

    text: str
    native: str
    non_lf: tuple[int, ...] = ()
    crlf: tuple[int, ...] = ()

    @classmethod
    def parse(cls, raw: str) -> Self:
        """Return `raw` with normalized line breaks."""
        if "\r" not in raw:
            return cls(raw, "\n")
        non_lf: list[int] = []
        crlf: list[int] = []
        for found in re.finditer("\r\n?", raw):
            at = found.start() - len(crlf)
            non_lf.append(at)
            if found.end() - found.start() > 1:
                crlf.append(at)
        text = raw.replace("\r\n", "\n").replace("\r", "\n")
        count = {
            "\n": text.count("\n") - len(non_lf),
            "\r\n": len(crlf),
            "\r": len(non_lf) - len(crlf),
        }
        return cls(text, max(count, key=count.__getitem__), tuple(non_lf), tuple(crlf))

    def raw_offset(self, at: int) -> int:
        """Return the source offset of an offset in `text`."""
        return at + bisect_left(self.crlf, at)

    def chunks(self, start: int, end: int, text_start: int) -> Iterator[Chunk]:
        r"""Yield chunks for `text[start:end]`, which starts at `text_start` in the prose.

        All are verbatim except line breaks that are not `\n` in the source.
        """
        shift = text_start - start
        at, raw_at = start, self.raw_offset(start)
        first, last = bisect_left(self.non_lf, start), bisect_left(self.non_lf, end)
        for position in self.non_lf[first:last]:
            if position > at:
                raw_end = raw_at + position - at
                yield Chunk(Span(at + shift, position + shift), RawSpan(raw_at, raw_end))
                raw_at = raw_end
            at = position + 1
            raw_end = self.raw_offset(at)
            yield Chunk(
                Span(position + shift, at + shift), RawSpan(raw_at, raw_end), verbatim=False
            )
            raw_at = raw_end
        if at < end:
            yield Chunk(Span(at + shift, end + shift), RawSpan(raw_at, raw_at + end - at))
