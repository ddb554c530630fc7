"""Rows of a change report: the changes of a line, before and after, with their reasons.

`page/js/report_rows.js` makes the same rows of the decisions on a review page.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from editkit.core.fix import Splice
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan
from editkit.reviewing.page.marks import escape_hidden
from editkit.reviewing.page.model import changed_passages
from editkit.text.characters import HAN

if TYPE_CHECKING:
    import re

_CONTEXT_LENGTH = 30
"""Code points of the line that are shown before and after a change."""
_TOKEN = lazy_pattern(rf"[{HAN}]|[^\W{HAN}]+|\s|[^\w\s]")
_LINE_END = lazy_pattern(r"\r\n|\r|\n")
_NAMED = lazy_pattern(
    "(?P<end>(?:\r\n|\r|\n)+)|(?P<tab>\t+)|(?P<nbsp>\u00a0+)|(?P<zero>\u200b+)|(?P<hyphen>\u00ad+)"
    "|(?P<narrow>\u202f+)|(?P<wide>\u3000+)|(?P<space>^ +$)"
)
_NAMES = {
    "end": "line end",
    "tab": "tab",
    "nbsp": "non-breaking space",
    "zero": "zero-width space",
    "hyphen": "soft hyphen",
    "narrow": "narrow non-breaking space",
    "wide": "ideographic space",
    "space": "space",
}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """The changes of one line: `before` and `after` are pairs of a tag and a text.

    `sources` are the indexes of the changes that the row shows.
    """

    line: int
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """The words of a source that changed, without those at the edges that did not."""

    span: RawSpan
    old: str
    new: str
    sources: tuple[int, ...]


def report_rows(raw: str, changes: Sequence[Sequence[Splice]]) -> Iterator[ReportRow]:
    """Yield a row for each line of `raw` with changes, in order.

    Each of `changes` consists of splices; those that keep their text are left out.
    """
    starts = [0, *(end.end() for end in _LINE_END.finditer(raw))]

    def line_of(passage: _Passage) -> int:
        return bisect_right(starts, passage.span.start)

    for line, group in groupby(_passages(raw, changes), line_of):
        end = starts[line] if line < len(starts) else len(raw)
        yield _row(raw, line, starts[line - 1], end, tuple(group))


def _passages(raw: str, changes: Sequence[Sequence[Splice]]) -> Iterator[_Passage]:
    owners: dict[Splice, list[int]] = {}
    for number, splices in enumerate(changes):
        for splice in splices:
            # An edit that keeps its text only excludes another fix (decision 087).
            if splice.span.of(raw) != splice.text:
                owners.setdefault(splice, []).append(number)
    ordered = sorted(owners, key=lambda splice: splice.span)
    position = 0
    for span, new in changed_passages(raw, ordered, touching=True):
        sources: list[int] = []
        while position < len(ordered) and span.covers(ordered[position].span):
            sources += owners[ordered[position]]
            position += 1
        yield _trimmed(raw, span, new, tuple(dict.fromkeys(sources)))


def _trimmed(raw: str, span: RawSpan, new_text: str, sources: tuple[int, ...]) -> _Passage:
    """Return a passage without the words at its edges that did not change."""
    old, new = _TOKEN.findall(span.of(raw)), _TOKEN.findall(new_text)
    head = _common(old, new)
    rest = min(len(old), len(new)) - head
    tail = min(rest, _common(reversed(old), reversed(new)))
    start = span.start + len("".join(old[:head]))
    removed = "".join(old[head : len(old) - tail])
    inserted = "".join(new[head : len(new) - tail])
    if not inserted and removed.strip():  # a removed line, shown without its line ends
        start += len(removed) - len(removed.lstrip("\r\n"))
        removed = removed.strip("\r\n")
    return _Passage(RawSpan(start, start + len(removed)), removed, inserted, sources)


def _common(old: Iterable[str], new: Iterable[str]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _row(raw: str, line: int, start: int, end: int, passages: Sequence[_Passage]) -> ReportRow:
    before: list[tuple[str, str]] = []
    after: list[tuple[str, str]] = []
    position = start
    for passage in passages:
        gap = _prose(raw[position : passage.span.start])
        context = _last_words(gap)
        if position > start:
            context = gap if len(gap) <= 2 * _CONTEXT_LENGTH else f"{_first_words(gap)} {context}"
        before += [("", context), ("del", name_hidden(passage.old))]
        after += [("", context), ("ins", name_hidden(passage.new))]
        position = passage.span.end
    rest = _first_words(_prose(raw[position:end].rstrip("\r\n")))
    sources = tuple(dict.fromkeys(each for passage in passages for each in passage.sources))
    return ReportRow(line, _cell((*before, ("", rest))), _cell((*after, ("", rest))), sources)


def _cell(runs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the runs that have text; a cell without text says so."""
    shown = tuple((tag, text) for tag, text in runs if text)
    return shown if any(text.strip() for _, text in shown) else (("em", "nothing"),)


def _prose(text: str) -> str:
    return escape_hidden(_LINE_END.sub(" ", text))


def _last_words(text: str) -> str:
    if len(text) <= _CONTEXT_LENGTH:
        return text
    cut = text[-_CONTEXT_LENGTH:]
    return "…" + (cut.partition(" ")[2] or cut)


def _first_words(text: str) -> str:
    if len(text) <= _CONTEXT_LENGTH:
        return text
    cut = text[:_CONTEXT_LENGTH]
    return (cut.rpartition(" ")[0] or cut) + "…"


def name_hidden(text: str) -> str:
    """Return changed text with the name of each invisible character, such as ⟨tab⟩."""

    def named(found: "re.Match[str]") -> str:
        count = len(_LINE_END.findall(found[0])) or len(found[0])
        name = _NAMES[found.lastgroup or ""]
        return f"⟨{name}⟩" if count == 1 else f"⟨{count} {name}s⟩"

    return escape_hidden(_NAMED.sub(named, text))
