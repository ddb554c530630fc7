"""The change report: a page to print that shows a client what was changed, and why."""

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
from editkit.reviewing.page.embed import policy, template
from editkit.reviewing.page.marks import Glyphs, changed, flat, prose
from editkit.reviewing.page.model import stretches
from editkit.text.diff import Change, word_diff

if TYPE_CHECKING:
    from jinja2 import Template

_BESIDE = 70
"""How many code points of its line are shown on each side of a change."""
_TAGS = {Change.DELETED: "del", Change.KEPT: "", Change.INSERTED: "ins"}


@dataclass(frozen=True, slots=True)
class Made:
    """A change that was decided on; `rule` is None where a reviewer made it unasked.

    `rewritten` says that the words are the reviewer's own.
    """

    rule: str | None
    splices: tuple[Splice, ...]
    rewritten: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A file as it was, and its changes; or why it was left as it was."""

    path: str
    raw: str = ""
    changes: tuple[Made, ...] = ()
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of a line with the words that were taken out and put in."""

    line: int
    before: tuple[Glyphs, ...]
    runs: tuple[tuple[str, tuple[Glyphs, ...]], ...]
    after: tuple[Glyphs, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    rule: str | None
    summary: str
    rewritten: bool
    places: tuple[_Place, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    rule: str | None
    summary: str
    count: int


def render(
    articles: Sequence[Article], summaries: Mapping[str, str], *, day: date, done: bool = True
) -> str:
    """Return the report, an HTML page that loads nothing and runs nothing.

    `summaries` says what a rule is about, by its id. Without `done` the changes
    are proposed and not made yet.
    """
    style = files(__package__).joinpath("changes.css").read_text("utf-8")
    shown = [
        (flat(each.path), tuple(_changes(each, summaries)))
        for each in articles
        if not each.refused
    ]
    page = _template().render(
        title=_title(articles),
        policy=policy("", style),
        style=style,
        day=day.isoformat(),
        done=done,
        articles=shown,
        rules=_rules(articles, summaries),
        total=sum(len(changes) for _, changes in shown),
        refused=[flat(each.refused) for each in articles if each.refused],
    )
    return page.encode("utf-8", "replace").decode()  # a lone surrogate of a file name


def _title(all_of_them: Sequence[Article]) -> str:
    articles = [each for each in all_of_them if not each.refused] or all_of_them
    return flat(articles[0].path) if len(articles) == 1 else f"{len(articles)} files"


def _rules(articles: Iterable[Article], summaries: Mapping[str, str]) -> list[_Rule]:
    counts = Counter(change.rule for each in articles for change in each.changes)
    by_count = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    return [_Rule(*_named(rule, summaries), count) for rule, count in by_count]


def _named(rule: str | None, summaries: Mapping[str, str]) -> tuple[str | None, str]:
    """Return a rule and what it is about, as they are shown."""
    return (None, "") if rule is None else (flat(rule), flat(summaries.get(rule, "")))


def _changes(article: Article, summaries: Mapping[str, str]) -> Iterator[_Change]:
    raw = article.raw
    starts = [0, *(at + 1 for at, char in enumerate(raw) if char == "\n")]
    ordered = sorted(article.changes, key=lambda made: min(each.span for each in made.splices))
    for made in ordered:
        places = (
            _place(raw, span, after, bisect_right(starts, span.start))
            for span, after in stretches(raw, made.splices, touching=True)
        )
        rule, summary = _named(made.rule, summaries)
        yield _Change(rule, summary, made.rewritten, tuple(places))


def _place(raw: str, span: RawSpan, after: str, line: int) -> _Place:
    head = raw[max(0, span.start - _BESIDE) : span.start].replace("\r", "\n").rpartition("\n")[2]
    tail = raw[span.end : span.end + _BESIDE].replace("\r", "\n").partition("\n")[0]
    if span.start - len(head) > 0 and len(head) == _BESIDE:
        head = "…" + (head.partition(" ")[2] or head)
    if len(tail) == _BESIDE and span.end + _BESIDE < len(raw):
        tail = (tail.rpartition(" ")[0] or tail) + "…"
    runs = (
        (_TAGS[change], prose(text) if change is Change.KEPT else changed(text))
        for change, text in word_diff(span.of(raw), after)
    )
    return _Place(line, prose(head), tuple(runs), prose(tail))


@cache
def _template() -> "Template":
    return template(files(__package__).joinpath("changes.html").read_text("utf-8"))
