"""Alias uses: the places in running text that use names of one thing."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from editkit.core.context import LintContext
from editkit.core.cues import cues
from editkit.core.document import BlockKind
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages import find_language
from editkit.languages.en.proper_names.aliases import Alias, AliasTopic, topics_in
from editkit.languages.en.words.alias_context import (
    DISHES_AND_ARTS,
    GLOSSING_WORDS,
    IN_THE_PAST,
    LARGE_NUMBERS,
)
from editkit.languages.en.words.function_words import FUNCTION_WORDS
from editkit.text.casing import is_all_capitals
from editkit.text.quotations import find_quotations

_NAME_BEFORE = lazy_pattern(r"((?:[A-Z]\.)+|[A-Z][\w’'-]*)\s(?:(?:of|for|&)\s)?(?:the\s)?\Z")
_JOINED_BEFORE = lazy_pattern(rf"(?:[/(&-]|\d|\b(?:{LARGE_NUMBERS}))\s?\Z")
_PLACE_BEFORE = lazy_pattern(r"[A-Z]\w+,\s\Z")
_NAME_AFTER = lazy_pattern(rf"\s(?:(?:of|&)\s)?(?:[A-Z]|\d|(?:{DISHES_AND_ARTS})\b)|\s?[/(&-]|\d")
_GLOSS = lazy_pattern(
    rf"[\s,;:(/\[–—\"“-]*(?:(?:{GLOSSING_WORDS})\b[\s,;:(/\"“]*)*(?:[\"”]?\s?\()?[\"“]?"
)
_PAST = lazy_pattern(rf"\b(?:1[0-8]\d\d|19[0-8]\d)\b|\b(?:{IN_THE_PAST})\b", re.IGNORECASE)
_WORD_AFTER = lazy_pattern(r"\s([a-z]+)")
_SENTENCE_END = lazy_pattern(r"[.!?]\s")
_WINDOW, _SENTENCE_WINDOW = 60, 160
_HISTORICAL = frozenset(("country", "place"))


@dataclass(frozen=True, slots=True, order=True)
class AliasUse:
    """A use of a name; `name` is the text of its `Alias`, the rest as there."""

    span: Span
    text: str
    name: str
    rival: str
    rank: int = 0
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class TopicUses:
    """The uses of the names of a topic in a document, in order.

    `is_explained`: the text itself explains or compares two of the names (`Kyiv, formerly
    Kiev`, `Kyiv and Kiev`). `introduction` is the offset of a short name in brackets after a
    full one (`the United States (US)`), None if there is none.
    """

    topic: str
    uses: tuple[AliasUse, ...]
    is_explained: bool = False
    introduction: int | None = None


def alias_uses(context: LintContext) -> tuple[TopicUses, ...]:
    """Return the uses of the topics of the table, for each topic that has a use.

    Headings, quotations, lines in capitals, titles, and names within longer ones are left out.
    """
    found = (_uses_of(context, topic) for topic in topics_in(context.get(cues)))
    return tuple(each for each in found if each.uses)


def _uses_of(context: LintContext, topic: AliasTopic) -> TopicUses:
    text = context.document.text
    matches = [(each, topic.alias_of(each[0])) for each in topic.pattern.finditer(text)]
    uses = tuple(
        _use(match, alias)
        for match, alias in matches
        if _is_comparable(context, topic, Span(*match.span()))
    )
    glosses = list(_glosses(text, matches))
    introductions = (
        other.span.start
        for one, other in glosses
        if other.is_short > one.is_short and "(" in text[one.span.end : other.span.start]
    )
    return TopicUses(topic.label, uses, bool(glosses), next(introductions, None))


def _use(match: re.Match[str], alias: Alias) -> AliasUse:
    span = Span(*match.span())
    return AliasUse(span, match[0], alias.text, alias.rival, alias.rank, alias.is_short)


def _glosses(
    text: str, matches: list[tuple[re.Match[str], Alias]]
) -> Iterator[tuple[AliasUse, AliasUse]]:
    """Yield the pairs of different names of which the text explains or compares one."""
    for one, other in pairwise(_use(*match) for match in matches):
        if one.rival != other.rival and is_gloss(text[one.span.end : other.span.start]):
            yield one, other


def is_gloss(between: str) -> bool:
    """Return whether the text between two names explains or compares the names.

    >>> is_gloss(", formerly "), is_gloss(" (the “"), is_gloss(" is near ")
    (True, True, False)
    """
    return len(between) <= _WINDOW and bool(_GLOSS.fullmatch(between))


def in_quotation(context: LintContext, span: Span) -> bool:
    """Return whether a quotation covers `span`."""
    return context.get(_quotations).covers(span)


def _is_comparable(context: LintContext, topic: AliasTopic, span: Span) -> bool:
    text = context.document.text
    if is_in_name(text, span) or (topic.group == "country" and _is_address(text, span)):
        return False
    if topic.group in _HISTORICAL and _PAST.search(_sentence(text, span)):
        return False
    return context.get(_running_lines).covers(span) and not in_quotation(context, span)


def is_in_name(text: str, span: Span) -> bool:
    """Return whether a name is within a longer one, a sum or brackets: `Bank of Macau`."""
    before = text[max(0, span.start - _WINDOW) : span.start]
    name = _NAME_BEFORE.search(before)
    if name and name[1].lower() not in FUNCTION_WORDS:
        return True
    return bool(_JOINED_BEFORE.search(before) or _NAME_AFTER.match(text, span.end))


def _is_address(text: str, span: Span) -> bool:
    """Return whether a country follows a place in it: `Boston, US`."""
    if not _PLACE_BEFORE.search(text[max(0, span.start - _WINDOW) : span.start]):
        return False
    noun = _WORD_AFTER.match(text, span.end)
    return noun is None or noun[1] in FUNCTION_WORDS


def _sentence(text: str, span: Span) -> str:
    """Return about the sentence around `span`."""
    before = text[max(0, span.start - _SENTENCE_WINDOW) : span.start]
    after = text[span.end : span.end + _SENTENCE_WINDOW]
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(after)
    return before[ends[-1] if ends else 0 :] + after[: end.start() if end else None]


class _Spans:
    """Disjoint spans in order."""

    def __init__(self, spans: Iterator[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def covers(self, span: Span) -> bool:
        """Return whether one of the spans covers `span`."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._spans[at].covers(span)


def _quotations(context: LintContext) -> _Spans:
    return _Spans(find_quotations(context.document))


def _running_lines(context: LintContext) -> _Spans:
    return _Spans(_find_running_lines(context))


def _find_running_lines(context: LintContext) -> Iterator[Span]:
    document = context.document
    is_title = find_language(document.lang).is_title_line
    for block in document.blocks:
        text = block.span.of(document.text)
        if block.kind is not BlockKind.HEADING and not (is_title(text) or is_all_capitals(text)):
            yield block.span
