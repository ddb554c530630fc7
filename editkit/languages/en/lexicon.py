"""What kind of word an English word mostly is, and how common."""

import gzip
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

RAREST = 9
"""The rarity of words that general English hardly has; each step down is four times commoner."""


class WordClass(Enum):
    """The class that a word most often has, as far as noun phrases care."""

    NOUN = "n"
    ADJECTIVE = "j"
    VERB = "v"
    GERUND = "g"
    PARTICIPLE = "p"
    FUNCTION = "f"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word's likeliest class, and its rarity from 0 (“the”) to 9."""

    kind: WordClass
    rarity: int


def look_up(word: str) -> Lexeme | None:
    """Return what is known of `word`, whatever its letter case, or None.

    The classes are those of Eric Brill's lexicon, the rarity is from the counts
    of Google Books.

    >>> look_up("Banking"), look_up("zorbing")
    (Lexeme(kind=<WordClass.NOUN: 'n'>, rarity=4), None)
    """
    return _lexicon().get(word.lower())


@cache
def _lexicon() -> dict[str, Lexeme]:
    packed = (resources.files(__package__) / "data" / "lexicon.txt.gz").read_bytes()
    lines = gzip.decompress(packed).decode().split("\n")
    pairs = (line.split(" ") for line in lines if line and not line.startswith("#"))
    made: dict[str, Lexeme] = {}
    found: dict[str, Lexeme] = {}
    for word, code in pairs:
        if code not in made:
            made[code] = Lexeme(WordClass(code[0]), int(code[1]))
        found[word] = made[code]
    return found
