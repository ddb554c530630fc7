"""Heading anchors: fixes that would break a link to a heading are for review."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from editkit.core.document import BlockKind, Document
from editkit.core.fix import Safety
from editkit.core.format import HeadingAnchors
from editkit.core.result import DocumentResult, FileResult, PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.core.storage.read_file import read_file
from editkit.formats import format_named, formats, suffix_of
from editkit.linting.files.source_file import SourceFile
from editkit.linting.files.walk import walk

_MAX_FILES = 5000
"""Limit of the files in a folder whose links are read."""


class AnchorGuard:
    """Changes the safety of fixes of one run; reads the links of a folder when first needed.

    The folder is the one that the user has named, with those below, or that of a named file.
    """

    def __init__(self) -> None:
        self._links: dict[str, dict[tuple[str, str], list[str]]] = {}

    def checked(self, file: SourceFile, result: FileResult) -> FileResult:
        """Return a result without safe fixes that change the anchor of a heading with links."""
        package = result.package
        if package is None or (anchors := format_named(package.format).anchors()) is None:
            return result
        documents = tuple(self._checked_part(file, part, anchors) for part in result.documents)
        return result if documents == result.documents else replace(result, documents=documents)

    def _checked_part(
        self, file: SourceFile, part: DocumentResult, anchors: HeadingAnchors
    ) -> DocumentResult:
        headings = _Headings(part.document, anchors)
        issues = tuple(self._checked_issue(file, headings, placed) for placed in part.issues)
        return replace(part, issues=issues)

    def _checked_issue(
        self, file: SourceFile, headings: "_Headings", placed: PlacedIssue
    ) -> PlacedIssue:
        sources: list[str] = []
        fixes: list[SourceFix] = []
        anchors: list[str] = []
        for fix in placed.fixes:
            changed = headings.changed_anchors(fix) if fix.safety is Safety.SAFE else ()
            linked = [
                (each, by) for each in changed if (by := self._linking(file, headings, each))
            ]
            if linked:
                anchors += (anchor for anchor, _ in linked)
                sources += (name for _, by in linked for name in by)
            fixes.append(replace(fix, safety=Safety.REVIEW) if linked else fix)
        if not anchors:
            return placed
        names = ", ".join(dict.fromkeys(sources))
        note = f"The fix changes the anchor “#{anchors[0]}”, to which {names} links."
        issue = replace(placed.issue, message=f"{placed.issue.message} {note}")
        return replace(placed, issue=issue, fixes=tuple(fixes))

    def _linking(self, file: SourceFile, headings: "_Headings", anchor: str) -> Sequence[str]:
        """Return the names of the files that link to an anchor of a file."""
        if ("", anchor) in headings.own_links:
            return ["this file"]
        path = os.path.realpath(file.uri)
        if not os.path.isfile(path):  # noqa: PTH113  (no error for any name)
            return ()
        root = os.path.realpath(file.folder or Path(path).parent)
        if root not in self._links:
            self._links[root] = _links_in(root, recursive=file.folder is not None)
        return self._links[root].get((_without_suffix(path), anchor), ())


class _Headings:
    """The headings of a document with their anchors."""

    def __init__(self, document: Document, anchors: HeadingAnchors) -> None:
        self._document, self._anchors = document, anchors

    @cached_property
    def own_links(self) -> frozenset[tuple[str, str]]:
        """The links of the document to anchors in itself."""
        links = self._anchors.anchor_links(self._document.raw)
        return frozenset((link.path, link.anchor) for link in links)

    @cached_property
    def _ranges(self) -> tuple[RawSpan, ...]:
        locate = self._document.source_map.locate
        return tuple(
            locate(block.span)
            for block in self._document.blocks
            if block.kind is BlockKind.HEADING
        )

    def changed_anchors(self, fix: SourceFix) -> tuple[str, ...]:
        """Return the anchors of headings that a fix changes."""
        raw = self._document.raw
        found: list[str] = []
        for heading in self._ranges:
            inside = [s for s in fix.splices if heading.start <= s.span.start <= heading.end]
            if not inside:
                continue
            end = min(
                (at for c in "\r\n" if (at := raw.find(c, heading.end)) >= 0), default=len(raw)
            )
            if self._anchors.has_explicit_id(raw[heading.start : end]):
                continue
            pieces: list[str] = []
            at = heading.start
            for splice in inside:
                pieces += (raw[at : splice.span.start], splice.text)
                at = splice.span.end
            after = "".join((*pieces, raw[at : max(at, heading.end)]))
            before = self._anchors.heading_anchor(heading.of(raw))
            if before != self._anchors.heading_anchor(after):
                found.append(before)
        return tuple(found)


def _links_in(root: str, *, recursive: bool) -> dict[tuple[str, str], list[str]]:
    """Return the names of the files below a folder by the file and anchor that they link to."""
    links: dict[tuple[str, str], list[str]] = defaultdict(list)
    anchors = _formats_with_anchors()
    for path in _files_in(root, anchors.keys(), recursive=recursive):
        try:
            text = read_file(path).decode(errors="replace")
        except OSError:
            continue
        name = Path(os.path.relpath(path, root)).as_posix()
        for link in anchors[suffix_of(path)].anchor_links(text):
            base = root if link.path.startswith("/") else Path(path).parent
            target = Path(base, link.path.lstrip("/")) if link.path else Path(path)
            key = (_without_suffix(os.path.normpath(target)), link.anchor)
            if name not in links[key]:
                links[key].append(name)
    return dict(links)


@cache
def _formats_with_anchors() -> Mapping[str, HeadingAnchors]:
    """Return the anchors of the formats that have some, by the suffixes of their files."""
    found = ((each.suffixes, anchors) for each in formats() if (anchors := each.anchors()))
    return {suffix: anchors for suffixes, anchors in found for suffix in suffixes}


def _files_in(root: str, suffixes: Collection[str], *, recursive: bool) -> Iterator[str]:
    count = 0
    for here, below, files in walk(root, lambda _: None):
        is_searched = {name: recursive and not name.startswith(".") for name in below}
        below[:] = [name for name in below if is_searched[name] and name != "node_modules"]
        for name in sorted(files):
            if suffix_of(name) in suffixes:
                count += 1
                if count > _MAX_FILES:
                    return
                yield str(Path(here, name))


def _without_suffix(path: str) -> str:
    suffix = suffix_of(path)
    return path[: -len(suffix)] if suffix in _formats_with_anchors() else path
