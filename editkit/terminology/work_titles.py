"""Titles of works: capitalized words in italics or between quotation marks."""

from bisect import bisect_right
from dataclasses import dataclass

from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.words.function_words import MINOR_WORDS
from editkit.text import casing
from editkit.text.quotations import find_all_quotations

_MAX_TITLE_LENGTH = 200
_IN_PARAGRAPH = r"(?!\n[ \t]*\n)"
_ITALICS = lazy_pattern(
    rf"(?<![\w*\\])\*(?![*\s])(?P<a>(?:{_IN_PARAGRAPH}[^*]){{1,200}})(?<!\s)\*(?!\*)|"
    rf"(?<![\w_\\])_(?![_\s])(?P<b>(?:{_IN_PARAGRAPH}[^_]){{1,200}})(?<!\s)_(?![\w_])|"
    r"<(?P<tag>i|em|cite)(?:\s[^<>]{0,100})?>(?P<c>[^<>]{1,200})</(?P=tag)>"
)
_ABBREVIATION = lazy_pattern(r"\s\([“\"‘']?[A-Z]{2,}")
"""An abbreviation after a quotation, which then introduces a term: `“Port Fund” (PF)`."""
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W_]+)*")
_SENTENCE_END = (".", ";", ":", ",")


@dataclass(frozen=True, slots=True)
class WorkTitles:
    """The places of a document that look like titles of works, without their marks.

    `quoted` are ranges of the prose and `italic` ranges of the source.
    """

    quoted: tuple[tuple[int, int], ...]
    italic: tuple[tuple[int, int], ...]

    def covers(self, context: LintContext, span: Span, *, is_name: bool) -> bool:
        """Return whether `span` is in a title.

        If `is_name`, marks around exactly the span do not count: the name is quoted.
        """
        raw = context.document.source_map.locate(span)
        places = ((self.quoted, span.start, span.end), (self.italic, raw.start, raw.end))
        return any(_covers(titles, start, end, strictly=is_name) for titles, start, end in places)


def work_titles(context: LintContext) -> WorkTitles:
    """Return the titles of works in a document, in order of position."""
    document = context.document
    quoted = (
        (span.start + 1, span.end - 1)
        for span in find_all_quotations(document)
        if len(span) <= _MAX_TITLE_LENGTH
        if _is_title(document.text[span.start + 1 : span.end - 1])
        and not _ABBREVIATION.match(document.text, span.end)
    )
    italic = (
        found.span(group)
        for found in _ITALICS.finditer(document.raw)
        for group in ("a", "b", "c")
        if found[group] and _is_title(found[group])
    )
    return WorkTitles(tuple(sorted(quoted)), tuple(sorted(italic)))


def _covers(titles: tuple[tuple[int, int], ...], start: int, end: int, *, strictly: bool) -> bool:
    number = bisect_right(titles, (start, len(titles) and titles[-1][1])) - 1
    # Nested quotations overlap, so that a title before the nearest one may be around it.
    for first, last in titles[max(0, number - 1) : number + 1]:
        if first <= start and end <= last and not (strictly and (first, last) == (start, end)):
            return True
    return False


def _is_title(text: str) -> bool:
    """Return whether all main words are capitalized, and the text does not end as a clause."""
    words = _WORD.findall(text)
    main_words = [word for word in words if word.lower() not in MINOR_WORDS]
    if not main_words or text.rstrip().endswith(_SENTENCE_END) or casing.is_all_capitals(text):
        return False
    return words[0][0].isupper() and all(word[0].isupper() for word in main_words)
