"""The JSON report, version 1, and its line-by-line form: contracts with other programs."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from editkit.core.issue import Related
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
from editkit.core.span import RawSpan

_text = json.encoder.encode_basestring
"""Return a text as JSON has it, between quotation marks."""
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
    suppressed = 0
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
        suppressed += result.suppressed
        families.update(placed.issue.family.value for placed in result.issues)
        severities.update(placed.issue.severity.value for placed in result.issues)
        yield between + _file(result)
        between = ",\n"
    summary: dict[str, object] = {
        "issues": families.total(),
        "by_family": dict(sorted(families.items())),
        "by_severity": dict(sorted(severities.items())),
    }
    if suppressed:
        summary["suppressed"] = suppressed
    tail = {
        "engines": [_engine(report) for report in engines.values()],
        "notices": [_notice(notice) for notice in notices],
        "summary": summary,
    }
    yield "\n]," + _dump(tail).removeprefix("{") + "\n"


def render_lines(results: Iterable[FileResult]) -> Iterator[str]:
    """Yield, some at a time, one line an issue: the issue's object with the `path` of its file."""
    for result in results:
        path = f'{{"path": {_text(result.uri)}, '
        for part in result.documents:
            for at in range(0, len(part.issues), _LINES):
                some = part.issues[at : at + _LINES]
                lines = [f"{path}{_issue(part, placed)}}}\n" for placed in some]
                yield _escaped("".join(lines))


def _dump(value: object) -> str:
    return _escaped(_ENCODE(value))


def _escaped(made: str) -> str:
    try:
        made.encode()
    except UnicodeEncodeError:
        # A file name may hold bytes that are no text; as escapes they are still JSON.
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
    return made


def _file(result: FileResult) -> str:
    head = {
        "path": result.uri,
        "format": result.package.format if result.package else None,
        "sha256": result.sha256,
        "words": result.words,
    }
    issues = (f"{{{_issue(part, one)}}}" for part in result.documents for one in part.issues)
    return f'{_dump(head).removesuffix("}")}, "issues": [{_escaped(", ".join(issues))}]}}'


def _issue(part: DocumentResult, placed: PlacedIssue) -> str:
    """Return the members of an issue's object.

    Each by itself, since a dictionary takes longer to make than all of its text.
    """
    issue, place, document = placed.issue, placed.place, part.document
    related = ""
    if issue.related:
        pairs = zip(issue.related, placed.related, strict=True)
        related = ", ".join(_related(other, at) for other, at in pairs)
    members = (
        f'"rule": {_text(issue.rule)}, "family": {_text(issue.family.value)}, '
        f'"category": {_text(issue.category)}, "severity": {_text(issue.severity.value)}, '
        f'"confidence": {_text(issue.confidence.value)}, "message": {_text(issue.message)}, '
        f'"text": {_text(place.span.of(document.raw))}, "engine": {_text(issue.engine)}, '
        f'"span": {{{_span(place.span)}, "line": {place.line}, "column": {place.column}}}, '
        f'"fingerprint": {_text(issue.fingerprint)}, "related": [{related}], '
        f'"fixes": [{", ".join(map(_fix, placed.fixes))}]'
    )
    if issue.concept is not None:
        term, source = issue.concept.term, issue.concept.source
        members += f', "concept": {{"term": {_optional(term)}, "source": {_optional(source)}}}'
    if issue.also:
        also = _ENCODE([{"rule": o.rule, "engine": o.engine} for o in issue.also])
        members += f', "also": {also}'
    return members if document.part is None else f'{members}, "part": {_text(document.part)}'


def _optional(text: str | None) -> str:
    return "null" if text is None else _text(text)


def _span(span: RawSpan) -> str:
    return f'"start": {span.start}, "end": {span.end}'


def _related(other: Related, at: Place) -> str:
    path = f', "path": {_text(other.uri)}' if other.uri else ""
    return f'{{{_span(at.span)}, "message": {_text(other.message)}{path}}}'


def _fix(fix: SourceFix) -> str:
    edits = ", ".join(
        [f'{{{_span(s.span)}, "replacement": {_text(s.text)}}}' for s in fix.splices]
    )
    return (
        f'{{"title": {_text(fix.title)}, "safety": {_text(fix.safety.value)}, "edits": [{edits}]}}'
    )


def _engine(report: EngineReport) -> dict[str, object]:
    return {
        "name": report.name,
        "version": report.version,
        "state": report.state.value,
        "reason": report.reason,
    }


def _notice(notice: Notice) -> dict[str, object]:
    return {"message": notice.message, "path": notice.uri, "engine": notice.engine}
