"""Suppressions: drops suppressed issues and reports unused-suppression."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from editkit.config.settings import is_known_rule, nearest, rule_names
from editkit.core.document import Document
from editkit.core.format import Format, Reading
from editkit.core.issue import Issue
from editkit.core.renamed_rules import current_id
from editkit.core.rule import Example, Rule
from editkit.core.span import RawSpan
from editkit.core.taxonomy import Family, Severity
from editkit.linting.suppression.scopes import next_block, next_line, own_line
from editkit.linting.suppression.suppression_comments import Directive, directives

UNUSED_SUPPRESSION = Rule(
    id="unused-suppression",
    family=Family.STYLE,
    title="Unused suppression comment",
    summary="Suppression comment that no longer suppresses anything",
    rationale=(
        "A suppression comment that outlives its issue hides the next one. A comment with a "
        "misspelled rule never did anything."
    ),
    category="linguistic-conventions/textual-conventions",
    severity=Severity.MINOR,
    examples=(
        Example(
            "<!-- editkit-disable-next-line term -->\nThe plant opened in May.\n",
            flagged=("<!-- editkit-disable-next-line term -->",),
        ),
        Example(
            "# editkit-disable-next-line repeated-wrod\nThe plant opened in May.\n",
            flagged=("# editkit-disable-next-line repeated-wrod",),
        ),
        Example("The plant opened in May.\n"),
    ),
)
_FAMILIES = frozenset(family.value for family in Family)


@dataclass(slots=True)
class _Suppression:
    """A directive, the range of the source it applies to, and which of its names were used.

    `names` and `used` are current rule ids and families.
    """

    directive: Directive
    scope: RawSpan
    used: set[str] = field(default_factory=set)

    @property
    def names(self) -> tuple[str, ...]:
        """The rules and families that it suppresses; "" is any."""
        return tuple(_current_ids(self.directive)) or ("",)


def apply_suppressions(
    document: Document,
    issues: Iterable[Issue],
    *,
    file_format: Format,
    was_checked: Callable[[str], bool],
) -> tuple[list[Issue], list[tuple[Issue, RawSpan]]]:
    """Return the issues that no comment of `document` suppresses, and issues about comments.

    The latter come with their ranges in the source. `was_checked` returns whether a
    rule, a family or everything ("") was checked, so that a comment without a match
    is unused.
    """
    comments = list(directives(document.raw, file_format.directive_syntax))
    if not comments:
        return list(issues), []
    by_blocks = document if file_format.reading is Reading.PROSE else None
    active, problems = _activate(document.raw, comments, by_blocks)
    placed = [(issue, document.source_map.locate(issue.span)) for issue in issues]
    is_suppressed = _suppressed(active, placed)
    spans = sorted(directive.span for directive in comments)
    # Plain text has no comment syntax, so checks see comments as prose.
    kept = [
        issue
        for (issue, raw), suppressed in zip(placed, is_suppressed, strict=True)
        if not suppressed and not _overlaps_any(spans, raw)
    ]
    problems += [
        (s.directive, message) for s in active for message in _unused_messages(s, was_checked)
    ]
    unknown = [(d, name) for d in comments for name in d.names if not _is_known(name)]
    messages = {name: _unknown_name_message(name) for name in {name for _, name in unknown}}
    problems += [(directive, messages[name]) for directive, name in unknown]
    return kept, [
        (_issue(document, directive, why), directive.span) for directive, why in problems
    ]


def _suppressed(
    active: Sequence[_Suppression], placed: Sequence[tuple[Issue, RawSpan]]
) -> list[bool]:
    """Return whether each issue is suppressed, and mark the names of suppressions as used."""
    positions: dict[str, list[int]] = {}
    for issue, raw in placed:
        for name in _names(issue):
            positions.setdefault(name, []).append(raw.start)
    for each in positions.values():
        each.sort()
    scopes: dict[str, list[RawSpan]] = {}
    for suppression in active:
        scope = suppression.scope
        for name in suppression.names:
            starts = positions.get(name, [])
            first = bisect_left(starts, scope.start)
            if first < len(starts) and starts[first] < scope.end:
                suppression.used.add(name)
                scopes.setdefault(name, []).append(scope)
    merged = {name: _merge(found) for name, found in scopes.items()}
    return [
        any(_contains(merged.get(name, []), raw.start) for name in _names(issue))
        for issue, raw in placed
    ]


def _names(issue: Issue) -> tuple[str, ...]:
    return issue.rule, issue.family.value, ""


def _merge(spans: Iterable[RawSpan]) -> list[RawSpan]:
    """Return spans that cover the same offsets, in order, without overlaps."""
    merged: list[RawSpan] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = RawSpan(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _contains(spans: Sequence[RawSpan], at: int) -> bool:
    """Return whether one of sorted, disjoint spans contains an offset."""
    number = bisect_right(spans, at, key=lambda span: span.start)
    return number > 0 and at < spans[number - 1].end


def _overlaps_any(spans: Sequence[RawSpan], raw: RawSpan) -> bool:
    """Return whether one of sorted, disjoint spans overlaps a range."""
    number = bisect_left(spans, raw.end, key=lambda span: span.start)
    return number > 0 and spans[number - 1].overlaps(raw)


Problem = tuple[Directive, str]


def _activate(
    raw: str, comments: Sequence[Directive], by_blocks: Document | None
) -> tuple[list[_Suppression], list[Problem]]:
    """Return the suppressions of a source, and directives with an error.

    The next line is the next block of `by_blocks`, if there is a document.
    """
    active: list[_Suppression] = []
    problems: list[Problem] = []
    open_ones: list[_Suppression] = []
    line: RawSpan | None = None
    for directive in comments:
        span, end = directive.span, len(raw) + 1
        match directive.verb:
            case "disable-next-line":
                following = next_block(by_blocks, span.end) if by_blocks else None
                active.append(_Suppression(directive, following or next_line(raw, span.end)))
            case "disable-line":
                if line is None or span.start >= line.end:
                    line = own_line(raw, span)
                active.append(_Suppression(directive, line))
            case "disable-file":
                active.append(_Suppression(directive, RawSpan(0, end)))
            case "disable":
                open_ones.append(_Suppression(directive, RawSpan(span.end, end)))
                active.append(open_ones[-1])
            case "enable":
                closing = [
                    s
                    for s in open_ones
                    if not directive.names or _current_ids(s.directive) <= _current_ids(directive)
                ]
                for closed in closing:
                    closed.scope = RawSpan(closed.scope.start, span.start)
                    open_ones.remove(closed)
                if not closing:
                    problems.append((directive, "This comment enables what is not disabled."))
            case verb:
                problems.append((directive, f"Unknown comment “editkit-{verb}”."))
    return active, problems


def _unused_messages(
    suppression: _Suppression, was_checked: Callable[[str], bool]
) -> Iterator[str]:
    names = suppression.directive.names
    unused = [n for n in names if current_id(n) not in suppression.used and _is_known(n)]
    if not names and not suppression.used and was_checked(""):
        yield "This comment suppresses nothing."
    for name in unused:
        if was_checked(current_id(name)):
            yield f"This comment suppresses nothing of “{name}”."


def _is_known(name: str) -> bool:
    return name in _FAMILIES or is_known_rule(current_id(name))


def _current_ids(directive: Directive) -> set[str]:
    return set(map(current_id, directive.names))


def _unknown_name_message(name: str) -> str:
    return f"Unknown rule or family “{name}”{nearest(name, (*_FAMILIES, *rule_names()))}."


def _issue(document: Document, directive: Directive, message: str) -> Issue:
    at = document.source_map.to_prose(directive.span)
    return Issue(
        UNUSED_SUPPRESSION.id,
        at,
        message,
        UNUSED_SUPPRESSION.family,
        UNUSED_SUPPRESSION.category,
        UNUSED_SUPPRESSION.severity,
    )
