"""The sentences of a paragraph, each with the edits and notes in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.core.span import RawSpan
from editkit.reviewing.page.layout import Plain, Run, Section
from editkit.reviewing.page.model import Source
from editkit.text.segmenter import segment


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, or what stands between sentences, which has no span to rewrite."""

    span: RawSpan | None
    runs: tuple[Run, ...]


def sentence_spans(source: Source) -> tuple[RawSpan, ...]:
    """Return where the sentences of a file stand in its source, in order."""
    document = segment(source.document.document)
    spans = (document.source_map.locate(each.span) for each in document.segments)
    return tuple(sorted(span for span in spans if span))


def phrases(raw: str, section: Section, sentences: Sequence[RawSpan]) -> Iterator[Phrase]:
    """Yield a paragraph sentence by sentence; those that an edit or note joins are one."""
    if section.kind is None:
        yield Phrase(None, section.runs)
        return
    first = bisect_right(sentences, section.span.start, key=lambda span: span.end)
    last = bisect_left(sentences, section.span.end, key=lambda span: span.start)
    near = sentences[first : max(first, last)]
    starts = [span.start for span in near]
    group: list[Run] = []
    for run in _cut(section.runs, starts):
        if group and run.span.start in starts:
            yield from _phrase(raw, group, near)
            group = []
        group.append(run)
    yield from _phrase(raw, group, near)


def _cut(runs: Sequence[Run], starts: Sequence[int]) -> Iterator[Run]:
    """Cut plain text where a sentence starts in it."""
    for run in runs:
        at = run.span.start
        if isinstance(run, Plain):
            inside = slice(bisect_right(starts, at), bisect_left(starts, run.span.end))
            for start in starts[inside]:
                if start > at:
                    yield Plain(RawSpan(at, start))
                    at = start
            yield Plain(RawSpan(at, run.span.end))
        else:
            yield run


def _phrase(raw: str, runs: Sequence[Run], sentences: Sequence[RawSpan]) -> Iterator[Phrase]:
    if not runs:
        return
    start, end = runs[0].span.start, max(run.span.end for run in runs)
    after = bisect_right(sentences, start, key=lambda span: span.end)
    if after == len(sentences) or sentences[after].start >= end:
        yield Phrase(None, tuple(runs))
        return
    last = runs[-1]
    if isinstance(last, Plain):
        kept = len(last.span.of(raw).rstrip())
        middle = last.span.start + kept
        trimmed = tuple(runs[:-1])
        if kept:
            trimmed = (*trimmed, Plain(RawSpan(last.span.start, middle)))
        end = max((run.span.end for run in trimmed), default=start)
        if end > start:
            yield Phrase(RawSpan(start, end), trimmed)
        if middle < last.span.end:
            yield Phrase(None, (Plain(RawSpan(middle, last.span.end)),))
    else:
        yield Phrase(RawSpan(start, end), tuple(runs))
