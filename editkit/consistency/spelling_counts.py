"""What is known of one spelling of a name: how often it was met, and where."""

from dataclasses import dataclass
from typing import NamedTuple

from editkit.consistency.mentions import Mention

KEPT = 8
"""How many places of a spelling are kept; those of one with more are looked up again."""

VOUCHED, APART, PLAIN, INSIDE, BARE, TITLED = 1, 2, 4, 8, 16, 32


class Place(NamedTuple):
    """Where a spelling was met.

    `vouched` says that the glossary has it so there, `bare` that no noun is behind it.
    """

    uri: str
    start: int
    end: int
    vouched: bool = False
    bare: bool = False


@dataclass(slots=True)
class Spelling:
    """How often a spelling was met, its first places, and what all of them say of it.

    `marks` holds what is true of one place at least: `VOUCHED`; `APART`, no name
    beside it and no sentence begun by it; `PLAIN`, no name beside it and no title
    around it; `INSIDE`, that and no sentence begun by it; `BARE`, no noun
    behind it; `TITLED`, in a title.
    """

    times: int
    marks: int
    parts: int
    places: list[Place]

    def says(self, mark: int) -> bool:
        """Whether `mark` is true of one of the places."""
        return bool(self.marks & mark)

    def add(self, place: Place, marks: int) -> None:
        """Note one place more; they come in order."""
        self.times += 1
        self.marks |= marks
        if len(self.places) < KEPT:
            self.places.append(place)

    def plus(self, other: "Spelling") -> "Spelling":
        """Return what both know."""
        places = sorted(self.places + other.places)[:KEPT]
        marks = self.marks | other.marks
        return Spelling(self.times + other.times, marks, self.parts, places)


def marks_of(mention: Mention, *, vouched: bool) -> int:
    """Return the marks of one place."""
    marks = VOUCHED if vouched else 0
    if mention.bare:
        marks |= BARE
    if mention.titled:
        marks |= TITLED
    if mention.whole:
        if not mention.begins:
            marks |= APART
        if not mention.titled:
            marks |= PLAIN if mention.begins else PLAIN | INSIDE
    return marks
