"""Lexicon: the most likely word class and the rarity of English words."""

import gzip
from dataclasses import dataclass
from enum import Enum
from functools import cache

from editkit.core.storage.data_folder import data_folder

MAX_RARITY = 9
"""Rarity of the rarest words; each step down is four times as frequent."""


class WordClass(Enum):
    """Most frequent class of a word, as far as noun phrases distinguish classes."""

    NOUN = "n"
    ADJECTIVE = "j"
    VERB = "v"
    GERUND = "g"
    PARTICIPLE = "p"
    FUNCTION = "f"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """The most likely class of a word, and its rarity from 0 (“the”) to 9."""

    word_class: WordClass
    rarity: int


def look_up(word: str) -> Lexeme | None:
    """Return the lexicon entry of `word` in any letter case; None if there is none.

    The classes are those of Eric Brill's lexicon; the rarity is computed from the counts
    of Google Books.

    >>> look_up("Banking"), look_up("zorbing")
    (Lexeme(word_class=<WordClass.NOUN: 'n'>, rarity=4), None)
    """
    return _lexicon().get(word.lower())


def has_class(word: str, *word_classes: WordClass) -> bool:
    """Return whether `word` is in the lexicon with one of these classes."""
    known = look_up(word)
    return known is not None and known.word_class in word_classes


@cache
def _lexicon() -> dict[str, Lexeme]:
    packed = (data_folder(__package__, "data") / "lexicon.txt.gz").read_bytes()
    lines = gzip.decompress(packed).decode().split("\n")
    pairs = (line.split(" ") for line in lines if line and not line.startswith("#"))
    lexemes: dict[str, Lexeme] = {}
    lexicon: dict[str, Lexeme] = {}
    for word, code in pairs:
        if code not in lexemes:
            lexemes[code] = Lexeme(WordClass(code[0]), int(code[1]))
        lexicon[word] = lexemes[code]
    return lexicon
