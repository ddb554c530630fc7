"""Labels: texts that name something else, and say nothing of how running text spells it."""

from bisect import bisect_right
from collections.abc import Iterator

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages import find_language

_OPENING_MARKUP = lazy_pattern(r"(?:\*\*|__|\[|<(?:a|b|strong|button|kbd|th|dt)\b[^<>]*>)[*_]*\Z")
_CLOSING_MARKUP = lazy_pattern(r"[*_]*(?:\*\*|__|\]|</(?:a|b|strong|button|kbd|th|dt)>)")
_QUOTED = lazy_pattern(r"[“\"](?P<title>[^“”\"\n]{8,120})[”\"]")
_SECTION_NUMBER = lazy_pattern(r"(?:\d+(?:\.\d+)*\.?|\ufffc+)\s+")
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
        """Return whether `span` is in a label in title case or capitals, or before its colon."""
        if _is_scope(self._text, span):
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


def _marked_texts(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of short texts in bold and of links."""
    chunks, raw = document.source_map.chunks, document.raw
    for number, chunk in enumerate(chunks):
        if not chunk.verbatim or len(chunk.text) > _MAX_LABEL_CHARS:
            continue
        before_start = chunks[number - 1].raw.end if number else 0
        after_end = chunks[number + 1].raw.start if number + 1 < len(chunks) else len(raw)
        start, end = chunk.raw.start, chunk.raw.end
        before = raw[max(before_start, start - _MAX_MARKUP_CHARS) : start]
        after = raw[end : min(after_end, end + _MAX_MARKUP_CHARS)]
        if _OPENING_MARKUP.search(before) and _CLOSING_MARKUP.match(after):
            yield chunk.text.start, chunk.text.end


def _quoted_titles(document: Document) -> Iterator[tuple[int, int]]:
    language = find_language(document.lang)
    for found in _QUOTED.finditer(document.text):
        title = found["title"]
        if language.is_title_case(title) and len(title.split()) >= _MIN_TITLE_WORDS:
            yield found.span("title")
