"""Documents of Word stories: their reading text with its paragraphs as blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.document import Block, Document, OtherLanguage
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.formats.containers.archive import Archive
from editkit.formats.containers.xml import XmlText
from editkit.formats.docx.parts import main_member, story_members, styles
from editkit.formats.docx.pieces import Story
from editkit.formats.docx.reader import SOFT_BREAK, StoryReader

_FIXED = lazy_pattern(f"[{SOFT_BREAK}\ufffc]")
_BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file: its archive, the body's member, its stories and the XML of each member."""

    archive: Archive
    main: str
    stories: tuple[Story, ...]
    texts: dict[str, XmlText]


def read_word_file(data: bytes, uri: str) -> WordFile:
    """Return the stories of a file that have text; raise InputError if it cannot be read."""
    archive = Archive.parse(data, uri)
    main = main_member(archive)
    kind_of = styles(archive, main)
    texts: dict[str, XmlText] = {}
    found: list[Story] = []
    for name, member in story_members(archive, main):
        texts[member] = XmlText.decode(archive.read(member), member, uri)
        story, *boxes = StoryReader(name, member, texts[member], kind_of).read(uri)
        found.append(story)
        shown = [box for box in boxes if box.raw.strip()]
        for number, box in enumerate(shown, 1):
            box.name = f"{name} text box {number}"
        found += shown
    kept = (each for each in found if each.member == main or each.raw.strip())
    stories = tuple(each for each in kept if each.name)
    return WordFile(archive, main, stories, texts)


def document_of(story: Story, uri: str, lang: str) -> Document:
    """Return a story as a document."""
    text = ""
    pieces: list[str] = []
    chunks: list[Chunk] = []
    blocks: list[Block] = []
    others: list[OtherLanguage] = []
    length = raw_end = 0
    for line in story.lines:
        if not story.raw[line.start : line.end].strip():
            continue
        if length:
            span = Span(length, length + len(_BETWEEN_BLOCKS))
            chunks.append(Chunk(span, RawSpan(raw_end, line.start), verbatim=False))
            pieces.append(_BETWEEN_BLOCKS)
            length = span.end
        raw = story.raw[line.start : line.end]
        chunks += _chunks(raw, length, line.start)
        pieces.append(raw.replace(SOFT_BREAK, "\n"))
        span = Span(length, length + len(raw))
        blocks.append(Block(line.kind, span, line.label))
        if line.lang and _is_other(line.lang, lang):
            others.append(OtherLanguage(span, line.lang))
        length, raw_end = span.end, line.end
    text = "".join(pieces)
    source_map = SourceMap(tuple(chunks))
    return Document(
        uri,
        lang,
        text,
        story.raw,
        source_map,
        tuple(blocks),
        part=story.name,
        other_languages=tuple(others),
    )


def _chunks(raw: str, start: int, raw_start: int) -> Iterator[Chunk]:
    """Yield the chunks of a paragraph; objects and line breaks are opaque."""
    at = 0
    for found in [*_FIXED.finditer(raw), None]:
        stop = found.start() if found else len(raw)
        if stop > at:
            span = Span(start + at, start + stop)
            yield Chunk(span, RawSpan(raw_start + at, raw_start + stop))
        if found:
            span = Span(start + stop, start + stop + 1)
            place = RawSpan(raw_start + stop, raw_start + stop + 1)
            yield Chunk(span, place, verbatim=False)
            at = stop + 1


def _is_other(declared: str, lang: str) -> bool:
    """Return whether a declared language is another one than that of the check."""
    declared, checked = declared.partition("-")[0].lower(), lang.partition("-")[0].lower()
    return checked != "und" and declared not in {"", "und", "x", checked}
