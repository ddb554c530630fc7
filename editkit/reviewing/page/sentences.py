"""Split of paragraphs into sentences with their edits and notes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.core.span import RawSpan
from editkit.reviewing.page.layout import PlainText, Run, Section
from editkit.reviewing.page.model import Source
from editkit.text.segmenter import segment


@dataclass(frozen=True, slots=True)
class SentenceRuns:
    """The runs of a sentence; without a `span`, text between sentences."""

    span: RawSpan | None
    runs: tuple[Run, ...]


def sentence_spans(source: Source) -> tuple[RawSpan, ...]:
    """Return the source spans of the sentences of a file, in order."""
    document = segment(source.document.document)
    spans = (document.source_map.locate(each.span) for each in document.segments)
    return tuple(sorted(span for span in spans if span))


def split_sentences(
    raw: str, section: Section, sentences: Sequence[RawSpan]
) -> Iterator[SentenceRuns]:
    """Yield the sentences of a paragraph; those that an edit or note spans are merged."""
    if section.kind is None:
        yield SentenceRuns(None, section.runs)
        return
    first = bisect_right(sentences, section.span.start, key=lambda span: span.end)
    end = bisect_left(sentences, section.span.end, key=lambda span: span.start)
    nearby = sentences[first : max(first, end)]
    starts = [span.start for span in nearby]
    group: list[Run] = []
    for run in _split_plain_runs(section.runs, starts):
        if group and run.span.start in starts:
            yield from _sentence(raw, group, nearby)
            group = []
        group.append(run)
    yield from _sentence(raw, group, nearby)


def _split_plain_runs(runs: Sequence[Run], starts: Sequence[int]) -> Iterator[Run]:
    """Yield runs, with plain text split where a sentence starts."""
    for run in runs:
        position = run.span.start
        if isinstance(run, PlainText):
            inner = slice(bisect_right(starts, position), bisect_left(starts, run.span.end))
            for start in starts[inner]:
                if start > position:
                    yield PlainText(RawSpan(position, start))
                    position = start
            yield PlainText(RawSpan(position, run.span.end))
        else:
            yield run


def _sentence(
    raw: str, runs: Sequence[Run], sentences: Sequence[RawSpan]
) -> Iterator[SentenceRuns]:
    if not runs:
        return
    start, end = runs[0].span.start, max(run.span.end for run in runs)
    index = bisect_right(sentences, start, key=lambda span: span.end)
    if index == len(sentences) or sentences[index].start >= end:
        yield SentenceRuns(None, tuple(runs))
        return
    last = runs[-1]
    if isinstance(last, PlainText):
        kept_length = len(last.span.of(raw).rstrip())
        text_end = last.span.start + kept_length
        trimmed = tuple(runs[:-1])
        if kept_length:
            trimmed = (*trimmed, PlainText(RawSpan(last.span.start, text_end)))
        end = max((run.span.end for run in trimmed), default=start)
        if end > start:
            yield SentenceRuns(RawSpan(start, end), trimmed)
        if text_end < last.span.end:
            yield SentenceRuns(None, (PlainText(RawSpan(text_end, last.span.end)),))
    else:
        yield SentenceRuns(RawSpan(start, end), tuple(runs))
