"""The report for people: grouped by file, each issue in its words, a summary by family."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from editkit.core.document import Document
from editkit.core.fix import Safety, Splice
from editkit.core.result import FileResult, Notice, PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.core.taxonomy import Severity
from editkit.report.terminal import one_line
from editkit.text.plural_messages import counted

Paint = Callable[[str, str], str]
_BESIDE = 40
"""How many code points of context are shown on each side."""
_LONG = 160
_APART = 20
"""How many code points beside a place its correction may reach and still be shown in words."""
_BOLD, _DIM, _RED, _GREEN, _YELLOW = "1", "2", "31", "32", "33"
_SEVERE = {Severity.MAJOR: _RED, Severity.CRITICAL: _RED, Severity.MINOR: _YELLOW}
_WORDS = re.compile(r"(?!\s)(?=.*\w).*(?<!\s)", re.DOTALL)


def render(
    results: Iterable[FileResult], *, color: bool = False, quiet: bool = False
) -> Iterator[str]:
    """Yield the report, file by file; with `quiet`, nothing but the files that have issues."""
    paint = _paint if color else _plain
    families: Counter[str] = Counter()
    told: dict[Notice, None] = {}
    files = unread = safe = hushed = outlived = 0
    for result in results:
        files += result.package is not None
        unread += result.package is None
        told.update(dict.fromkeys(n for n in result.notices if n.uri != result.uri))
        families.update(placed.issue.family.value for placed in result.issues)
        safe += sum(_safe(placed) for placed in result.issues)
        hushed += result.suppressed
        outlived += result.outlived
        if result.issues or not quiet:
            yield "".join(_file(result, paint, quiet=quiet))
    if not quiet:
        yield "".join(f"note: {_said(notice)}\n" for notice in told)
        lost = f"; {counted(unread, 'file')} not read" if unread else ""
        quiet_ones = f"; {hushed} suppressed by the baseline" if hushed else ""
        finds = "finds" if outlived == 1 else "find"
        idle = f" ({outlived} of its entries {finds} nothing any more)" if outlived else ""
        told_of = quiet_ones or ("; none suppressed by the baseline" if outlived else "")
        yield f"{_summary(files, families, safe, paint)}{lost}{told_of}{idle}\n"


def _file(result: FileResult, paint: Paint, *, quiet: bool) -> Iterator[str]:
    own = [notice for notice in result.notices if notice.uri == result.uri]
    name = paint(one_line(result.uri), _BOLD)
    if result.package is None:
        yield "".join(f"{name}: not read: {one_line(notice.message)}\n" for notice in own)
        return
    if not result.issues and not (own and not quiet):
        yield f"{name}: no issues\n"
        return
    yield f"{name}\n"
    for part in result.documents:
        for placed in part.issues:
            yield from _issue(part.document, placed, paint)
    if not quiet:
        yield "".join(f"  note: {one_line(notice.message)}\n" for notice in own)
    yield "\n"


def _issue(document: Document, placed: PlacedIssue, paint: Paint) -> Iterator[str]:
    issue, place = placed.issue, placed.place
    severity = paint(issue.severity.value, _SEVERE.get(issue.severity, _DIM))
    rules = ", ".join((issue.rule, *(other.rule for other in issue.also)))
    at = f"{document.part or ''} {place.line}:{place.column}".lstrip()
    yield f"  {at} {severity} {one_line(rules)}: {one_line(issue.message)}\n"
    before, found, after = _context(document.raw, place.span)
    marked = f"{one_line(before)}«{paint(_seen(found), _RED)}»{one_line(after)}"
    yield f"      {marked.strip()}\n"
    if placed.fixes:
        best = placed.fixes[0]
        certain = "" if best.safety is Safety.SAFE else paint(" (to be reviewed)", _DIM)
        yield f"    → {_correction(document.raw, place.span, best, paint)}{certain}\n"


def _context(raw: str, span: RawSpan) -> tuple[str, str, str]:
    """Return what stands before, at and after a place, in its line and cut at words."""
    reach = _BESIDE + 1
    before = re.split(r"[\r\n]", raw[max(0, span.start - reach) : span.start])[-1]
    after = re.split(r"[\r\n]", raw[span.end : span.end + reach])[0]
    if len(before) == reach:
        before = "…" + (before.partition(" ")[2] or before)
    if len(after) == reach:
        after = (after.rpartition(" ")[0] or after) + "…"
    return before, span.of(raw), after


def _correction(raw: str, span: RawSpan, fix: SourceFix, paint: Paint) -> str:
    """Return what stands for the words of a place once they are corrected.

    A fix that reaches far beyond them is told by its title, and spaces and
    punctuation are shown between their neighbours.
    """
    start = min(span.start, *(splice.span.start for splice in fix.splices), len(raw))
    end = max(span.end, *(splice.span.end for splice in fix.splices), 0)
    if span.start - start > _APART or end - span.end > _APART:
        places = len(fix.splices)
        return paint(one_line(fix.title + (f" ({places} places)" if places > 1 else "")), _GREEN)
    made = _made(raw, RawSpan(start, end), fix.splices)
    shown = paint(_seen(made), _GREEN)
    if _WORDS.fullmatch(raw, start, end) and _WORDS.fullmatch(made):
        return shown
    before = re.split(r"\s", raw[max(0, start - _BESIDE) : start])[-1]
    after = re.split(r"\s", raw[end : end + _BESIDE], maxsplit=1)[0]
    return f"{one_line(before)}«{shown}»{one_line(after)}"


def _made(raw: str, region: RawSpan, splices: tuple[Splice, ...]) -> str:
    pieces: list[str] = []
    at = region.start
    for splice in splices:
        pieces += (raw[at : splice.span.start], splice.text)
        at = splice.span.end
    return "".join((*pieces, raw[at : region.end]))


def _shortened(text: str) -> str:
    half = _LONG // 2
    return text if len(text) <= _LONG else f"{text[:half]} … {text[-half:]}"


def _said(notice: Notice) -> str:
    return one_line(f"{notice.uri}: {notice.message}" if notice.uri else notice.message)


def _seen(text: str) -> str:
    """Return `text` in one line, not too long, with a name for all that cannot be seen."""
    shown = one_line(_shortened(text))
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in shown)


def _safe(placed: PlacedIssue) -> bool:
    return bool(placed.fixes) and placed.fixes[0].safety is Safety.SAFE


def _summary(files: int, families: Counter[str], safe: int, paint: Paint) -> str:
    read = counted(files, "file")
    if not families:
        return f"{read}, no issues"
    counts = ", ".join(f"{family} {count}" for family, count in families.most_common())
    found = paint(counted(families.total(), "issue"), _BOLD)
    fixable = f"; {safe} with a safe correction (editkit fix)" if safe else ""
    return f"{read}, {found}: {counts}{fixable}"


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, _: str) -> str:
    return text
