"""Text report: issues grouped by file, with context and correction, and a summary by family."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar

from editkit.core.document import Document
from editkit.core.fix import Safety, Splice
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.reporter import Reporter, ReportOptions, ignore_failure
from editkit.core.result import FileResult, Notice, PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.core.taxonomy import Severity, Status
from editkit.formats import format_named
from editkit.formats.reading import prose_part
from editkit.report.each_file import render_file
from editkit.report.terminal import to_one_line
from editkit.text.counts import format_count

Paint = Callable[[str, str], str]
_CONTEXT_LENGTH = 40
"""Code points of context that are shown before and after an issue."""
_MAX_SHOWN_LENGTH = 160
_MAX_FIX_DISTANCE = 20
"""A fix that reaches further from the issue, in code points, is shown by its title."""
_MAX_POSITIONS = 10
"""Further places of a repeated issue that are shown."""
_BOLD, _DIM, _RED, _GREEN, _YELLOW = "1", "2", "31", "32", "33"
_SEVERITY_COLORS = {Severity.MAJOR: _RED, Severity.CRITICAL: _RED, Severity.MINOR: _YELLOW}
_TRIMMED_WORDS = lazy_pattern(r"(?!\s)(?=.*\w).*(?<!\s)", re.DOTALL)


class TextReporter(Reporter):
    """The default report, for a terminal."""

    name: ClassVar[str] = "text"
    for_people: ClassVar[bool] = True
    has_notices: ClassVar[bool] = True

    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:
        """Yield the report, file by file."""
        return render(
            results, color=options.color, quiet=options.quiet, on_failure=options.on_failure
        )


def render(
    results: Iterable[FileResult],
    *,
    color: bool = False,
    quiet: bool = False,
    on_failure: Callable[[FileResult], None] = ignore_failure,
) -> Iterator[str]:
    """Yield the report, file by file; with `quiet`, only the files that have issues."""
    paint = _paint if color else _no_paint
    families: Counter[str] = Counter()
    notices: dict[Notice, None] = {}
    file_count = unread_count = safe_count = suppressed_count = stale_count = 0
    for each in results:
        result, shown = render_file(
            each, lambda file: "".join(_file(file, paint, quiet=quiet)), on_failure
        )
        file_count += result.package is not None
        unread_count += result.package is None
        notices.update(dict.fromkeys(n for n in result.notices if n.uri != result.uri))
        families.update(placed.issue.family.value for placed in result.issues)
        safe_count += sum(_has_safe_fix(placed) for placed in result.issues)
        suppressed_count += result.suppressed
        stale_count += result.stale_baseline_entries
        if result.issues or not quiet:
            yield shown
    if not quiet:
        yield "".join(f"note: {_notice_line(notice)}\n" for notice in notices)
        unread_text = f"; {format_count(unread_count, 'file')} not read" if unread_count else ""
        baseline_text = stale_text = ""
        if suppressed_count or stale_count:
            baseline_text = f"; {suppressed_count or 'none'} suppressed by the baseline"
        if stale_count:
            verb = "finds" if stale_count == 1 else "find"
            stale_text = f" ({stale_count} of its entries {verb} nothing any more)"
        summary = _summary(file_count, families, safe_count, paint)
        yield f"{summary}{unread_text}{baseline_text}{stale_text}\n"


def _file(result: FileResult, paint: Paint, *, quiet: bool) -> Iterator[str]:
    file_notices = [notice for notice in result.notices if notice.uri == result.uri]
    name = paint(to_one_line(result.uri), _BOLD)
    if result.package is None:
        yield "".join(
            f"{name}: not read: {to_one_line(notice.message)}\n" for notice in file_notices
        )
        return
    if not result.issues and not (file_notices and not quiet):
        yield f"{name}: no issues\n"
        return
    yield f"{name}\n"
    file_format = format_named(result.package.format)
    for part in result.documents:
        shown = prose_part(file_format, part)
        for placed in shown.issues:
            yield from _issue(shown.document, placed, paint)
    if not quiet:
        yield "".join(f"  note: {to_one_line(notice.message)}\n" for notice in file_notices)
    yield "\n"


def _issue(document: Document, placed: PlacedIssue, paint: Paint) -> Iterator[str]:
    issue, location = placed.issue, placed.location
    severity = paint(issue.severity.value, _SEVERITY_COLORS.get(issue.severity, _DIM))
    rules = ", ".join((issue.rule, *(other.rule for other in issue.also)))
    at = f"{to_one_line(document.part or '')} {to_one_line(location.place)}".lstrip()
    preview = " (preview)" if issue.status is Status.PREVIEW else ""
    yield f"  {at} {severity} {to_one_line(rules)}{preview}: {to_one_line(issue.message)}\n"
    before, found, after = _context(document.raw, location.span)
    marked = f"{to_one_line(before)}«{paint(_show_invisible(found), _RED)}»{to_one_line(after)}"
    yield f"      {marked.strip()}\n"
    first, *others = placed.places
    if first.fixes:
        best = first.fixes[0]
        review = "" if best.safety is Safety.SAFE else paint(" [review]", _DIM)
        yield f"    → {_correction_text(document.raw, location.span, best, paint)}{review}\n"
    if others:
        yield f"      {paint(_positions(others), _DIM)}\n"


def _positions(places: Sequence[PlacedIssue]) -> str:
    """Return the line and column of places, of many places those of the first ones."""
    shown = (to_one_line(each.location.place) for each in places[:_MAX_POSITIONS])
    more = len(places) - _MAX_POSITIONS
    return f"also at {', '.join(shown)}{f' and {more} more' if more > 0 else ''}"


def _context(raw: str, span: RawSpan) -> tuple[str, str, str]:
    """Return the text before, in and after a span, within its line and cut at words."""
    reach = _CONTEXT_LENGTH + 1
    before = re.split(r"[\r\n]", raw[max(0, span.start - reach) : span.start])[-1]
    after = re.split(r"[\r\n]", raw[span.end : span.end + reach])[0]
    if len(before) == reach:
        before = "…" + (before.partition(" ")[2] or before)
    if len(after) == reach:
        after = (after.rpartition(" ")[0] or after) + "…"
    return before, span.of(raw), after


def _correction_text(raw: str, span: RawSpan, fix: SourceFix, paint: Paint) -> str:
    """Return the corrected text of a span.

    Spaces and punctuation are shown with the words next to them. A fix that reaches far
    beyond the span is shown by its title.
    """
    start = min(span.start, *(splice.span.start for splice in fix.splices), len(raw))
    end = max(span.end, *(splice.span.end for splice in fix.splices), 0)
    if span.start - start > _MAX_FIX_DISTANCE or end - span.end > _MAX_FIX_DISTANCE:
        places = len(fix.splices)
        return paint(
            to_one_line(fix.title + (f" ({places} places)" if places > 1 else "")), _GREEN
        )
    corrected = _apply_splices(raw, RawSpan(start, end), fix.splices)
    if not corrected and raw[start:end].strip():
        return paint("(delete)", _GREEN)
    shown = paint(_show_invisible(corrected), _GREEN)
    if _TRIMMED_WORDS.fullmatch(raw, start, end) and _TRIMMED_WORDS.fullmatch(corrected):
        return shown
    before = re.split(r"\s", raw[max(0, start - _CONTEXT_LENGTH) : start])[-1]
    after = re.split(r"\s", raw[end : end + _CONTEXT_LENGTH], maxsplit=1)[0]
    return f"{to_one_line(before)}«{shown}»{to_one_line(after)}"


def _apply_splices(raw: str, region: RawSpan, splices: tuple[Splice, ...]) -> str:
    pieces: list[str] = []
    position = region.start
    for splice in splices:
        pieces += (raw[position : splice.span.start], splice.text)
        position = splice.span.end
    return "".join((*pieces, raw[position : region.end]))


def _shorten(text: str) -> str:
    half = _MAX_SHOWN_LENGTH // 2
    return text if len(text) <= _MAX_SHOWN_LENGTH else f"{text[:half]} … {text[-half:]}"


def _notice_line(notice: Notice) -> str:
    return to_one_line(f"{notice.uri}: {notice.message}" if notice.uri else notice.message)


def _show_invisible(text: str) -> str:
    """Return `text` shortened, on one line, with invisible characters replaced by their names."""
    shown = to_one_line(_shorten(text))
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in shown)


def _has_safe_fix(placed: PlacedIssue) -> bool:
    return bool(placed.fixes) and placed.fixes[0].safety is Safety.SAFE


def _summary(files: int, families: Counter[str], safe: int, paint: Paint) -> str:
    file_text = format_count(files, "file")
    if not families:
        return f"{file_text}, no issues"
    counts = ", ".join(f"{family} {count}" for family, count in families.most_common())
    issue_text = paint(format_count(families.total(), "issue"), _BOLD)
    fixable = f"; {safe} can be fixed automatically: editkit fix" if safe else ""
    return f"{file_text}, {issue_text}: {counts}{fixable}"


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _no_paint(text: str, _: str) -> str:
    return text
