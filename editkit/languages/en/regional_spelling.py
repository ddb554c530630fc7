"""Which words are spelt in one way in Britain and in another in America."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources
from itertools import takewhile

BRITISH, AMERICAN = "British", "American"


class Kind(Enum):
    """What a spelling says of the text that it stands in."""

    VARIETY = "variety"
    """It is right in one of the two countries alone."""
    IZE = "ize"
    """-ise is British; -ize is American and, by the Oxford rule, British too."""
    WORD = "word"
    """One of the two is right in both countries."""
    BRITISH = "british"
    """The British one is; the American one is another word in British English."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The country that spells a word so, and how the other spells it."""

    variety: str
    other: str
    kind: Kind
    root: str
    """What the two begin with, the same for most forms of one word."""


def spelling(word: str) -> Spelling | None:
    """Return what the spelling of `word` says, in any letter case; None where it says nothing.

    The pairs are SCOWL's, size 60: `scripts/build_spellings.py` makes the table.

    >>> spelling("Colours").other, spelling("size")
    ('colors', None)
    """
    return _table().get(word.lower())


def respelt(word: str) -> str | None:
    """Return `word` as the other country spells it, with its capital; None where both agree.

    >>> respelt("Colours")
    'Colors'
    """
    found = spelling(word)
    if found is None:
        return None
    return found.other.capitalize() if word[:1].isupper() else found.other


@cache
def _table() -> dict[str, Spelling]:
    text = (resources.files(__package__) / "data" / "regional-spelling.txt").read_text("utf-8")
    table: dict[str, Spelling] = {}
    for line in text.strip().split("\n")[1:]:
        british, american, name = line.split()
        kind, root = Kind(name), _shared(british, american)
        table[british] = Spelling(BRITISH, american, kind, root)
        if kind is not Kind.BRITISH:
            table[american] = Spelling(AMERICAN, british, kind, root)
    return table


def _shared(one: str, other: str) -> str:
    pairs = zip(one, other, strict=False)
    return one[: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))] + "…"
