"""JSON report (schema editkit.report/1) and its JSON Lines form."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from editkit.core.issue import Related
from editkit.core.reporter import Reporter, ReportOptions
from editkit.core.result import (
    DocumentResult,
    EngineReport,
    EngineState,
    FileResult,
    Location,
    Notice,
    PlacedIssue,
    SourceFix,
)
from editkit.core.span import RawSpan

_json_string = json.encoder.encode_basestring
"""Return a text as a JSON string, with quotation marks."""
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_LINES_PER_CHUNK = 500
"""Writing each line by itself would take longer than encoding it."""
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
SCHEMA = "editkit.report/1"


class JsonReporter(Reporter):
    """One JSON object."""

    name: ClassVar[str] = "json"
    has_notices: ClassVar[bool] = True

    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:
        """Yield the object, file by file."""
        return render(results, version=options.version)


class JsonLinesReporter(Reporter):
    """A JSON object for each issue."""

    name: ClassVar[str] = "jsonl"

    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:  # noqa: ARG002  (the contract)
        """Yield the lines."""
        return render_lines(results)


def render(results: Iterable[FileResult], *, version: str) -> Iterator[str]:
    """Yield the parts of one JSON object, one per file as soon as its result is available."""
    head = _to_json({"schema": SCHEMA, "tool": {"name": "editkit", "version": version}})
    yield head.removesuffix("}") + ',"files":['
    engines: dict[str, EngineReport] = {}
    notices: dict[Notice, None] = {}
    suppressed = 0
    families: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    separator = "\n"
    for result in results:
        notices.update(dict.fromkeys(result.notices))
        for report in result.engines:
            if engines.setdefault(report.name, report).state is EngineState.RAN:
                engines[report.name] = report
        if result.package is None:
            continue
        suppressed += result.suppressed
        families.update(placed.issue.family.value for placed in result.issues)
        severities.update(placed.issue.severity.value for placed in result.issues)
        yield separator + _file_json(result)
        separator = ",\n"
    summary: dict[str, object] = {
        "issues": families.total(),
        "by_family": dict(sorted(families.items())),
        "by_severity": dict(sorted(severities.items())),
    }
    if suppressed:
        summary["suppressed"] = suppressed
    tail = {
        "engines": [_engine_json(report) for report in engines.values()],
        "notices": [_notice_json(notice) for notice in notices],
        "summary": summary,
    }
    yield "\n]," + _to_json(tail).removeprefix("{") + "\n"


def render_lines(results: Iterable[FileResult]) -> Iterator[str]:
    """Yield chunks of JSON lines: each line is an issue with the `path` of its file."""
    for result in results:
        path = f'{{"path": {_json_string(result.uri)}, '
        for part in result.documents:
            for start in range(0, len(part.issues), _LINES_PER_CHUNK):
                issues = part.issues[start : start + _LINES_PER_CHUNK]
                lines = [f"{path}{_issue_members(part, placed)}}}\n" for placed in issues]
                yield _escape_surrogates("".join(lines))


def _to_json(value: object) -> str:
    return _escape_surrogates(_ENCODE(value))


def _escape_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        # A file name may contain lone surrogates; escaped, they are valid JSON.
        return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


def _file_json(result: FileResult) -> str:
    head = {
        "path": result.uri,
        "format": result.package.format if result.package else None,
        "sha256": result.sha256,
        "words": result.words,
    }
    issues = (
        f"{{{_issue_members(part, one)}}}" for part in result.documents for one in part.issues
    )
    joined = _escape_surrogates(", ".join(issues))
    return f'{_to_json(head).removesuffix("}")}, "issues": [{joined}]}}'


def _issue_members(part: DocumentResult, placed: PlacedIssue) -> str:
    """Return the members of an issue's JSON object.

    Formats them directly: building a dictionary would take longer than all formatting.
    """
    issue, location, document = placed.issue, placed.location, part.document
    related = ""
    if issue.related:
        pairs = zip(issue.related, placed.related, strict=True)
        related = ", ".join(_related_json(other, at) for other, at in pairs)
    members = (
        f'"rule": {_json_string(issue.rule)}, "family": {_json_string(issue.family.value)}, '
        f'"category": {_json_string(issue.category)}, '
        f'"severity": {_json_string(issue.severity.value)}, '
        f'"confidence": {_json_string(issue.confidence.value)}, '
        f'"message": {_json_string(issue.message)}, '
        f'"text": {_json_string(location.span.of(document.raw))}, '
        f'"engine": {_json_string(issue.engine)}, '
        f'"span": {{{_span_members(location.span)}, "line": {location.line}, '
        f'"column": {location.column}}}, '
        f'"fingerprint": {_json_string(issue.fingerprint)}, "related": [{related}], '
        f'"fixes": [{", ".join(map(_fix_json, placed.fixes))}]'
    )
    if issue.concept is not None:
        term, source = issue.concept.term, issue.concept.source
        members += f', "concept": {{"term": {_string_or_null(term)}, '
        members += f'"source": {_string_or_null(source)}}}'
    if issue.also:
        also = _ENCODE([{"rule": o.rule, "engine": o.engine} for o in issue.also])
        members += f', "also": {also}'
    return (
        members if document.part is None else f'{members}, "part": {_json_string(document.part)}'
    )


def _string_or_null(text: str | None) -> str:
    return "null" if text is None else _json_string(text)


def _span_members(span: RawSpan) -> str:
    return f'"start": {span.start}, "end": {span.end}'


def _related_json(other: Related, location: Location) -> str:
    path = f', "path": {_json_string(other.uri)}' if other.uri else ""
    if other.part is not None:
        path += f', "part": {_json_string(other.part)}'
    return f'{{{_span_members(location.span)}, "message": {_json_string(other.message)}{path}}}'


def _fix_json(fix: SourceFix) -> str:
    edits = ", ".join(
        [
            f'{{{_span_members(s.span)}, "replacement": {_json_string(s.text)}}}'
            for s in fix.splices
        ]
    )
    return (
        f'{{"title": {_json_string(fix.title)}, "safety": {_json_string(fix.safety.value)}, '
        f'"edits": [{edits}]}}'
    )


def _engine_json(report: EngineReport) -> dict[str, object]:
    return {
        "name": report.name,
        "version": report.version,
        "state": report.state.value,
        "reason": report.reason,
    }


def _notice_json(notice: Notice) -> dict[str, object]:
    return {"message": notice.message, "path": notice.uri, "engine": notice.engine}
