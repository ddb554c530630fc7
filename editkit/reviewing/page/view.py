"""View models of the page template: paragraphs, word-level diffs and notices."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from editkit.core.document import BlockKind, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import FileResult, SourceFix
from editkit.core.span import RawSpan
from editkit.reviewing.decisions import document_name
from editkit.reviewing.page.layout import Cluster, Note, Run, Section, sections
from editkit.reviewing.page.marks import TextRun, changed_runs, escape_hidden, prose_runs
from editkit.reviewing.page.markup import split_markup
from editkit.reviewing.page.model import Item, Source, changed_passages
from editkit.reviewing.page.sentences import sentence_spans, split_sentences
from editkit.text.diff import Change, word_diff
from editkit.text.tokens import count_words

_TAGS = {Change.DELETED: "del", Change.KEPT: "", Change.INSERTED: "ins"}
_Changes = tuple[tuple[Change, str], ...]
_NEWLINE = lazy_pattern(r"\r\n|\r")
_WRAP = lazy_pattern(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class DiffRun:
    """Text kept (`tag` is empty), deleted (`del`) or inserted (`ins`)."""

    tag: str
    text_runs: tuple[TextRun, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One item of a cluster, with its choices as diffs."""

    item: Item
    piece: int
    before: tuple[TextRun, ...]
    choices: tuple[tuple[DiffRun, ...], ...]
    after: tuple[TextRun, ...]

    @property
    def is_main(self) -> bool:
        """Whether this is the item's first piece, which represents the item."""
        return self.piece == 0


@dataclass(frozen=True, slots=True)
class RunView:
    """A run of a paragraph: plain text, a note, or the members of a cluster."""

    text_runs: tuple[TextRun, ...] = ()
    note: Item | None = None
    members: tuple[Member, ...] = ()
    span: RawSpan | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The runs of a sentence; without a `span`, text between sentences."""

    span: RawSpan | None
    runs: tuple[RunView, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `kind` is the name of its block kind, or `other`."""

    span: RawSpan
    kind: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A document on the page, with its counts and paragraphs."""

    name: str
    lang: str
    words: int
    edits: int
    notes: int
    paragraphs: tuple[Paragraph, ...]


def article(source: Source) -> Article:
    """Return the view of a document, with every edit and note in its paragraph."""
    edits = sum(bool(item.choices) for item in source.items)
    document, spans = source.document.document, sentence_spans(source)
    return Article(
        escape_hidden(document_name(*source.key)),
        document.lang,
        count_words(document.text),
        edits,
        len(source.items) - edits,
        tuple(_paragraph(document, each, spans) for each in sections(source)),
    )


def notices(results: Iterable[FileResult]) -> tuple[str, ...]:
    """Return the messages of all notices, without duplicates."""
    messages = (
        escape_hidden(f"{notice.uri}: {notice.message}" if notice.uri else notice.message)
        for result in results
        for notice in result.notices
    )
    return tuple(dict.fromkeys(messages))


def _paragraph(document: Document, section: Section, sentences: Sequence[RawSpan]) -> Paragraph:
    raw = document.raw
    kind = section.kind.value if section.kind else "other"

    def text_runs(start: int, end: int) -> tuple[TextRun, ...]:
        return tuple(_text_runs(document, section.kind, RawSpan(start, end)))

    def run_views(runs: Iterable[Run]) -> Iterator[RunView]:
        for run in runs:
            span = run.span
            if isinstance(run, Cluster):
                yield RunView(span=span, members=tuple(members(raw, run)))
            elif isinstance(run, Note):
                yield RunView(text_runs(span.start, span.end), note=run.item)
            else:
                yield RunView(text_runs(span.start, span.end))

    def members(raw: str, cluster: Cluster) -> Iterator[Member]:
        for item, number in cluster.members:
            piece = item.pieces[number]
            yield Member(
                item,
                number,
                text_runs(cluster.span.start, piece.start),
                tuple(tuple(_diff_runs(raw, piece, choice)) for choice in item.choices),
                text_runs(piece.end, cluster.span.end),
            )

    sentence_runs = split_sentences(raw, section, sentences)
    return Paragraph(
        section.span,
        kind,
        tuple(Sentence(each.span, tuple(run_views(each.runs))) for each in sentence_runs),
    )


def _text_runs(document: Document, kind: BlockKind | None, span: RawSpan) -> Iterator[TextRun]:
    """Yield a span as text runs with dimmed markup; lines wrap except in tables and code."""
    pieces = [(span, False)] if kind is None else split_markup(document.source_map, span)
    for piece, markup in pieces:
        text = _NEWLINE.sub("\n", piece.of(document.raw))
        for run in prose_runs(text if kind in {None, BlockKind.CELL} else _WRAP.sub(" ", text)):
            yield replace(run, dimmed=markup and not text.isspace())


def _diff_runs(raw: str, piece: RawSpan, choice: SourceFix) -> Iterator[DiffRun]:
    """Yield a piece with a choice's changes, word by word; only edited words are compared."""
    position = piece.start
    inside = (splice for splice in choice.splices if piece.covers(splice.span))
    for span, new_text in changed_passages(raw, inside):
        if span.start > position:
            yield DiffRun("", prose_runs(raw[position : span.start]))
        for change, text in _changes(span.of(raw), new_text):
            is_kept = change is Change.KEPT
            yield DiffRun(_TAGS[change], prose_runs(text) if is_kept else changed_runs(text))
        position = span.end
    if piece.end > position:
        yield DiffRun("", prose_runs(raw[position : piece.end]))


@lru_cache(maxsize=4096)
def _changes(before: str, after: str) -> _Changes:
    """Return how a passage changes, word by word; articles repeat many corrections."""
    return _whole_if_scrambled(word_diff(before, after))


def _whole_if_scrambled(changes: _Changes) -> _Changes:
    """Return one deletion and one insertion for changes that keep less than half of the text.

    A single change, with text kept only before or after it, stays as it is.
    """
    inner = changes[1:-1]
    if not any(change is Change.KEPT and text.strip() for change, text in inner):
        return changes
    before = _joined(changes, Change.INSERTED)
    after = _joined(changes, Change.DELETED)
    kept = sum(len(text.strip()) for change, text in changes if change is Change.KEPT)
    if 2 * kept >= max(len(before.strip()), len(after.strip())):
        return changes
    return (Change.DELETED, before), (Change.INSERTED, after)


def _joined(changes: _Changes, left_out: Change) -> str:
    return "".join(text for change, text in changes if change is not left_out)
