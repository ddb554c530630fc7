"""How a document's two styles of one mark are told apart, counted and made one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.checks._prose import paragraphs, technical
from editkit.checks._quotes import Mark, marks
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.span import Span

_APOSTROPHE = re.compile(
    r"['’](?:(?<=\w.)(?=[^\W\d_])"  # it's, the 1990's, Xi'an
    r"|(?P<last>(?<=[sSxzXZ].))(?=[^\S\n]+[^\W\d_])"  # the users' needs
    r"|(?<!\w.)(?=\d0s\b))"  # the '90s
)
_SINGLE_QUOTE = re.compile(r"(?<!\w)['‘](?=\w)")
_SLIPS, _THOROUGH = 2, 0.1


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


def quotation_marks(document: Document) -> Iterator[Use]:
    """Yield the double quotation marks of an English document."""
    for block in paragraphs(document):
        yield from map(_quotation_mark, marks(document.text, block.span))


def apostrophes(document: Document) -> Iterator[Use]:
    """Yield the apostrophes of an English document."""
    text = document.text
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        quotes = _SINGLE_QUOTE.search(text, start, end) is not None
        for found in _APOSTROPHE.finditer(text, start, end):
            # After “s” it may close a quotation that ‘ or ' has opened.
            if found["last"] is not None and quotes:
                continue
            if found[0] == "'" and technical(text, found.start()):
                continue
            other = "'" if found[0] == "’" else "’"
            yield Use(found.start(), curly=found[0] == "’", other=other)


def thorough(uses: Sequence[Use]) -> bool:
    """Whether the rarer style is no slip: three marks have it, and one in ten."""
    curly = sum(use.curly for use in uses)
    return min(curly, len(uses) - curly) >= max(_SLIPS + 1, _THOROUGH * len(uses))


def usual(uses: Sequence[Use]) -> bool:
    """Return whether curly is the style used more often, or first where they are even."""
    curly = sum(use.curly for use in uses)
    return uses[0].curly if 2 * curly == len(uses) else 2 * curly > len(uses)


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


def _quotation_mark(mark: Mark) -> Use:
    if mark.char != '"':
        return Use(mark.at, curly=True, other='"')
    known = mark.paired or mark.clear
    return Use(mark.at, curly=False, other=("“" if mark.opens else "”") if known else None)
