"""Parts of a Word file: which members are its body, headers, footers and notes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from editkit.core.document import BlockKind
from editkit.core.errors import InputError
from editkit.formats.containers.archive import Archive
from editkit.formats.containers.xml import XmlText, parse_events
from editkit.formats.docx.names import WORD, attribute

_NAMES = {
    "header": "Header",
    "footer": "Footer",
    "footnotes": "Footnotes",
    "endnotes": "Endnotes",
}
_NUMBERED = frozenset({"header", "footer"})
_HEADINGS = ("heading", "title", "subtitle")
_LEVELS = frozenset("012345678")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: the last part of its type, and the name of the member that it leads to."""

    kind: str
    target: str


def main_member(archive: Archive) -> str:
    """Return the name of the member with the body; raise InputError if there is none."""
    for relation in relations(archive, ""):
        if relation.kind == "officeDocument" and relation.target in archive:
            return relation.target
    raise InputError("This ZIP archive is not a Word document.", uri=archive.uri)


def story_members(archive: Archive, main: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each story for readers, and that of its member, the body first."""
    yield "Body", main
    seen = {main}
    counts: Counter[str] = Counter()
    for relation in sorted(relations(archive, main), key=lambda each: _order(each.target)):
        name = _NAMES.get(relation.kind)
        if name is None or relation.target in seen or relation.target not in archive:
            continue
        seen.add(relation.target)
        counts[name] += 1
        yield f"{name} {counts[name]}" if relation.kind in _NUMBERED else name, relation.target


def _order(target: str) -> tuple[int, str]:
    """Return the key that puts header2.xml before header10.xml."""
    return len(target), target


def relations_name(member: str) -> str:
    """Return the name of the member with the relationships of another one."""
    folder, _, name = member.rpartition("/")
    return "/".join(filter(None, (folder, "_rels", f"{name}.rels")))


def relations(archive: Archive, member: str) -> list[Relation]:
    """Return the relationships of a member; "" is the archive."""
    name = relations_name(member)
    if name not in archive:
        return []
    found: list[Relation] = []

    def start(tag: str, attributes: Mapping[str, str], _: int) -> None:
        if tag.endswith(" Relationship") and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else join(dirname(member), target)
            found.append(Relation(kind, normpath(path)))

    xml = XmlText.decode(archive.read(name), name, archive.uri)
    parse_events(xml, name, archive.uri, start=start, end=lambda *_: None)
    return found


def styles(archive: Archive, main: str) -> Callable[[str], BlockKind]:
    """Return a function from the id of a paragraph style to the kind of its paragraphs."""
    kinds: dict[str, BlockKind] = {}
    names = [each.target for each in relations(archive, main) if each.kind == "styles"]
    current: list[str] = []

    def start(tag: str, attributes: Mapping[str, str], _: int) -> None:
        namespace, _blank, name = tag.rpartition(" ")
        if namespace not in WORD:
            return
        value = (attribute(attributes, "val") or "").lower()
        if name == "style":
            current[:] = [attribute(attributes, "styleId") or ""]
        elif name == "name" and current:
            if value.startswith(_HEADINGS):
                kinds[current[0]] = BlockKind.HEADING
            elif value.startswith("list"):
                kinds[current[0]] = BlockKind.ITEM
        elif name == "outlineLvl" and current and value in _LEVELS:
            kinds[current[0]] = BlockKind.HEADING

    for name in names:
        if name in archive:
            xml = XmlText.decode(archive.read(name), name, archive.uri)
            parse_events(xml, name, archive.uri, start=start, end=lambda *_: None)
    return lambda style: kinds.get(style, BlockKind.PARAGRAPH)
