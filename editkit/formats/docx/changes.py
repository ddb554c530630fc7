"""Tracked changes in Word's XML: deletions and insertions between runs."""

from dataclasses import dataclass
from datetime import UTC

from editkit.core.fix import Tracked
from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.containers.xml import escape, escape_attribute
from editkit.formats.docx.cuts import Cut
from editkit.formats.docx.document import WordFile
from editkit.formats.docx.pieces import Piece, Run

_ID = lazy_pattern(rb""":id\s*=\s*["'](\d{1,9})["']""")
"""Without the prefix, which would need quadratic time for a long word."""
_INSERTION_ID = lazy_pattern(rb"""([\w.-]+:id\s*=\s*["'])-?\d+(["'])""")


@dataclass(slots=True)
class Changes:
    """Author and date of changes, and ids that no change, comment or bookmark of a file has."""

    author: bytes
    date: bytes
    next_id: int

    @classmethod
    def of(cls, file: WordFile, tracked: Tracked) -> "Changes":
        """Return the changes of an author in a file."""
        names = [each.name for each in file.archive.members if each.name.endswith(".xml")]
        used = (
            int(found[1])
            for name in names
            if name.startswith("word/") or name in file.texts
            for found in _ID.finditer(_content(file, name))
        )
        date = tracked.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return cls(escape_attribute(tracked.author), date, max(used, default=0) + 1)

    def new_id(self) -> bytes:
        """Return an id that is not used yet."""
        self.next_id += 1
        return str(self.next_id - 1).encode()

    def attributes(self, prefix: bytes) -> bytes:
        """Return the attributes of a change or comment."""
        return b' %bid="%b" %bauthor="%b" %bdate="%b"' % (
            *(prefix, self.new_id()),
            *(prefix, self.author),
            *(prefix, self.date),
        )


def _content(file: WordFile, name: str) -> bytes:
    text = file.texts.get(name)
    return text.data if text else file.archive.read(name)


def change_xml(xml: bytes, piece: Piece, cut: Cut, changes: Changes) -> bytes:
    """Return what replaces the characters of a cut: the end of the run, changes, a new run."""
    run = piece.run
    prefix = run.prefix
    old = xml[piece.content + piece.offsets[cut.start] : piece.content + piece.offsets[cut.end]]
    pieces = [b"</%bt></%br>" % (prefix, prefix), cut.before]
    if old:
        deleted = _run(run, b"delText", old)
        attributes = changes.attributes(prefix)
        pieces.append(b"<%bdel%b>%b</%bdel>" % (prefix, attributes, deleted, prefix))
    if cut.text:
        pieces.append(_insertion(run, escape(cut.text), changes))
    pieces.append(cut.after)
    pieces.append(b'<%br>%b<%bt xml:space="preserve">' % (prefix, run.properties, prefix))
    return b"".join(pieces)


def _insertion(run: Run, text: bytes, changes: Changes) -> bytes:
    """Return an insertion; one in another author's insertion divides that."""
    prefix = run.prefix
    attributes = changes.attributes(prefix)
    inserted = b"<%bins%b>%b</%bins>" % (prefix, attributes, _run(run, b"t", text), prefix)
    if run.insertion is None:
        return inserted
    again = _INSERTION_ID.sub(
        lambda found: found[1] + changes.new_id() + found[2], run.insertion, count=1
    )
    return b"</%bins>%b%b" % (prefix, inserted, again)


def _run(run: Run, element: bytes, text: bytes) -> bytes:
    prefix = run.prefix
    return b'<%br>%b<%b%b xml:space="preserve">%b</%b%b></%br>' % (
        *(prefix, run.properties),
        *(prefix, element, text, prefix, element, prefix),
    )
