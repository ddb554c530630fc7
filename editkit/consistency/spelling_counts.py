"""Counts, marks and positions of a spelling."""

from dataclasses import dataclass
from typing import NamedTuple

from editkit.consistency.block_words import Mention

MAX_POSITIONS = 8
"""Number of stored positions per spelling; if there are more, the text is searched again.

Eight positions keep the counts of a corpus small (decision 033).
"""

IN_GLOSSARY = 1
"""The glossary lists the spelling."""
STANDALONE = 2
"""No name is next to it, and it does not begin a sentence."""
OUTSIDE_TITLE = 4
"""No name is next to it, and it is not in a title."""
MID_SENTENCE = 8
"""As `OUTSIDE_TITLE`, and it does not begin a sentence."""
BARE = 16
"""No noun follows that it could modify."""
RUNNING = 32
"""It is in running text: not in a title or label, and not a whole list item or cell."""
MODIFIER = 64
"""A noun follows that it may modify."""
UNJOINED = 128
"""No hyphen or `&` joins it to another word, as in the name of a model: `Chat-Suhe-7b`."""


class SpellingPosition(NamedTuple):
    """An occurrence of a spelling.

    `in_glossary`: it is part of a correct glossary term. `is_bare`: no noun follows.
    """

    uri: str
    start: int
    end: int
    in_glossary: bool = False
    is_bare: bool = False


@dataclass(slots=True)
class SpellingCount:
    """Number of occurrences of a spelling, its first positions, and its marks.

    `marks` is the union of the marks of all occurrences (`IN_GLOSSARY` to `UNJOINED`).
    """

    count: int
    marks: int
    word_count: int
    positions: list[SpellingPosition]

    def has(self, mark: int) -> bool:
        """Return whether at least one occurrence has `mark`."""
        return bool(self.marks & mark)

    def add(self, position: SpellingPosition, marks: int) -> None:
        """Add an occurrence; occurrences must be added in order."""
        self.count += 1
        self.marks |= marks
        if len(self.positions) < MAX_POSITIONS:
            self.positions.append(position)

    def merge(self, other: "SpellingCount") -> "SpellingCount":
        """Return the sum of both counts."""
        positions = sorted(self.positions + other.positions)[:MAX_POSITIONS]
        marks = self.marks | other.marks
        return SpellingCount(self.count + other.count, marks, self.word_count, positions)


def marks_of(mention: Mention, *, in_glossary: bool) -> int:
    """Return the marks of one mention."""
    marks = IN_GLOSSARY if in_glossary else 0
    if mention.is_bare:
        marks |= BARE
    else:
        marks |= MODIFIER
    if mention.is_running:
        marks |= RUNNING
    if not mention.is_joined:
        marks |= UNJOINED
    if mention.is_isolated:
        if not mention.begins_sentence:
            marks |= STANDALONE
        if not mention.in_title:
            marks |= OUTSIDE_TITLE if mention.begins_sentence else OUTSIDE_TITLE | MID_SENTENCE
    return marks
