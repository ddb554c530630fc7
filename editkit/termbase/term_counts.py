"""Counts the noun phrases of a corpus, in memory that does not grow with it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.languages.en.inflection import singular
from editkit.languages.en.noun_phrases import Phrase, is_joint, phrases
from editkit.text.characters import separators

_KEPT = 400_000
FOLLOWING = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """How a spelling stood in the text; see `Phrase`."""

    text: str
    free: bool
    begins: bool
    titled: bool


@dataclass(slots=True)
class Seen:
    """How often a spelling was met in one setting, and where first."""

    uri: str
    span: Span
    count: int = 0


@dataclass(slots=True)
class Entry:
    """What was counted of one phrase in all its spellings, its plural included.

    `following` holds the different words that stood behind it, eight of them at
    most; `capital` counts the places, among the `telling` ones, where all its
    words had capitals; `short` the abbreviations that the corpus introduces for
    it; `known_from` how often it could have been dropped before it was met.
    """

    words: tuple[str, ...]
    size: int
    joined: bool
    known_from: int
    count: int = 0
    free: int = 0
    files: int = 0
    last_file: int = -1
    telling: int = 0
    capital: int = 0
    introduced: int = 0
    following: set[str] = field(default_factory=set)
    short: Counter[str] = field(default_factory=Counter)
    spellings: dict[Setting, Seen] = field(default_factory=dict)

    @property
    def texts(self) -> Counter[str]:
        """How often each spelling was met."""
        found: Counter[str] = Counter()
        for setting, seen in self.spellings.items():
            found[setting.text] += seen.count
        return found

    @property
    def usual(self) -> str:
        """The spelling met most often."""
        return self.texts.most_common(1)[0][0]


class Census:
    """The phrases of the documents added so far, by key, and how many words there were.

    A phrase is dropped when it is so rare among very many that it could be no
    candidate (lossy counting after Manku and Motwani, 2002): of a corpus of a
    few megabytes, none is.
    """

    def __init__(self, kept: int = _KEPT) -> None:
        self.entries: dict[str, Entry] = {}
        self.size = 0
        self.files = 0
        self._kept = kept
        self._round = 0

    def add(self, documents: Iterable[Document]) -> None:
        """Count what is in the documents of one file."""
        for document in documents:
            for phrase in phrases(document):
                self._count(phrase, document.uri)
            self.size += len(document.text.split())
        self.files += 1
        if len(self.entries) > self._kept:
            self._drop()

    def _count(self, phrase: Phrase, uri: str) -> None:
        key = key_of(phrase.words)
        entry = self.entries.get(key)
        if entry is None:
            entry = Entry(phrase.words, phrase.size, phrase.joined, self._round)
            self.entries[key] = entry
        entry.count += 1
        entry.free += phrase.free
        if entry.last_file != self.files:
            entry.files, entry.last_file = entry.files + 1, self.files
        if not phrase.begins:
            entry.telling += 1
            entry.capital += phrase.names
        entry.introduced += phrase.introduces
        if phrase.short:
            entry.short[phrase.short] += 1
        if len(entry.following) < FOLLOWING:
            entry.following.add(phrase.following)
        setting = Setting(phrase.text, phrase.free, phrase.begins, phrase.titled)
        seen = entry.spellings.setdefault(setting, Seen(uri, phrase.span))
        seen.count += 1

    def _drop(self) -> None:
        self._round += 1
        rare = [k for k, e in self.entries.items() if e.count + e.known_from <= self._round]
        for key in rare:
            del self.entries[key]


def key_of(words: tuple[str, ...]) -> str:
    """Return what the spellings of a phrase share: its letters, the last word in the singular.

    >>> key_of(("E-mail", "Addresses")), key_of(("email", "address"))
    ('emailaddress', 'emailaddress')
    """
    return "".join(map(_letters, words[:-1])) + _singular_letters(words[-1])


def inner_keys(words: tuple[str, ...]) -> set[str]:
    """Return the keys of all shorter phrases inside one."""
    size = len(words)
    return {
        key_of(words[first:last])
        for first in range(size)
        for last in range(first + 1, size + 1)
        if last - first < size and not is_joint(words[first]) and not is_joint(words[last - 1])
    }


@lru_cache(maxsize=65536)
def _letters(word: str) -> str:
    return separators.sub("", word.casefold())


@lru_cache(maxsize=65536)
def _singular_letters(word: str) -> str:
    plain = word[1:] == word[1:].lower()
    return _letters(singular(word.lower() if plain else word) or word)
