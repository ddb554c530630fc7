"""How a document's two styles of one mark are told apart, counted and made one."""

from collections.abc import Sequence
from dataclasses import dataclass

from editkit.core.check import Check
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.span import Span


@dataclass(frozen=True, slots=True)
class Use:
    """A mark as it stands, and what it would be in the other style.

    `other` is None where that cannot be told.
    """

    at: int
    curly: bool
    other: str | None

    @property
    def span(self) -> Span:
        """Where the mark stands."""
        return Span(self.at, self.at + 1)


def mixture(check: Check, uses: Sequence[Use], name: str) -> Issue | None:
    """Return the one issue of a document that uses both styles of the marks called `name`.

    The style used more often wins, and the one used first where they are even.
    The issue stands on the first mark of the other style and names the rest; its
    fix holds all edits, and is left out where one of them is in doubt.
    """
    curly = [use for use in uses if use.curly]
    straight = [use for use in uses if not use.curly]
    if not curly or not straight:
        return None
    even = len(curly) == len(straight)
    to_curly = uses[0].curly if even else len(curly) > len(straight)
    rare, usual = (straight, curly) if to_curly else (curly, straight)
    rare_name, usual_name = ("straight", "curly") if to_curly else ("curly", "straight")
    edits = tuple(Edit(use.span, use.other) for use in rare if use.other is not None)
    fix = Fix(f"Make all {name} {usual_name}", edits, Safety.REVIEW)
    places = tuple(Related(use.span, f"{rare_name} as well") for use in rare[1:])
    message = (
        f"{len(rare)} of {len(uses)} {name} are {rare_name} and {len(usual)} {usual_name}; "
        "keep to one style."
    )
    fixes = (fix,) if len(edits) == len(rare) else ()
    return check.issue(rare[0].span, message, *fixes, related=places)
