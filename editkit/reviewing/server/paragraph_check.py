"""Paragraph check: issues that the approved edits of a paragraph newly cause, by all checks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock

from editkit.core.document import Document, Package
from editkit.core.errors import InputError
from editkit.core.fix import Splice
from editkit.core.result import DocumentResult, EngineState, FileResult, PlacedIssue
from editkit.core.span import RawSpan, Span
from editkit.core.storage.json_reader import JsonReader, quoted
from editkit.core.taxonomy import Confidence, Family, Severity, Status
from editkit.reviewing.server.review_files import ReviewFiles

_Known = tuple[str, str]
"""An issue that is not new: its rule and its text in lowercase."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of a source and its approved edits, in order of position."""

    span: RawSpan
    splices: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class _Prose:
    """The prose of a paragraph, which begins at `start` of the prose of `document`."""

    document: Document
    start: int
    text: str


class ParagraphChecker:
    """Lints paragraphs as decided, each as a text of its own; thread-safe.

    An issue that a paragraph has without its edits, alone or in its article, is not new.
    """

    def __init__(self, files: ReviewFiles) -> None:
        self._files, self._lock = files, Lock()

    def check(self, results: Sequence[FileResult], request: object) -> dict[str, object]:
        """Return the new issues of each paragraph of a request, and why a check has failed.

        Each issue has the number of the edit that it touches or, if it touches none, of the
        nearest one. `faults` is null if the file has changed since the page was made. Raises
        InputError for an invalid request.
        """
        reader = JsonReader(request, "", "check")
        path, part = reader["path"].string(), reader["part"].string_or_null()
        paragraphs = tuple(map(_paragraph, reader["paragraphs"].items()))
        found = next((each for each in results if each.uri == path), None)
        if found is None:
            raise InputError(f"{quoted(path)} is none of the files under review.", uri="check")
        before = next((each for each in found.documents if each.document.part == part), None)
        is_current = found.sha256 == reader["sha256"].string()
        if found.package is None or before is None or not is_current:
            return {"faults": None, "notices": []}
        with self._lock:
            try:
                after = self._edited(path, found.package, before.document, paragraphs)
            except ValueError as error:
                raise InputError(f"The edits do not fit: {error}.", uri="check") from None
            return self._compare(path, before, after, paragraphs)

    def _edited(
        self, path: str, package: Package, document: Document, paragraphs: Sequence[_Paragraph]
    ) -> Document:
        """Return a document of a file after the edits of paragraphs."""
        splices = [splice for paragraph in paragraphs for splice in paragraph.splices]
        made = [splices if each.part == document.part else [] for each in package.documents]
        parsed = self._files.parsed(path, package, made)
        return next(each for each in parsed.documents if each.part == document.part)

    def _compare(
        self,
        path: str,
        before: DocumentResult,
        after: Document,
        paragraphs: Sequence[_Paragraph],
    ) -> dict[str, object]:
        shifts = [_shift(paragraphs, each.span.start) for each in paragraphs]
        old = [_prose(before.document, each.span) for each in paragraphs]
        new = [
            _prose(after, RawSpan(each.span.start + shift, each.span.end + shift + _growth(each)))
            for each, shift in zip(paragraphs, shifts, strict=True)
        ]
        texts = [prose.text for prose in (*old, *new)]
        linted = list(self._files.lint_texts(path, after.lang, texts))
        known, found = linted[: len(old)], linted[len(old) :]
        faults = [
            list(
                _faults(
                    paragraph, shift, prose, result, [*_known(was), *_known_at(before, paragraph)]
                )
            )
            for paragraph, shift, prose, result, was in zip(
                paragraphs, shifts, new, found, known, strict=True
            )
        ]
        return {"faults": faults, "notices": list(dict.fromkeys(_failures(linted)))}


def _paragraph(reader: JsonReader) -> _Paragraph:
    splices = tuple(
        Splice(_span(edit), edit["replacement"].string()) for edit in reader["edits"].items()
    )
    span = _span(reader)
    ordered = all(a.span.end <= b.span.start for a, b in pairwise(splices))
    if not ordered or not all(span.covers(splice.span) for splice in splices):
        raise reader.error("edits inside the paragraph, in order, are expected")
    return _Paragraph(span, splices)


def _span(reader: JsonReader) -> RawSpan:
    start, end = reader["start"].offset(), reader["end"].offset()
    if end < start:
        raise reader["end"].error("an end after the start is expected")
    return RawSpan(start, end)


def _growth(paragraph: _Paragraph) -> int:
    return sum(len(each.text) - len(each.span) for each in paragraph.splices)


def _shift(paragraphs: Sequence[_Paragraph], position: int) -> int:
    """Return how far the edits of earlier paragraphs move a position."""
    return sum(_growth(each) for each in paragraphs if each.span.end <= position)


def _prose(document: Document, span: RawSpan) -> _Prose:
    """Return the prose of the blocks in a range of the source."""
    blocks, locate = document.blocks, document.source_map.locate
    first = bisect_right(blocks, span.start, key=lambda block: locate(block.span).end)
    last = bisect_left(blocks, span.end, key=lambda block: locate(block.span).start)
    if first >= last:
        return _Prose(document, 0, "")
    start, end = blocks[first].span.start, blocks[last - 1].span.end
    return _Prose(document, start, document.text[start:end])


def _known(result: FileResult) -> Iterator[_Known]:
    """Yield the issues of a paragraph as a text of its own."""
    for part in result.documents:
        for placed in part.issues:
            yield from _keys(placed, part.document.raw)


def _known_at(part: DocumentResult, paragraph: _Paragraph) -> Iterator[_Known]:
    """Yield the issues of an article in a paragraph."""
    for placed in part.issues:
        for place in placed.places:
            if place.location.span.overlaps(paragraph.span):
                yield from _keys(place, part.document.raw)


def _keys(placed: PlacedIssue, raw: str) -> Iterator[_Known]:
    for place in placed.places:
        yield place.issue.rule, place.location.span.of(raw).casefold()


def _faults(
    paragraph: _Paragraph,
    shift: int,
    prose: _Prose,
    result: FileResult,
    known: Sequence[_Known],
) -> Iterator[dict[str, object]]:
    """Yield the new issues of a paragraph, in order of position."""
    places: list[RawSpan] = []
    moved = shift
    for splice in paragraph.splices:
        start = splice.span.start + moved
        places.append(RawSpan(start, start + len(splice.text)))
        moved += len(splice.text) - len(splice.span)
    for placed in (place for each in result.issues for place in each.places):
        issue, span = placed.issue, placed.location.span
        if not places or _is_optional(placed) or _is_known(placed, prose.text, known):
            continue
        in_prose = Span(prose.start + span.start, prose.start + span.end)
        at = prose.document.source_map.locate(in_prose)
        gaps = [max(at.start - place.end, place.start - at.end, 0) for place in places]
        gap = min(gaps)
        if not gap or issue.family is not Family.CONSISTENCY:
            yield {"edit": gaps.index(gap), "message": issue.message}


def _is_optional(placed: PlacedIssue) -> bool:
    issue = placed.issue
    return (
        issue.severity is Severity.INFO
        or issue.confidence is Confidence.LOW
        or issue.status is Status.PREVIEW
    )


def _is_known(placed: PlacedIssue, text: str, known: Sequence[_Known]) -> bool:
    """Return whether the rule has flagged these words, or a part of them, before."""
    found = placed.location.span.of(text).casefold()
    return any(
        rule == placed.issue.rule
        and (placed.issue.family is Family.CONSISTENCY or found in was or was in found)
        for rule, was in known
    )


def _failures(results: Sequence[FileResult]) -> Iterator[str]:
    """Yield why engines and checks did not run."""
    for result in results:
        for engine in result.engines:
            if engine.state is EngineState.FAILED:
                yield f"{engine.name}: {engine.reason}"
        for notice in result.notices:
            if notice.rule is not None or result.package is None:
                yield f"{notice.rule or notice.uri}: {notice.message}"
