"""JSON report (schema editkit.report/1) and its JSON Lines form."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.reporter import Reporter, ReportOptions, ignore_failure
from editkit.core.result import EngineReport, EngineState, FileResult, Notice
from editkit.report.each_file import render_file

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_LINES_PER_CHUNK = 500
"""Writing each line by itself would take longer than encoding it."""
_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")
SCHEMA = "editkit.report/1"


class JsonReporter(Reporter):
    """One JSON object."""

    name: ClassVar[str] = "json"
    has_notices: ClassVar[bool] = True

    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:
        """Yield the object, file by file."""
        return render(results, version=options.version, on_failure=options.on_failure)


class JsonLinesReporter(Reporter):
    """A JSON object for each issue."""

    name: ClassVar[str] = "jsonl"

    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:
        """Yield the lines."""
        return render_lines(results, options.on_failure)


def render(
    results: Iterable[FileResult],
    *,
    version: str,
    on_failure: Callable[[FileResult], None] = ignore_failure,
) -> Iterator[str]:
    """Yield the parts of one JSON object, one per file as soon as its result is available."""
    head = _to_json({"schema": SCHEMA, "tool": {"name": "editkit", "version": version}})
    yield head.removesuffix("}") + ',"files":['
    engines: dict[str, EngineReport] = {}
    notices: dict[Notice, None] = {}
    suppressed = 0
    families: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    separator = "\n"
    for each in results:
        result, entry = render_file(each, _entry, on_failure)
        notices.update(dict.fromkeys(result.notices))
        for report in result.engines:
            if engines.setdefault(report.name, report).state is EngineState.RAN:
                engines[report.name] = report
        if result.package is None:
            continue
        suppressed += result.suppressed
        families.update(placed.issue.family.value for placed in result.issues)
        severities.update(placed.issue.severity.value for placed in result.issues)
        yield separator + entry
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


def render_lines(
    results: Iterable[FileResult], on_failure: Callable[[FileResult], None] = ignore_failure
) -> Iterator[str]:
    """Yield chunks of JSON lines: each line is an issue with the `path` of its file."""
    for result in results:
        yield from render_file(result, lambda file: tuple(_line_chunks(file)), on_failure)[1]


def _line_chunks(result: FileResult) -> Iterator[str]:
    for part in result.documents:
        issues = part.issue_dicts()
        for start in range(0, len(issues), _LINES_PER_CHUNK):
            chunk = issues[start : start + _LINES_PER_CHUNK]
            lines = [_ENCODE({"path": result.uri, **issue}) + "\n" for issue in chunk]
            yield _escape_surrogates("".join(lines))


def _entry(result: FileResult) -> str:
    """Return the entry of a file that was read, otherwise an empty string."""
    return _to_json(result.to_dict()) if result.package else ""


def _to_json(value: object) -> str:
    return _escape_surrogates(_ENCODE(value))


def _escape_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        # A file name may contain lone surrogates; escaped, they are valid JSON.
        return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


def _engine_json(report: EngineReport) -> dict[str, object]:
    return {
        "name": report.name,
        "version": report.version,
        "state": report.state.value,
        "reason": report.reason,
    }


def _notice_json(notice: Notice) -> dict[str, object]:
    return {"message": notice.message, "path": notice.uri, "engine": notice.engine}
