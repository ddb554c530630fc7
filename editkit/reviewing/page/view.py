"""What the page's template shows: paragraphs, word-level diffs and notices."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editkit.core.document import BlockKind, Document
from editkit.core.result import FileResult, SourceFix
from editkit.core.span import RawSpan
from editkit.reviewing.page.layout import Cluster, Note, Run, Section, sections
from editkit.reviewing.page.marks import Glyphs, changed, flat, prose
from editkit.reviewing.page.markup import parted
from editkit.reviewing.page.model import Item, Source, stretches
from editkit.reviewing.page.sentences import phrases, sentence_spans
from editkit.text.diff import Change, word_diff

_TAGS = {Change.DELETED: "del", Change.KEPT: "", Change.INSERTED: "ins"}
_NEWLINE = re.compile(r"\r\n|\r")
_WRAP = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text kept (`tag` is empty), deleted (`del`) or inserted (`ins`)."""

    tag: str
    glyphs: tuple[Glyphs, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One item in a place: its choices as diffs; the first of its places is `main`."""

    item: Item
    piece: int
    before: tuple[Glyphs, ...]
    choices: tuple[tuple[Stretch, ...], ...]
    after: tuple[Glyphs, ...]

    @property
    def main(self) -> bool:
        """Whether this is the place that stands for the item."""
        return self.piece == 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A run of a paragraph: plain glyphs, a note on them, or the members of a cluster."""

    glyphs: tuple[Glyphs, ...] = ()
    note: Item | None = None
    members: tuple[Member, ...] = ()
    span: RawSpan | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The runs of a sentence, or with no `span` those between sentences."""

    span: RawSpan | None
    runs: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and how it looks: the name of its block kind, or `other`."""

    span: RawSpan
    kind: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A file as it is read."""

    name: str
    lang: str
    words: int
    edits: int
    notes: int
    paragraphs: tuple[Paragraph, ...]


def article(source: Source) -> Article:
    """Return a file's paragraphs with every edit and note in its place."""
    edits = sum(bool(item.choices) for item in source.items)
    document, spans = source.document.document, sentence_spans(source)
    return Article(
        flat(source.file.uri),
        document.lang,
        source.file.words,
        edits,
        len(source.items) - edits,
        tuple(_paragraph(document, each, spans) for each in sections(source)),
    )


def notices(results: Iterable[FileResult]) -> tuple[str, ...]:
    """Return what the run has to say, each once."""
    said = (
        f"{flat(notice.uri)}: {flat(notice.message)}" if notice.uri else flat(notice.message)
        for result in results
        for notice in result.notices
    )
    return tuple(dict.fromkeys(said))


def _paragraph(document: Document, section: Section, sentences: Sequence[RawSpan]) -> Paragraph:
    raw = document.raw
    kind = section.kind.value if section.kind else "other"

    def plain(start: int, end: int) -> tuple[Glyphs, ...]:
        return tuple(_glyphs(document, section.kind, RawSpan(start, end)))

    def shown(runs: Iterable[Run]) -> Iterator[Shown]:
        for run in runs:
            span = run.span
            if isinstance(run, Cluster):
                yield Shown(span=span, members=tuple(_members(raw, run)))
            elif isinstance(run, Note):
                yield Shown(plain(span.start, span.end), note=run.item)
            else:
                yield Shown(plain(span.start, span.end))

    def _members(raw: str, cluster: Cluster) -> Iterator[Member]:
        for item, number in cluster.members:
            piece = item.pieces[number]
            yield Member(
                item,
                number,
                plain(cluster.span.start, piece.start),
                tuple(tuple(_diff(raw, piece, choice)) for choice in item.choices),
                plain(piece.end, cluster.span.end),
            )

    found = phrases(raw, section, sentences)
    return Paragraph(
        section.span, kind, tuple(Sentence(each.span, tuple(shown(each.runs))) for each in found)
    )


def _glyphs(document: Document, kind: BlockKind | None, span: RawSpan) -> Iterator[Glyphs]:
    """Yield source as it is read: lines flow but in tables and code, mark-up is quiet."""
    pieces = [(span, False)] if kind is None else parted(document.source_map, span)
    for piece, markup in pieces:
        text = _NEWLINE.sub("\n", piece.of(document.raw))
        for glyphs in prose(text if kind in {None, BlockKind.CELL} else _WRAP.sub(" ", text)):
            yield replace(glyphs, quiet=markup and not text.isspace())


def _diff(raw: str, piece: RawSpan, choice: SourceFix) -> Iterator[Stretch]:
    """Yield a piece before and after, word by word; only the words of an edit are compared."""
    at = piece.start
    inside = (splice for splice in choice.splices if piece.covers(splice.span))
    for span, after in stretches(raw, inside):
        if span.start > at:
            yield Stretch("", prose(raw[at : span.start]))
        for change, text in word_diff(span.of(raw), after):
            kept = change is Change.KEPT
            yield Stretch(_TAGS[change], prose(text) if kept else changed(text))
        at = span.end
    if piece.end > at:
        yield Stretch("", prose(raw[at : piece.end]))
