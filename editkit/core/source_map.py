"""Source map: positions in the prose mapped to positions in the source."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from editkit.core.span import RawSpan, Span


@dataclass(frozen=True, slots=True)
class Chunk:
    r"""A range of prose and the range of source that it comes from.

    A verbatim chunk maps code point to code point. Any other chunk is opaque: an entity
    (`&amp;` read as `&`), a line break (`\r\n` read as `\n`), code replaced by a
    placeholder, or text that the parser inserted, whose source is empty. Source between
    chunks is markup.
    """

    text: Span
    raw: RawSpan
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The chunks of a document, in order and without gaps in the prose.

    Raises ValueError if chunks leave a gap in the prose, run backwards in the source, or
    are verbatim and differ in length.
    """

    chunks: tuple[Chunk, ...]

    def __post_init__(self) -> None:
        if self.chunks and self.chunks[0].text.start:
            raise ValueError("the prose does not start at 0")
        for a, b in pairwise(self.chunks):
            if a.text.end != b.text.start:
                raise ValueError(f"gap in the prose: {a.text} {b.text}")
            if a.raw.end > b.raw.start:
                raise ValueError(f"the source runs backwards: {a.raw} {b.raw}")
        for chunk in self.chunks:
            if chunk.verbatim and len(chunk.text) != len(chunk.raw):
                raise ValueError(f"verbatim, yet of two lengths: {chunk}")

    def locate(self, span: Span) -> RawSpan:
        """Return the source range of `span`, including any markup inside it.

        An empty span belongs to the chunk on its left, so that an insertion stays inside
        the element it follows. A part of an opaque chunk maps to the whole chunk, and a
        position after the end of the prose to the end of the source.
        """
        if chunk := self.verbatim_chunk(span):
            shift = chunk.raw.start - chunk.text.start
            return RawSpan(span.start + shift, span.end + shift)
        if not (chunks := self.chunks_at(span)):
            end = self.chunks[-1].raw.end if self.chunks else 0
            return RawSpan(end, end)
        first, last = chunks[0], chunks[-1]
        start, end = first.raw.start, last.raw.end
        if first.verbatim:
            start += span.start - first.text.start
        elif not span and span.start == first.text.end:
            start = end
        if last.verbatim:
            end -= max(last.text.end - span.end, 0)
        elif not span and span.start == last.text.start:
            end = start
        return RawSpan(start, end)

    def to_prose(self, raw: RawSpan) -> Span:
        """Return the prose range that was read from `raw`; an empty range if none was."""
        chunks = self.chunks
        first = bisect_right(chunks, raw.start, key=lambda chunk: chunk.raw.end)
        last = bisect_left(chunks, raw.end, key=lambda chunk: chunk.raw.start) - 1
        if first > last:
            at = chunks[first - 1].text.end if first else 0
            return Span(at, at)
        start, end = chunks[first], chunks[last]
        head = max(0, raw.start - start.raw.start) if start.verbatim else 0
        tail = max(0, end.raw.end - raw.end) if end.verbatim else 0
        return Span(start.text.start + head, end.text.end - tail)

    def is_replaceable(self, span: Span) -> bool:
        """Return whether the source of `span` can be replaced without damage.

        It cannot if `span` crosses markup, covers a part of an opaque chunk or text that
        the parser inserted, or ends after the prose.
        """
        if self.verbatim_chunk(span):
            return True
        chunks = self.chunks_at(span)
        if span.end > (self.chunks[-1].text.end if self.chunks else 0):
            return False
        if not span:
            return all(c.verbatim or span.start in {c.text.start, c.text.end} for c in chunks)
        whole = all(c.verbatim or (c.raw and span.covers(c.text)) for c in chunks)
        return whole and all(a.raw.end == b.raw.start for a, b in pairwise(chunks))

    def verbatim_chunk(self, span: Span) -> Chunk | None:
        """Return the verbatim chunk that contains all of `span`; None for an empty span."""
        chunks, at = self.chunks, 0
        if len(chunks) > 1:
            at = bisect_right(chunks, span.start, key=lambda c: c.text.end)
        if at == len(chunks) or span.start == span.end:
            return None
        chunk = chunks[at]
        return chunk if chunk.verbatim and chunk.text.covers(span) else None

    def chunks_at(self, span: Span) -> tuple[Chunk, ...]:
        """Return the chunks that overlap `span`; for an empty span, the one it belongs to."""
        first_after = bisect_right if span else bisect_left
        at = first_after(self.chunks, span.start, key=lambda c: c.text.end)
        end = bisect_left(self.chunks, span.end, lo=at, key=lambda c: c.text.start)
        return self.chunks[at : max(end, at + 1)]
