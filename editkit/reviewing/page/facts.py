"""What the page's script has to know, as values that JSON can hold."""

import re
from collections.abc import Iterable, Mapping, Sequence

from editkit import __version__
from editkit.core.fix import Splice
from editkit.core.result import PlacedIssue
from editkit.report.unified_diff import names
from editkit.reviewing.page.model import Item, Source
from editkit.reviewing.page.originals import Original
from editkit.reviewing.page.served import Served

_CODE = re.compile("`([^`]*)`")


def facts(
    sources: Sequence[Source],
    rationales: Mapping[str, str],
    originals: Sequence[Sequence[Original]],
    served: Served | None = None,
) -> dict[str, object]:
    """Return the files with their sources, edits and notes; positions are code points.

    `originals` are, for each file, what its paragraphs were translated from.
    """
    present = {item.placed.issue.rule for source in sources for item in source.items}
    known: dict[str, object] = {
        "tool": {"name": "editkit", "version": __version__},
        "rationales": {
            rule: _CODE.sub(r"“\1”", rationales[rule])
            for rule in sorted(present & rationales.keys())
        },
        "files": [_file(source, each) for source, each in zip(sources, originals, strict=True)],
    }
    if served is None:
        return known
    serve = {"token": served.token, "revision": served.revision, "decisions": served.decisions}
    return {**known, "serve": serve}


def _file(source: Source, originals: Sequence[Original]) -> dict[str, object]:
    package = source.file.package
    raw = source.document.document.raw
    return {
        "path": source.file.uri,
        "sha256": source.file.sha256,
        "encoding": package.encoding if package else "utf-8",
        "bom": list(package.bom) if package else [],
        "names": names(source.file.uri),
        "raw": raw,
        "originals": [[each.start, each.text] for each in originals],
        "items": [_item(raw, item) for item in source.items],
    }


def _item(raw: str, item: Item) -> dict[str, object]:
    issue = item.placed.issue
    return {
        "id": item.id,
        "rule": issue.rule,
        "family": issue.family.value,
        "severity": issue.severity.value,
        "fingerprint": issue.fingerprint,
        "message": issue.message,
        "line": item.placed.place.line,
        "found": item.placed.place.span.of(raw),
        "also": [origin.rule for origin in issue.also],
        "concept": _concept(item.placed),
        "related": [
            {
                "line": None if about.uri else place.line,
                "start": place.span.start,
                "end": place.span.end,
                "path": about.uri,
                "message": about.message,
            }
            for about, place in zip(issue.related, item.placed.related, strict=True)
        ],
        "pieces": [{"start": piece.start, "end": piece.end} for piece in item.pieces],
        "choices": [
            {
                "title": choice.title,
                "safety": choice.safety.value,
                "edits": edits_of(raw, choice.splices),
            }
            for choice in item.choices
        ],
    }


def _concept(placed: PlacedIssue) -> dict[str, str | None] | None:
    concept = placed.issue.concept
    if concept is None:
        return None
    return {"term": concept.term, "source": concept.source, "note": concept.note}


def edits_of(raw: str, splices: Iterable[Splice]) -> list[dict[str, object]]:
    """Return splices as the page and its decisions have them, in order."""
    return [
        {
            "start": splice.span.start,
            "end": splice.span.end,
            "before": splice.span.of(raw),
            "replacement": splice.text,
        }
        for splice in sorted(splices, key=lambda splice: splice.span)
    ]
