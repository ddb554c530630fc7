"""How a document's two styles of one mark are made one."""

from collections.abc import Sequence

from editkit.checks.typography._mark_styles import Use, usual
from editkit.core.check import Check
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related


def mixture(
    check: Check,
    uses: Sequence[Use],
    name: str,
    others: Sequence[Use] = (),
    other_name: str = "",
) -> Issue | None:
    """Return the one issue of a document that uses both styles of the marks called `name`.

    The style used more often wins, and the one used first where they are even.
    The issue stands on the first mark of the other style and names the rest; its
    fix holds all edits, and is left out where one of them is in doubt. `others`
    are marks called `other_name` that are mixed, too, and follow the winner.
    """
    if not uses or len({use.curly for use in uses}) == 1:
        return None
    to_curly = usual(uses)
    rare_name, usual_name = ("straight", "curly") if to_curly else ("curly", "straight")
    rare = [use for use in uses if use.curly != to_curly]
    more = [use for use in others if use.curly != to_curly]
    edits = [Edit(use.span, use.other) for use in (*rare, *more) if use.other is not None]
    places = tuple(Related(use.span, f"{rare_name} as well") for use in (*rare[1:], *more))
    message = f"{len(rare)} of {len(uses)} {name}"
    if others:
        message += f" and {len(more)} of {len(others)} {other_name} are {rare_name}, the others"
        message += f" {usual_name}"
        name = f"{name} and {other_name}"
    else:
        message += f" are {rare_name} and {len(uses) - len(rare)} {usual_name}"
    fix = Fix(f"Make all {name} {usual_name}", tuple(edits), Safety.REVIEW)
    fixes = (fix,) if len(edits) == len(rare) + len(more) else ()
    return check.issue(rare[0].span, f"{message}; keep to one style.", *fixes, related=places)
