"""A format for tests that is read as prose: a ZIP archive of texts with escapes and mark-up.

Each member whose name ends with `.txt` is a part. A line is a block with a label. `&amp;` is an
entity, `*` is mark-up, `{…}` a placeholder. A line that starts with `!` is locked, and `@fr ` at
its start is its language.
A tracked change is `[-old-]` or `[+new+]` with the author; what is deleted is no prose. A comment
is a line with `?` after the line that it is about.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import ClassVar

from editkit.core.document import Block, BlockKind, Document, Original, OtherLanguage, Package
from editkit.core.errors import InputError
from editkit.core.fix import Edit, Splice, Tracked
from editkit.core.format import NO_DIRECTIVES, DirectiveSyntax, Format, Reading
from editkit.core.language import matches
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.core.splices import apply_splices
from editkit.formats.narrow import narrow_edit

_PIECE = re.compile(
    r"(?P<note>(?m:^\?.*$))|(?P<mark>(?m:^!)|\*|\[-[^\]]*-\]|\[\+|\+\])|(?P<lang>(?m:^@\w+ ))"
    r"|(?P<entity>&amp;)|(?P<object>\{[^{}]*\})|(?P<text>[^*\[\]&{}\n!+]+|[\[\]&+!])|(?P<end>\n)"
)


class Bundle(Format):
    name: ClassVar[str] = "bundle"
    suffixes: ClassVar[frozenset[str]] = frozenset({".bundle"})
    reading: ClassVar[Reading] = Reading.PROSE
    patchable: ClassVar[bool] = False
    tracks: ClassVar[bool] = True
    directive_syntax: ClassVar[DirectiveSyntax] = NO_DIRECTIVES

    def parse(self, data: bytes, *, uri: str, lang: str) -> Package:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                texts = {each: archive.read(each).decode() for each in archive.namelist()}
        except zipfile.BadZipFile as error:
            raise InputError("this is no bundle", uri=uri) from error
        documents = (
            _document(raw, uri, lang, name.removesuffix(".txt"))
            for name, raw in texts.items()
            if name.endswith(".txt")
        )
        return Package(uri, self.name, data, tuple(documents))

    def splices(self, document: Document, edits: Sequence[Edit]) -> tuple[Splice, ...] | None:
        found: list[Splice] = []
        for edit in edits:
            pieces = narrow_edit(document, edit)
            if pieces is None or any("\ufffc" in each.span.of(document.text) for each in pieces):
                return None
            found += (
                Splice(document.source_map.locate(each.span), each.text.replace("&", "&amp;"))
                for each in pieces
            )
        return tuple(sorted(found, key=lambda each: each.span))

    def read_fragment(self, source: str) -> str:
        return source.replace("&amp;", "&")

    def pack(
        self,
        package: Package,
        made: Sequence[Sequence[Splice]],
        tracked: Tracked | None = None,
    ) -> bytes:
        out = io.BytesIO()
        changed = {
            f"{document.part}.txt": _changed(document, splices, number, tracked)
            for number, (document, splices) in enumerate(zip(package.documents, made, strict=True))
        }
        with (
            zipfile.ZipFile(io.BytesIO(package.data)) as before,
            zipfile.ZipFile(out, "w") as after,
        ):
            for info in before.infolist():
                text = changed.get(info.filename)
                after.writestr(info, before.read(info) if text is None else text.encode())
        return out.getvalue()


def _changed(
    document: Document, splices: Sequence[Splice], number: int, tracked: Tracked | None
) -> str:
    raw = document.raw
    if tracked is None:
        return apply_splices(raw, splices)
    marked = [
        Splice(
            each.span,
            (f"[-{each.span.of(raw)}-]" if each.span else "")
            + (f"[+{each.text}+]" if each.text else ""),
        )
        for each in splices
    ]
    for remark in tracked.remarks[number] if tracked.remarks else ():
        end = raw.index("\n", remark.span.end)
        note = f"\n?{tracked.author} {tracked.date:%Y}: {remark.text}"
        marked.append(Splice(RawSpan(end, end), note))
    return apply_splices(raw, marked)


def _document(raw: str, uri: str, lang: str, part: str) -> Document:
    chunks: list[Chunk] = []
    lines: list[list[str]] = [[]]
    text = ""
    for found in _PIECE.finditer(raw):
        kind, shown = found.lastgroup, found[0]
        if kind in {"note", "mark", "lang"}:
            lines[-1].append(
                shown if found.start() == raw.rfind("\n", 0, found.start()) + 1 else ""
            )
            continue
        prose = {"entity": "&", "object": "\ufffc"}.get(str(kind), shown)
        span = Span(len(text), len(text) + len(prose))
        chunks.append(Chunk(span, RawSpan(*found.span()), verbatim=prose == shown))
        text += prose
        if kind == "end":
            lines.append([])
    blocks = tuple(_blocks(text, lines))
    others = tuple(_others(blocks, lines, lang))
    originals = tuple(
        Original(each.span, f"original of {each.label}", "zh") for each in blocks[:1]
    )
    source_map = SourceMap(tuple(chunks))
    return Document(uri, lang, text, raw, source_map, blocks, (), part, originals, others)


def _blocks(text: str, lines: list[list[str]]) -> Iterator[Block]:
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            locked = "!" in lines[number]
            span = Span(at, at + len(line))
            yield Block(BlockKind.PARAGRAPH, span, f"line {number + 1}", locked)
        at += len(line) + 1


def _others(blocks: Sequence[Block], lines: list[list[str]], lang: str) -> Iterator[OtherLanguage]:
    for block in blocks:
        marks = lines[int((block.label or "").removeprefix("line ")) - 1]
        for mark in marks:
            if mark.startswith("@") and not matches(mark[1:].strip(), lang):
                yield OtherLanguage(block.span, mark[1:].strip())


def bundle(**parts: str) -> bytes:
    """Return a bundle with parts, and a member that is no part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("settings.bin", b"\0\1")
        for name, text in parts.items():
            archive.writestr(f"{name}.txt", text)
    return out.getvalue()


def texts(data: bytes) -> dict[str, str]:
    """Return the members of a bundle."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            each: archive.read(each).decode("latin-1" if each.endswith("bin") else "utf-8")
            for each in archive.namelist()
        }
