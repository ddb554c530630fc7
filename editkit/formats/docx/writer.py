"""Writer of Word files: edits become splices of the XML, plainly or as tracked changes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editkit.core.fix import Splice, Tracked
from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.containers.xml import escape
from editkit.formats.docx.changes import Changes, change_xml
from editkit.formats.docx.comments import Comments
from editkit.formats.docx.cuts import Cut, cuts_of
from editkit.formats.docx.document import read_word_file
from editkit.formats.docx.pieces import Piece

_SPACE = lazy_pattern(rb"""\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_PRESERVE = b' xml:space="preserve"'
_BLANKS = " \t\r\n"


class ByteSplice(NamedTuple):
    """A range of the bytes of a member, and what replaces it."""

    start: int
    end: int
    content: bytes


def write_word_file(
    data: bytes, uri: str, made: Sequence[Sequence[Splice]], tracked: Tracked | None
) -> bytes:
    """Return the file with the splices of each story made; other members keep their bytes."""
    file = read_word_file(data, uri)
    changes = Changes.of(file, tracked) if tracked else None
    comments = Comments(file, changes) if changes else None
    marks: dict[int, list[Cut]] = {}
    if comments and tracked and tracked.remarks:
        marks = comments.marks(made[0], tracked.remarks)
    splices: dict[str, list[ByteSplice]] = defaultdict(list)
    for story, edits in zip(file.stories, made, strict=True):
        for each in (story, *story.copies):
            cuts = cuts_of(each, edits, uri)
            for number, added in marks.items():
                cuts.setdefault(number, []).extend(added)
            marks = {}  # those of the body, which has no copies
            xml = file.texts[each.member].data
            for number, found in cuts.items():
                splices[each.member] += _piece_splices(xml, each.pieces[number], found, changes)
    changed = {
        member: file.texts[member].encode(_spliced(file.texts[member].data, found))
        for member, found in splices.items()
        if found
    }
    if comments:
        changed |= comments.members()
    return file.archive.rewritten(changed)


def _piece_splices(
    xml: bytes, piece: Piece, cuts: Sequence[Cut], changes: Changes | None
) -> Iterator[ByteSplice]:
    """Yield the splices of a `w:t` element."""
    in_order = sorted(cuts)
    needs_blanks = changes is not None or _has_outer_blanks(piece, in_order)
    if needs_blanks and not piece.is_preserved:
        tag = xml[piece.tag : piece.content]
        without = _SPACE.sub(b"", tag)
        yield ByteSplice(piece.tag, piece.content, without[:-1] + _PRESERVE + b">")
        yield ByteSplice(piece.content, piece.content + piece.offsets[0], b"")
        yield ByteSplice(piece.content + piece.offsets[-1], piece.content_end, b"")
    for cut in in_order:
        start, end = (piece.content + piece.offsets[at] for at in (cut.start, cut.end))
        if changes is None:
            yield ByteSplice(start, end, escape(cut.text))
        else:
            yield ByteSplice(start, end, change_xml(xml, piece, cut, changes))


def _has_outer_blanks(piece: Piece, cuts: Sequence[Cut]) -> bool:
    """Return whether the text begins or ends with a blank after the cuts."""
    pieces: list[str] = []
    at = 0
    for cut in cuts:
        pieces += (piece.text[at : cut.start], cut.text)
        at = cut.end
    text = "".join((*pieces, piece.text[at:]))
    return text != text.strip(_BLANKS)


def _spliced(data: bytes, splices: Sequence[ByteSplice]) -> bytes:
    pieces: list[bytes] = []
    at = 0
    for each in sorted(splices, key=lambda each: each[:2]):
        if each.start < at:
            raise ValueError(f"two splices of one place: {each}")
        pieces += (data[at : each.start], each.content)
        at = each.end
    return b"".join((*pieces, data[at:]))
