"""Results of runs, made by hand for tests of the review page."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from editkit.core.document import Block, BlockKind, Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import ConceptRef, Issue
from editkit.core.result import (
    DocumentResult,
    FileResult,
    Notice,
    PlacedIssue,
    SourceFix,
)
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.linting.locate import LineIndex

BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


@dataclass(frozen=True)
class IssueSpec:
    """An issue on the occurrence number `nth` of `text`; each fix replaces the whole of it."""

    text: str
    fixes: tuple[str, ...] = ()
    rule: str = "some-rule"
    nth: int = 0
    safety: Safety = Safety.REVIEW
    message: str = "Something is wrong."
    concept: ConceptRef | None = None
    severity: Severity = Severity.MINOR
    confidence: Confidence = Confidence.HIGH
    family: Family = Family.TERM


def splice(raw: str, before: str, after: str, nth: int = 0) -> Splice:
    """Return the replacement of an occurrence of `before`."""
    start = -1
    for _ in range(nth + 1):
        start = raw.index(before, start + 1)
    return Splice(RawSpan(start, start + len(before)), after)


def placed_issue(
    raw: str, spec: IssueSpec, fixes: Sequence[SourceFix] | None = None
) -> PlacedIssue:
    """Return an issue; `fixes`, if given, replace the fixes of `spec`."""
    span = splice(raw, spec.text, "", spec.nth).span
    named = tuple(
        SourceFix(f"Replace with “{fix}”", spec.safety, (Splice(span, fix),)) for fix in spec.fixes
    )
    identity = f"{spec.rule}\0{spec.text}\0{spec.nth}".encode()
    issue = Issue(
        spec.rule,
        Span(span.start, span.end),
        spec.message,
        spec.family,
        "terminology/wrong-term",
        spec.severity,
        spec.confidence,
        concept=spec.concept,
        fingerprint=sha256(identity).hexdigest(),
    )
    location = LineIndex(raw).locate(span)
    return PlacedIssue(issue, location, named if fixes is None else tuple(fixes))


def file_result(
    raw: str,
    *issues: IssueSpec | PlacedIssue,
    path: str = "a.txt",
    encoding: str = "utf-8",
    bom: bool = False,
    notices: tuple[Notice, ...] = (),
) -> FileResult:
    """Return the result of a plain-text file whose prose is its source."""
    mark = BOMS[encoding] if bom else b""
    data = mark + raw.encode(encoding)
    chunks = (Chunk(Span(0, len(raw)), RawSpan(0, len(raw))),)
    document = Document(path, "en-US", raw, raw, SourceMap(chunks), tuple(_lines(raw)))
    package = Package(path, "plain", data, (document,), encoding, mark)
    placed = [one if isinstance(one, PlacedIssue) else placed_issue(raw, one) for one in issues]
    placed.sort(key=lambda one: one.location.span)
    parts = (DocumentResult(document, tuple(placed)),)
    words = len(raw.split())
    return FileResult(path, package, sha256(data).hexdigest(), words, parts, notices=notices)


def bytes_of(result: FileResult) -> bytes:
    """Return the file as it was read."""
    assert result.package is not None
    return result.package.data


def _lines(raw: str) -> list[Block]:
    blocks, at = [], 0
    for line in raw.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return blocks
