"""The JSON report, version 1, and its line-by-line form: contracts with other programs."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from editkit.core.document import Document
from editkit.core.result import (
    DocumentResult,
    EngineReport,
    FileResult,
    Notice,
    Place,
    PlacedIssue,
    SourceFix,
    State,
)

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_LINES = 500
"""How many lines are passed on at a time; to write each by itself costs more than to make it."""
_SURROGATE = re.compile("[\ud800-\udfff]")
SCHEMA = "editkit.report/1"


def render(results: Iterable[FileResult], *, version: str) -> Iterator[str]:
    """Yield the pieces of one JSON object; each file is passed on as it comes."""
    head = _dump({"schema": SCHEMA, "tool": {"name": "editkit", "version": version}})
    yield head.removesuffix("}") + ',"files":['
    engines: dict[str, EngineReport] = {}
    notices: dict[Notice, None] = {}
    families: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    between = "\n"
    for result in results:
        notices.update(dict.fromkeys(result.notices))
        for report in result.engines:
            if engines.setdefault(report.name, report).state is State.RAN:
                engines[report.name] = report
        if result.package is None:
            continue
        families.update(placed.issue.family.value for placed in result.issues)
        severities.update(placed.issue.severity.value for placed in result.issues)
        yield between + _dump(_file(result))
        between = ",\n"
    summary = {
        "issues": families.total(),
        "by_family": dict(sorted(families.items())),
        "by_severity": dict(sorted(severities.items())),
    }
    tail = {
        "engines": [_engine(report) for report in engines.values()],
        "notices": [_notice(notice) for notice in notices],
        "summary": summary,
    }
    yield "\n]," + _dump(tail).removeprefix("{") + "\n"


def render_lines(results: Iterable[FileResult]) -> Iterator[str]:
    """Yield, some at a time, one line an issue: the issue's object with the `path` of its file."""
    for result in results:
        for part in result.documents:
            for at in range(0, len(part.issues), _LINES):
                lines = (
                    _dump({"path": result.uri, **_issue(part, placed)}) + "\n"
                    for placed in part.issues[at : at + _LINES]
                )
                yield "".join(lines)


def _dump(value: object) -> str:
    made = _ENCODE(value)
    try:
        made.encode()
    except UnicodeEncodeError:
        # A file name may hold bytes that are no text; as escapes they are still JSON.
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
    return made


def _file(result: FileResult) -> dict[str, object]:
    return {
        "path": result.uri,
        "format": result.package.format if result.package else None,
        "sha256": result.sha256,
        "words": result.words,
        "issues": [_issue(part, placed) for part in result.documents for placed in part.issues],
    }


def _issue(part: DocumentResult, placed: PlacedIssue) -> dict[str, object]:
    issue, place, document = placed.issue, placed.place, part.document
    found: dict[str, object] = {
        "rule": issue.rule,
        "family": issue.family.value,
        "category": issue.category,
        "severity": issue.severity.value,
        "confidence": issue.confidence.value,
        "message": issue.message,
        "text": place.span.of(document.raw),
        "engine": issue.engine,
        "span": {**_span(place), "line": place.line, "column": place.column},
        "fingerprint": issue.fingerprint,
        "related": [
            {**_span(at), "message": other.message} | ({"path": other.uri} if other.uri else {})
            for other, at in zip(issue.related, placed.related, strict=True)
        ],
        "fixes": [_fix(fix) for fix in placed.fixes],
    }
    if issue.concept is not None:
        found["concept"] = {"term": issue.concept.term, "source": issue.concept.source}
    if issue.also:
        found["also"] = [{"rule": o.rule, "engine": o.engine} for o in issue.also]
    return found | _part(document)


def _part(document: Document) -> dict[str, object]:
    return {} if document.part is None else {"part": document.part}


def _span(place: Place) -> dict[str, object]:
    return {"start": place.span.start, "end": place.span.end}


def _fix(fix: SourceFix) -> dict[str, object]:
    return {
        "title": fix.title,
        "safety": fix.safety.value,
        "edits": [
            {"start": s.span.start, "end": s.span.end, "replacement": s.text} for s in fix.splices
        ],
    }


def _engine(report: EngineReport) -> dict[str, object]:
    return {
        "name": report.name,
        "version": report.version,
        "state": report.state.value,
        "reason": report.reason,
    }


def _notice(notice: Notice) -> dict[str, object]:
    return {"message": notice.message, "path": notice.uri, "engine": notice.engine}
