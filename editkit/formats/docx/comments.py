"""Comments in Word files: remarks on issues that no proposed edit resolves."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count

from editkit.core.fix import Remark, Splice
from editkit.formats.containers.archive import Archive
from editkit.formats.containers.xml import XmlText, escape, prefix_at, with_end_tag
from editkit.formats.docx.changes import Changes
from editkit.formats.docx.cuts import Cut
from editkit.formats.docx.document import WordFile
from editkit.formats.docx.parts import relations, relations_name
from editkit.formats.docx.pieces import Story

_TYPES = "[Content_Types].xml"
_CONTENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT, _TRANSITIONAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_WORD = {_STRICT: b"wordprocessingml/main", _TRANSITIONAL: b"wordprocessingml/2006/main"}
_RELATION = {
    _STRICT: b"officeDocument/relationships/comments",
    _TRANSITIONAL: b"officeDocument/2006/relationships/comments",
}
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COMMENT = b'<%bcomment%b><%bp><%br><%bt xml:space="preserve">%b</%bt></%br></%bp></%bcomment>'
_EMPTY_RELATIONS = (
    _DECLARATION
    + b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"</Relationships>"
)


class Comments:
    """The comments to add to a file.

    Word has comments in the body only: those on other stories are at the start of the body, and
    name their story.
    """

    def __init__(self, file: WordFile, changes: Changes) -> None:
        self._file, self._changes = file, changes
        self._added: list[tuple[bytes, str]] = []

    def marks(
        self, edits: Sequence[Splice], remarks: Sequence[Sequence[Remark]]
    ) -> dict[int, list[Cut]]:
        """Return the cuts of the body that mark the ranges of remarks, by piece.

        `edits` are those of the body, `remarks` those on each story.
        """
        found: dict[int, list[Cut]] = defaultdict(list)
        body, *others = self._file.stories
        own, *on_others = remarks
        if not body.pieces:
            return found
        for remark in own:
            span = _outside((remark.span.start, remark.span.end), edits)
            self._mark(found, body, span, remark.text)
        start = body.pieces[0].start
        for story, notes in zip(others, on_others, strict=True):
            for remark in notes:
                text = f"{story.name}, “{remark.span.of(story.raw)}”: {remark.text}"
                self._mark(found, body, _outside((start, start), edits), text)
        return found

    def _mark(
        self, found: dict[int, list[Cut]], body: Story, span: tuple[int, int], text: str
    ) -> None:
        first, first_at = _place(body, span[0], is_start=True)
        last, last_at = _place(body, span[1], is_start=span[0] == span[1])
        prefix, number = body.pieces[first].run.prefix, self._changes.new_id()
        begin = b'<%bcommentRangeStart %bid="%b"/>' % (prefix, prefix, number)
        end = b'<%bcommentRangeEnd %bid="%b"/><%br><%bcommentReference %bid="%b"/></%br>' % (
            *(prefix, prefix, number, prefix),
            *(prefix, prefix, number, prefix),
        )
        found[first].append(Cut(first_at, first_at, before=begin))
        found[last].append(Cut(last_at, last_at, after=end))
        self._added.append((number, text))

    def members(self) -> dict[str, bytes]:
        """Return the members that hold the comments; none if there are no comments."""
        if not self._added:
            return {}
        main, archive = self._file.main, self._file.archive
        named = [each.target for each in relations(archive, main) if each.kind == "comments"]
        existing = next((name for name in named if name in archive), None)
        if existing:
            xml = XmlText.decode(archive.read(existing), existing, archive.uri)
            data = with_end_tag(xml.data)
            return {existing: xml.encode(_before_end(data, self._elements(data)))}
        folder = main.rpartition("/")[0]
        name = _free_name(f"{folder}/comments" if folder else "comments", archive)
        base = _STRICT if _STRICT in self._file.texts[main].data else _TRANSITIONAL
        root = (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="%b">'
        )
        empty = root % (base + _WORD[base]) + b"</w:comments>"
        kind = base + _RELATION[base]
        return {
            name: _before_end(empty, self._elements(empty)),
            **self._relation(name, kind),
            **self._content_type(name),
        }

    def _elements(self, comments: bytes) -> bytes:
        """Return the comments in the prefix of the root of `comments`."""
        prefix = prefix_at(comments, comments.rindex(b"</"))
        pieces: list[bytes] = []
        for number, text in self._added:
            attributes = b' %bid="%b" %bauthor="%b" %bdate="%b" %binitials="%b"' % (
                *(prefix, number, prefix, self._changes.author),
                *(prefix, self._changes.date, prefix, self._changes.author[:1] or b"e"),
            )
            names = ([prefix] * 3, [prefix] * 4)
            pieces.append(_COMMENT % (prefix, attributes, *names[0], escape(text), *names[1]))
        return b"".join(pieces)

    def _relation(self, name: str, kind: bytes) -> dict[str, bytes]:
        archive = self._file.archive
        member = relations_name(self._file.main)
        content = archive.read(member) if member in archive else _EMPTY_RELATIONS
        xml = XmlText.decode(content, member, archive.uri)
        number = next(n for n in count(1) if b'"rIdComments%d"' % n not in xml.data)
        data = with_end_tag(xml.data)
        prefix = prefix_at(data, data.rindex(b"</"))
        element = b'<%bRelationship Id="rIdComments%d" Type="%b" Target="/%b"/>' % (
            *(prefix, number, kind),
            escape(name),
        )
        return {member: xml.encode(_before_end(data, element))}

    def _content_type(self, name: str) -> dict[str, bytes]:
        archive = self._file.archive
        xml = XmlText.decode(archive.read(_TYPES), _TYPES, archive.uri)
        prefix = prefix_at(xml.data, xml.data.rindex(b"</"))
        element = b'<%bOverride PartName="/%b" ContentType="%b"/>' % (
            *(prefix, escape(name)),
            _CONTENT_TYPE,
        )
        return {_TYPES: xml.encode(_before_end(xml.data, element))}


def _outside(span: tuple[int, int], edits: Sequence[Splice]) -> tuple[int, int]:
    """Return a range whose ends are not within an edit."""
    start, end = span
    for edit in edits:
        if edit.span.start < start < edit.span.end:
            start = edit.span.start
        if edit.span.start < end < edit.span.end:
            end = edit.span.end
    return start, end


def _place(story: Story, at: int, *, is_start: bool) -> tuple[int, int]:
    """Return the index of the piece at a position of a story, and the position in the piece."""
    starts = [piece.start for piece in story.pieces]
    number = (bisect_right if is_start else bisect_left)(starts, at) - 1
    number = max(number, 0)
    piece = story.pieces[number]
    if is_start and at >= piece.end and number + 1 < len(starts):
        return number + 1, 0
    return number, min(max(at - piece.start, 0), len(piece.text))


def _before_end(xml: bytes, element: bytes) -> bytes:
    """Return a file with an element at the end of its root."""
    at = xml.rindex(b"</")
    return xml[:at] + element + xml[at:]


def _free_name(stem: str, archive: Archive) -> str:
    names = chain([f"{stem}.xml"], (f"{stem}{number}.xml" for number in count(2)))
    return next(name for name in names if name not in archive)
