"""Items of the review page: edits and notes with ids that are stable between runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editkit.core.fix import Splice
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import DocumentResult, FileResult, PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.reviewing.decisions import DecidedEdit, DocumentKey
from editkit.text.characters import HAN

ID_LENGTH = 16
"""Characters of a fingerprint in the id of an item."""
_MAX_GAP = 24
"""Spans of one fix that are at most this many characters apart are shown as one piece."""
_LONGEST_WORD = 30
"""An edit is not extended to longer runs of letters, for example in Thai."""
_SINGLE_CHARACTER_WORD = lazy_pattern(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Item:
    """An issue on the page: an edit if it has choices, otherwise a note.

    `pieces` are the spans of the source that the choices change, extended to whole words
    and sorted: the page shows them as changed, and a rewrite replaces them.
    """

    id: str
    placed: PlacedIssue
    choices: tuple[SourceFix, ...]
    pieces: tuple[RawSpan, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document on the page, with its file and its items in order."""

    file: FileResult
    document: DocumentResult
    items: tuple[Item, ...]

    @property
    def key(self) -> DocumentKey:
        """The path of the file and the part of the document."""
        return self.file.uri, self.document.document.part

    @property
    def raw(self) -> str:
        """The source of the document."""
        return self.document.document.raw


def sources(results: Sequence[FileResult]) -> tuple[Source, ...]:
    """Return the documents of all files that could be read; item ids are unique among them."""
    id_counts: dict[str, int] = {}
    return tuple(
        Source(result, part, tuple(_items(part, id_counts)))
        for result in results
        if result.package is not None
        for part in result.documents
    )


def issue_texts(results: Sequence[FileResult]) -> dict[tuple[DocumentKey, str], str]:
    """Return the flagged text of each issue, by its document and item id."""
    return {
        (source.key, item.id): item.placed.location.span.of(source.raw)
        for source in sources(results)
        for item in source.items
    }


def decided_edits(raw: str, choice: SourceFix) -> tuple[DecidedEdit, ...]:
    """Return the edits of a choice, sorted by position, as a decision contains them."""
    splices = sorted_splices(choice)
    return tuple(DecidedEdit(each.span, each.span.of(raw), each.text) for each in splices)


def sorted_splices(choice: SourceFix) -> list[Splice]:
    """Return the splices of a choice, sorted by position."""
    return sorted(choice.splices, key=lambda splice: splice.span)


def _items(part: DocumentResult, id_counts: dict[str, int]) -> Iterable[Item]:
    raw = part.document.raw
    for placed in part.issues:
        choices = tuple(fix for fix in placed.fixes if fix.splices)
        spans = [splice.span for fix in choices for splice in fix.splices]
        pieces = _pieces(raw, spans) if spans else (placed.location.span,)
        yield Item(_id(placed, id_counts), placed, choices, pieces)


def _id(placed: PlacedIssue, id_counts: dict[str, int]) -> str:
    base = placed.issue.fingerprint[:ID_LENGTH] or placed.issue.rule
    id_counts[base] = count = id_counts.get(base, 0) + 1
    return base if count == 1 else f"{base}-{count}"


def _pieces(raw: str, spans: Iterable[RawSpan]) -> tuple[RawSpan, ...]:
    pieces: list[RawSpan] = []
    for span in sorted({extend_to_words(raw, span) for span in spans}):
        last = pieces[-1] if pieces else None
        if last and (span.start <= last.end or _is_short_gap(raw[last.end : span.start])):
            pieces[-1] = RawSpan(last.start, max(last.end, span.end))
        else:
            pieces.append(span)
    return tuple(pieces)


def _is_short_gap(gap: str) -> bool:
    return len(gap) <= _MAX_GAP and "\n" not in gap and "\r" not in gap


def extend_to_words(raw: str, span: RawSpan) -> RawSpan:
    """Return `span` extended to the whole words that it overlaps or touches.

    In a script without spaces, each character counts as a word. A span that removes a line
    with its line end does not touch the words of the adjacent lines.
    """
    text = span.of(raw)
    is_line = bool(text.strip("\r\n"))
    start, end = span.start, span.end
    if not (is_line and text[0] in "\r\n"):
        start = _word_start(raw, start)
    if not (is_line and text[-1] in "\r\n"):
        end = _word_end(raw, end)
    return RawSpan(start, end)


def _word_start(raw: str, position: int) -> int:
    start = position
    while start and position - start <= _LONGEST_WORD and _is_word_character(raw[start - 1]):
        start -= 1
    return start if position - start <= _LONGEST_WORD else position


def _word_end(raw: str, position: int) -> int:
    end = position
    while end < len(raw) and end - position <= _LONGEST_WORD and _is_word_character(raw[end]):
        end += 1
    return end if end - position <= _LONGEST_WORD else position


def changed_passages(
    raw: str, splices: Iterable[Splice], *, touching: bool = False
) -> Iterator[tuple[RawSpan, str]]:
    """Yield the spans of whole words that splices change, each with its new text.

    Overlapping spans are merged; with `touching`, adjacent ones are, too.
    """
    groups: list[tuple[RawSpan, list[Splice]]] = []
    for splice in sorted(splices, key=lambda splice: splice.span):
        span = extend_to_words(raw, splice.span)
        last = groups[-1][0] if groups else None
        if last and (span.start < last.end or (touching and span.start == last.end)):
            groups[-1] = RawSpan(last.start, max(last.end, span.end)), [*groups[-1][1], splice]
        else:
            groups.append((span, [splice]))
    for span, group in groups:
        new_text, position = "", span.start
        for splice in group:
            new_text += raw[position : splice.span.start] + splice.text
            position = splice.span.end
        yield span, new_text + raw[position : span.end]


def _is_word_character(char: str) -> bool:
    return char.isalnum() and not _SINGLE_CHARACTER_WORD.match(char)
