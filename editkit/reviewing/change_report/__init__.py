"""Change report: a printable page that shows a client what was changed and why."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.reviewing.decisions import document_name
from editkit.reviewing.page.embed import compile_template, content_security_policy
from editkit.reviewing.page.marks import TextRun, changed_runs, escape_hidden, prose_runs
from editkit.reviewing.page.model import changed_passages
from editkit.text.diff import Change, word_diff

if TYPE_CHECKING:
    from jinja2 import Template

_CONTEXT_LENGTH = 70
"""Code points of the line that are shown before and after a change."""
_TAGS = {Change.DELETED: "del", Change.KEPT: "", Change.INSERTED: "ins"}


@dataclass(frozen=True, slots=True)
class ReportedChange:
    """An approved change; `rule` is None if no issue prompted it.

    `rewritten` is true if the reviewer wrote the new text.
    """

    rule: str | None
    splices: tuple[Splice, ...]
    rewritten: bool = False


@dataclass(frozen=True, slots=True)
class ReportedFile:
    """The original text of a file with its changes, or the reason why it was refused.

    If the file has several parts, there is one of these for each `part`.
    """

    path: str
    raw: str = ""
    changes: tuple[ReportedChange, ...] = ()
    refused: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """An excerpt of a line with deleted and inserted words."""

    line: int
    before: tuple[TextRun, ...]
    runs: tuple[tuple[str, tuple[TextRun, ...]], ...]
    after: tuple[TextRun, ...]


@dataclass(frozen=True, slots=True)
class _ChangeView:
    rule: str | None
    summary: str
    rewritten: bool
    excerpts: tuple[_Excerpt, ...]


@dataclass(frozen=True, slots=True)
class _RuleCount:
    rule: str | None
    summary: str
    count: int


def render(
    reported: Sequence[ReportedFile],
    summaries: Mapping[str, str],
    *,
    day: date,
    applied: bool = True,
) -> str:
    """Return the report as an HTML page without scripts or external resources.

    `summaries` maps rule ids to the rules' summaries. Without `applied`, the changes are
    described as proposed.
    """
    style = files(__package__).joinpath("changes.css").read_text("utf-8")
    shown = [
        (escape_hidden(document_name(each.path, each.part)), tuple(_change_views(each, summaries)))
        for each in reported
        if not each.refused
    ]
    page = _template().render(
        title=_title(reported),
        policy=content_security_policy("", style),
        style=style,
        day=day.isoformat(),
        applied=applied,
        articles=shown,
        file_count=len({each.path for each in reported if not each.refused}),
        rules=_rule_counts(reported, summaries),
        total=sum(len(changes) for _, changes in shown),
        refused=[escape_hidden(each.refused) for each in reported if each.refused],
    )
    return page.encode("utf-8", "replace").decode()  # a lone surrogate of a file name


def _title(files: Sequence[ReportedFile]) -> str:
    changed = [each for each in files if not each.refused] or files
    paths = list(dict.fromkeys(each.path for each in changed))
    return escape_hidden(paths[0]) if len(paths) == 1 else f"{len(paths)} files"


def _rule_counts(files: Iterable[ReportedFile], summaries: Mapping[str, str]) -> list[_RuleCount]:
    counts = Counter(change.rule for each in files for change in each.changes)
    by_count = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    return [_RuleCount(*_rule_label(rule, summaries), count) for rule, count in by_count]


def _rule_label(rule: str | None, summaries: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the id and summary of a rule for display."""
    if rule is None:
        return None, ""
    return escape_hidden(rule), escape_hidden(summaries.get(rule, ""))


def _change_views(file: ReportedFile, summaries: Mapping[str, str]) -> Iterator[_ChangeView]:
    raw = file.raw
    starts = [0, *(at + 1 for at, char in enumerate(raw) if char == "\n")]
    ordered = sorted(file.changes, key=lambda change: min(each.span for each in change.splices))
    for change in ordered:
        # An edit that keeps its text only excludes another fix (decision 087).
        splices = [each for each in change.splices if each.span.of(raw) != each.text]
        excerpts = (
            _excerpt(raw, span, after, bisect_right(starts, span.start))
            for span, after in changed_passages(raw, splices, touching=True)
        )
        rule, summary = _rule_label(change.rule, summaries)
        yield _ChangeView(rule, summary, change.rewritten, tuple(excerpts))


def _excerpt(raw: str, span: RawSpan, new_text: str, line: int) -> _Excerpt:
    head = (
        raw[max(0, span.start - _CONTEXT_LENGTH) : span.start]
        .replace("\r", "\n")
        .rpartition("\n")[2]
    )
    tail = raw[span.end : span.end + _CONTEXT_LENGTH].replace("\r", "\n").partition("\n")[0]
    if span.start - len(head) > 0 and len(head) == _CONTEXT_LENGTH:
        head = "…" + (head.partition(" ")[2] or head)
    if len(tail) == _CONTEXT_LENGTH and span.end + _CONTEXT_LENGTH < len(raw):
        tail = (tail.rpartition(" ")[0] or tail) + "…"
    runs = (
        (_TAGS[change], prose_runs(text) if change is Change.KEPT else changed_runs(text))
        for change, text in word_diff(span.of(raw), new_text)
    )
    return _Excerpt(line, prose_runs(head), tuple(runs), prose_runs(tail))


@cache
def _template() -> "Template":
    return compile_template(files(__package__).joinpath("changes.html").read_text("utf-8"))
