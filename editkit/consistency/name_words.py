"""The longer names of a text, and the phrases that say the same with other words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from editkit.core.document import Document
from editkit.languages.en.compound_parts import FUNCTION
from editkit.languages.en.word_list import is_english
from editkit.text.context import begins_sentence

KEPT = 5
_CAPITAL = r"[A-Z][\w&]*(?:(?:-|['’](?!s\b))\w+)*"
_SMALL = r"(?:of|and|for|the|in|on|de|du|von|van)"
_NAME = re.compile(rf"(?<![\w-]){_CAPITAL}(?:(?: {_SMALL}){{0,2}} {_CAPITAL})+(?![\w-])")
_SIDE = r"[a-z]+ [a-z]+"
_PAIR = re.compile(rf"(?<![\w-])(?=({_SIDE}) and ({_SIDE})(?![\w-]))")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


class Place(NamedTuple):
    """Where a name begins in which document."""

    uri: str
    start: int


@dataclass(slots=True)
class Met:
    """How often a name was met, and where first."""

    times: int
    places: list[Place]

    def plus(self, other: "Met") -> "Met":
        """Return what both know."""
        return Met(self.times + other.times, sorted(self.places + other.places)[:KEPT])


@dataclass(slots=True)
class Names:
    """The names and phrases of some documents; two of them add up in any order."""

    names: dict[str, Met] = field(default_factory=dict)
    phrases: dict[str, Met] = field(default_factory=dict)

    def merge(self, other: "Names") -> "Names":
        """Return the names of both."""
        return Names(_sum(self.names, other.names), _sum(self.phrases, other.phrases))


def _sum(one: dict[str, Met], other: dict[str, Met]) -> dict[str, Met]:
    small, large = sorted((one, other), key=len)
    both = dict(large)
    for text, met in small.items():
        both[text] = both[text].plus(met) if text in both else met
    return both


def fold(word: str) -> str:
    """Return a word in small letters without the ending of its plural."""
    low = word.lower()
    for ending, kept in (("ches", "ch"), ("shes", "sh"), ("ies", "y"), ("ss", "ss"), ("s", "")):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return low[: -len(ending)] + kept
    return low


def folded(text: str) -> tuple[str, ...]:
    """Return the words of a name, the parts of hyphenated ones too, each folded."""
    return tuple(fold(word) for word in _WORD.findall(text))


def collect(document: Document) -> Names:
    """Return the names of one document of two words at least, and its pairs of phrases.

    A phrase in small letters counts as a name where it is one of three words with
    one word more before the last.
    """
    names: dict[str, Met] = {}
    for start, text in _names(document):
        _note(names, text, Place(document.uri, start))
    shorter = {run for text in names for run in _threes(folded(text))}
    phrases: dict[str, Met] = {}
    for block in document.blocks:
        text = block.span.of(document.text)
        for found in _PAIR.finditer(text):
            if FUNCTION.isdisjoint([*found[1].split(" "), *found[2].split(" ")]):
                place = Place(document.uri, block.span.start + found.start())
                _note(phrases, f"{found[1]} and {found[2]}", place)
        if shorter:
            for at, phrase in _longer(text, shorter):
                _note(names, phrase, Place(document.uri, block.span.start + at))
    return Names(names, phrases)


def _note(seen: dict[str, Met], text: str, place: Place) -> None:
    met = seen.get(text)
    if met is None:
        met = seen[text] = Met(0, [])
    met.times += 1
    if len(met.places) < KEPT:
        met.places.append(place)


def _names(document: Document) -> Iterator[tuple[int, str]]:
    for block in document.blocks:
        for found in _NAME.finditer(document.text, block.span.start, block.span.end):
            text, start = found[0], found.start()
            first, _, rest = text.partition(" ")
            if is_english(first) and begins_sentence(document, start):
                start, text = start + len(first) + 1, rest
            if " " in text and text[0].isupper():
                yield start, text


def _threes(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - 2):
        run = words[at : at + 3]
        if FUNCTION.isdisjoint(run) and all(map(is_english, run)):
            yield run


def _longer(text: str, shorter: set[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    begun = {run[:2] for run in shorter}
    words = list(_WORD.finditer(text))
    plain = [fold(word[0]) for word in words]
    for at in range(len(words) - 3):
        if (plain[at], plain[at + 1]) not in begun:
            continue
        start, end = words[at].start(), words[at + 3].end()
        same = (*plain[at : at + 2], plain[at + 3]) in shorter
        if same and text[start:end].islower() and text[start:end].count(" ") == 3:  # noqa: PLR2004
            yield start, text[start:end]
