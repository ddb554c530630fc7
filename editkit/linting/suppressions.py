"""unused-suppression, and what the suppressions of an article take away."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from editkit.config.settings import known_rule, nearest, rule_names
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import RawSpan
from editkit.core.taxonomy import Family, Severity
from editkit.linting.locate import prose_at
from editkit.linting.suppression_comments import Directive, directives

UNUSED = Rule(
    id="unused-suppression",
    family=Family.STYLE,
    summary="Comment that switches off rules which find nothing there",
    rationale=(
        "A suppression outlives the fault it was written for and then hides the next one. "
        "One that misspells its rule has never done anything."
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
    """A directive at work: the source it holds for, and which of its names have been of use."""

    directive: Directive
    reach: RawSpan
    used: set[str] = field(default_factory=set)

    def covers(self, issue: Issue, at: int) -> bool:
        names = self.directive.names
        if not self.reach.start <= at < self.reach.end:
            return False
        hit = {issue.rule, issue.family.value} & set(names) if names else {""}
        self.used |= hit
        return bool(hit)


def suppressed(
    document: Document, issues: Iterable[Issue], *, plain: bool, judged: Callable[[str], bool]
) -> tuple[list[Issue], list[tuple[Issue, RawSpan]]]:
    """Return what the comments of `document` leave of its issues, and issues about them.

    The latter come with their places in the source. `judged` says of a rule, a
    family, or "" for all of them, whether it was looked for, so that finding
    nothing proves that nothing is there.
    """
    found = list(directives(document.raw, plain=plain))
    if not found:
        return list(issues), []
    at_work, faults = _at_work(document.raw, found)
    comments = [directive.span for directive in found]
    kept: list[Issue] = []
    for issue in issues:
        raw = document.source_map.locate(issue.span)
        covering = [s for s in at_work if s.covers(issue, raw.start)]
        # What reaches from prose into a comment was found only because plain text has no comments.
        if not covering and not any(comment.overlaps(raw) for comment in comments):
            kept.append(issue)
    faults += [(s.directive, message) for s in at_work for message in _unused(s, judged)]
    faults += [(d, _unknown(name)) for d in found for name in d.names if not _known(name)]
    return kept, [(_fault(document, directive, why), directive.span) for directive, why in faults]


Fault = tuple[Directive, str]


def _at_work(raw: str, found: Sequence[Directive]) -> tuple[list[_Suppression], list[Fault]]:
    at_work: list[_Suppression] = []
    faults: list[Fault] = []
    open_ones: list[_Suppression] = []
    for directive in found:
        span, end = directive.span, len(raw) + 1
        match directive.verb:
            case "disable-next-line":
                at_work.append(_Suppression(directive, _next_line(raw, span.end)))
            case "disable-file":
                at_work.append(_Suppression(directive, RawSpan(0, end)))
            case "disable":
                open_ones.append(_Suppression(directive, RawSpan(span.end, end)))
                at_work.append(open_ones[-1])
            case "enable":
                closing = [
                    s
                    for s in open_ones
                    if not directive.names or set(s.directive.names) <= set(directive.names)
                ]
                for closed in closing:
                    closed.reach = RawSpan(closed.reach.start, span.start)
                    open_ones.remove(closed)
                if not closing:
                    faults.append((directive, "This comment switches on what is not off."))
            case verb:
                faults.append((directive, f"There is no comment “editkit-{verb}”."))
    return at_work, faults


def _next_line(raw: str, end: int) -> RawSpan:
    """Return the first line after the one that holds `end` which is not blank."""
    rest = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)\s*([^\r\n]*)").match(raw, end)
    return RawSpan(rest.start(1), rest.end(1) + 1) if rest else RawSpan(end, end)


def _unused(suppression: _Suppression, judged: Callable[[str], bool]) -> Iterator[str]:
    names = suppression.directive.names
    idle = [name for name in names if name not in suppression.used and _known(name)]
    if not names and not suppression.used and judged(""):
        yield "This comment suppresses nothing."
    for name in idle:
        if judged(name):
            yield f"This comment suppresses nothing of “{name}”."


def _known(name: str) -> bool:
    return name in _FAMILIES or known_rule(name)


def _unknown(name: str) -> str:
    return f"There is no rule or family “{name}”{nearest(name, (*_FAMILIES, *rule_names()))}."


def _fault(document: Document, directive: Directive, message: str) -> Issue:
    at = prose_at(document.source_map, directive.span)
    return Issue(UNUSED.id, at, message, UNUSED.family, UNUSED.category, UNUSED.severity)
