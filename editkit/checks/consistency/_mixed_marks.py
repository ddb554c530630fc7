"""One issue for a document that mixes the straight and the curly style of a mark."""

from collections.abc import Sequence

from editkit.core.check import Check
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.taxonomy import Severity
from editkit.text.straight_and_curly import MarkUse, is_mostly_curly


def mixture_issue(
    check: Check,
    uses: Sequence[MarkUse],
    name: str,
    companions: Sequence[MarkUse] = (),
    companion_name: str = "",
    *,
    severity: Severity | None = None,
) -> Issue | None:
    """Return the issue of a document that uses both styles of the marks called `name`.

    The more frequent style wins, or the first one if they are equal. The issue is at the
    first mark of the losing style and lists the others. Its fix has all edits; there is no
    fix if one of them is ambiguous. `companions` are mixed marks called `companion_name`
    that take the winning style as well. `severity` replaces the rule's.
    """
    if not uses or len({use.is_curly for use in uses}) == 1:
        return None
    to_curly = is_mostly_curly(uses)
    losing_name, winning_name = ("straight", "curly") if to_curly else ("curly", "straight")
    losing = [use for use in uses if use.is_curly != to_curly]
    losing_companions = [use for use in companions if use.is_curly != to_curly]
    edits = [
        Edit(use.span, use.converted)
        for use in (*losing, *losing_companions)
        if use.converted is not None
    ]
    places = tuple(
        Related(use.span, f"also {losing_name}") for use in (*losing[1:], *losing_companions)
    )
    message = f"{len(losing)} of {len(uses)}"
    if companions:
        message += f" {name} and {len(losing_companions)} of {len(companions)} {companion_name}"
        name = f"{name} and {companion_name}"
    are = "is" if len(losing) == 1 and not companions else "are"
    message = f"Mixed {name}: {message} {are} {losing_name}. Use one style."
    fix = Fix(f"Make all {name} {winning_name}", tuple(edits), Safety.REVIEW)
    fixes = (fix,) if len(edits) == len(losing) + len(losing_companions) else ()
    return check.issue(losing[0].span, message, *fixes, severity=severity, related=places)
