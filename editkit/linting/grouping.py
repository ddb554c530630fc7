"""Grouping of repeated issues: what a text does again and again is one issue with its places.

The last step before a report. Suppressions, baselines, corrections and the review page know each
place by itself (decision 097).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editkit.core.issue import Related
from editkit.core.result import DocumentResult, FileResult, PlacedIssue, RepeatedIssue, SourceFix
from editkit.core.taxonomy import Family
from editkit.linting.fingerprint import fold_case
from editkit.linting.repeated_kind import Kind, kind_of, replacements

_DECIDED_BY_PLACE = frozenset({Family.TERM, Family.CONSISTENCY})
"""Families of which each place is an issue: a name may mean something else there."""
MIN_PLACES = 2
"""Number of places from which issues of a kind are one issue."""
_HERE = "here as well"


def with_grouped_issues(result: FileResult) -> FileResult:
    """Return a result with one issue for `MIN_PLACES` or more issues of a kind in a document."""
    documents = tuple(map(_grouped, result.documents))
    return result if documents == result.documents else replace(result, documents=documents)


def _grouped(part: DocumentResult) -> DocumentResult:
    rules = Counter(placed.issue.rule for placed in part.issues)
    if max(rules.values(), default=0) < MIN_PLACES:
        return part
    issues: dict[int, PlacedIssue] = dict(enumerate(part.issues))
    for first, *others in _groups(part):
        if len(others) + 1 >= MIN_PLACES:
            issues[first] = _as_one([issues[first], *(issues.pop(at) for at in others)])
    return replace(part, issues=tuple(issues.values()))


def _groups(part: DocumentResult) -> Iterator[list[int]]:
    """Yield the indices of the issues of each kind that replace equal texts equally."""
    disputed = _disputed(part.issues)
    kinds: dict[Kind, list[_Group]] = {}
    for at, placed in enumerate(part.issues):
        if placed.issue.family in _DECIDED_BY_PLACE:
            continue
        replaced = replacements(part.document, placed)
        kind = (*kind_of(part.document, placed), disputed.get(at))
        groups = kinds.setdefault(kind, [])
        group = next((each for each in groups if each.agrees(replaced)), None)
        if group is None:
            groups.append(group := _Group())
        group.replacements.update(replaced)
        group.indices.append(at)
    yield from (group.indices for groups in kinds.values() for group in groups)


@dataclass(slots=True)
class _Group:
    replacements: dict[str, str] = field(default_factory=dict)
    indices: list[int] = field(default_factory=list)

    def agrees(self, replaced: Mapping[str, str]) -> bool:
        """Return whether no text is replaced in two ways."""
        return all(self.replacements.get(old, new) == new for old, new in replaced.items())


def _disputed(issues: Sequence[PlacedIssue]) -> dict[int, frozenset[int]]:
    """Return which issues have a fix that excludes a fix of the issue at each index.

    In a group, such a place would exclude the fixes of all other places, unless each of them
    excludes the same fixes: an apostrophe in “IPO’s” that another issue would make straight.
    """
    found: dict[int, set[int]] = {}
    splices = sorted(
        (splice.span, at)
        for at, placed in enumerate(issues)
        for fix in placed.fixes
        for splice in fix.splices
    )
    for number, (span, at) in enumerate(splices):
        for other_number in range(number + 1, len(splices)):
            other, other_at = splices[other_number]
            if other.start >= span.end and other != span:
                break
            if other_at != at:
                found.setdefault(at, set()).add(other_at)
                found.setdefault(other_at, set()).add(at)
    return {at: frozenset(others) for at, others in found.items()}


def _as_one(places: Sequence[PlacedIssue]) -> RepeatedIssue:
    """Return one issue, at the first of `places`, which are of one kind."""
    first, count = places[0], len(places)
    is_same = len({fold_case(each.issue.message) for each in places}) == 1
    what = "Found" if is_same else "The same kind of error is"
    related = {Related(each.issue.span, _HERE): each.location for each in places[1:]}
    for each in places:
        related.update(zip(each.issue.related, each.related, strict=True))
    message = f"{first.issue.message} {what} in {count} places."
    return RepeatedIssue(
        replace(first.issue, message=message, related=tuple(related)),
        first.location,
        tuple(map(_combined, zip(*(each.fixes for each in places), strict=True))),
        tuple(related.values()),
        tuple(places),
    )


def _combined(fixes: Sequence[SourceFix]) -> SourceFix:
    """Return one fix with the splices of all fixes."""
    titles = {fix.title for fix in fixes}
    title = f"{titles.pop()}, in" if len(titles) == 1 else "Correct all of"
    splices = tuple(splice for fix in fixes for splice in fix.splices)
    return SourceFix(f"{title} {len(fixes)} places", fixes[0].safety, splices)
