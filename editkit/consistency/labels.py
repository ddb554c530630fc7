"""Labels: texts that name something else, and say nothing of how running text spells it."""

from bisect import bisect_right
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan, Span
from editkit.languages import find_language

_OPENING_MARKUP = lazy_pattern(r"(?:\*\*|__|\[|<(?:a|b|strong|button|kbd|th|dt)\b[^<>]*>)[*_]*\Z")
_CLOSING_MARKUP = lazy_pattern(r"[*_]*(?:\*\*|__|\]|</(?:a|b|strong|button|kbd|th|dt)>)")
_QUOTED = lazy_pattern(r"[“\"](?P<title>[^“”\"\n]{8,120})[”\"]")
_SECTION_NUMBER = lazy_pattern(r"(?:\d+(?:\.\d+)*\.?|\ufffc+)\s+")
_DATELINE = lazy_pattern(r"[A-Z][^\n()]{0,60}[(（]")
_DATELINE_END = lazy_pattern(r"[)）]\s*[-–—:]")
_MIN_TITLE_WORDS = 3
_MAX_LABEL_CHARS = 80
_MAX_MARKUP_CHARS = 200


class Labels:
    """The bold texts, link texts and quoted titles of a document, in order of position."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._language = find_language(document.lang)
        self._spans = sorted([*_marked_texts(document), *_quoted_titles(document)])

    def at(self, span: Span) -> Span | None:
        """Return the label that covers `span`, or None."""
        before = bisect_right(self._spans, (span.start, len(self._text))) - 1
        if before < 0:
            return None
        start, end = self._spans[before]
        return Span(start, end) if span.end <= end else None

    def is_title_at(self, span: Span) -> bool:
        """Return whether `span` is in a title or dateline, or is a label before its colon."""
        if _is_scope(self._text, span) or _is_in_dateline(self._text, span):
            return True
        label = self.at(span)
        if label is None:
            return False
        title = label.of(self._text)
        number = _SECTION_NUMBER.match(title)
        return self._language.is_title_line(title[number.end() :] if number else title)


def _is_scope(text: str, span: Span) -> bool:
    """Return whether a span is the scope of an entry in a change log: `nav-item: fix it`."""
    line = text.rfind("\n", max(0, span.start - _MAX_LABEL_CHARS), span.start) + 1
    return text.startswith(":", span.end) and not text[line : span.start].strip()


def _is_in_dateline(text: str, span: Span) -> bool:
    """Return whether a span is the agency of a dateline: `HONOLULU (SuheNewsNow) - It`."""
    line = text.rfind("\n", max(0, span.start - _MAX_LABEL_CHARS), span.start) + 1
    return bool(
        _DATELINE.fullmatch(text, line, span.start) and _DATELINE_END.match(text, span.end)
    )


def _marked_texts(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of short texts in bold and of links."""
    runs, raw = list(_runs(document)), document.raw
    for number, (text, source) in enumerate(runs):
        if len(text) > _MAX_LABEL_CHARS:
            continue
        before_start = runs[number - 1][1].end if number else 0
        after_end = runs[number + 1][1].start if number + 1 < len(runs) else len(raw)
        start, end = source.start, source.end
        before = raw[max(before_start, start - _MAX_MARKUP_CHARS) : start]
        after = raw[end : min(after_end, end + _MAX_MARKUP_CHARS)]
        if _OPENING_MARKUP.search(before) and _CLOSING_MARKUP.match(after):
            yield text.start, text.end


def _runs(document: Document) -> Iterator[tuple[Span, RawSpan]]:
    """Yield each stretch of prose without markup inside, with its source.

    Code in the prose, such as the number of a section, divides a stretch in the source map only.
    """
    run: tuple[Span, RawSpan] | None = None
    for chunk in document.source_map.chunks:
        text, source = chunk.text, chunk.raw
        if run and run[0].end == text.start and run[1].end == source.start:
            run = (Span(run[0].start, text.end), RawSpan(run[1].start, source.end))
            continue
        if run:
            yield run
        run = (text, source)
    if run:
        yield run


def _quoted_titles(document: Document) -> Iterator[tuple[int, int]]:
    language = find_language(document.lang)
    for found in _QUOTED.finditer(document.text):
        title = found["title"]
        if language.is_title_case(title) and len(title.split()) >= _MIN_TITLE_WORDS:
            yield found.span("title")
