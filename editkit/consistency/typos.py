"""Words of a text that are one slip of the keyboard away from a more frequent word of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from editkit.core.document import Document
from editkit.languages.en.compound_parts import FUNCTION
from editkit.languages.en.word_list import is_english
from editkit.languages.zh.pinyin import is_pinyin

_SHORTEST, _LONGEST = 5, 60
_SHORTEST_REPLACED = 7
_KEPT = 5
_FEW, _MANY = 3, 5
_WORD = re.compile(rf"(?<![\w@.'’])[^\W\d_]{{{_SHORTEST},{_LONGEST}}}(?![\w@]|\.\w)")
_BEFORE, _AFTER = re.compile(r"([\w'’-]+) \Z"), re.compile(r" ([\w-]+)")
_REACH = 40
_ENDING = re.compile(r"[sdrnyleaio]|[rdnt]s")
_DIALECT = ({"s", "z"}, {"c", "s"}, {"c", "k"}, {"i", "y"})


class Place(NamedTuple):
    """Where a word stands in which document."""

    uri: str
    start: int


@dataclass(slots=True)
class Word:
    """How often a word was met, and where first."""

    times: int
    places: list[Place]

    def plus(self, other: "Word") -> "Word":
        """Return what both know."""
        return Word(self.times + other.times, sorted(self.places + other.places)[:_KEPT])


@dataclass(slots=True)
class Words:
    """The longer words of some documents; two of them add up in any order."""

    seen: dict[str, Word] = field(default_factory=dict)
    _slips: "dict[str, list[Slip]] | None" = field(default=None, compare=False, repr=False)

    def merge(self, other: "Words") -> "Words":
        """Return the words of both."""
        small, large = sorted((self.seen, other.seen), key=len)
        both = dict(large)
        for text, word in small.items():
            both[text] = both[text].plus(word) if text in both else word
        return Words(both)

    def slips(self) -> "dict[str, list[Slip]]":
        """Return, by word, what it may be a slip of, the likeliest first; sought once."""
        if self._slips is None:
            self._slips = _slips(self.seen)
        return self._slips


@dataclass(frozen=True, slots=True)
class Slip:
    """A word, and the more frequent one that may be meant.

    `sure` says that the two cannot both be right; else they must stand beside the
    same words somewhere.
    """

    found: str
    meant: str
    times: int
    places: tuple[Place, ...]
    sure: bool


def collect(document: Document) -> Words:
    """Return the words of one document, of five to sixty letters."""
    seen: dict[str, Word] = {}
    text, uri = document.text, document.uri
    for block in document.blocks:
        for found in _WORD.finditer(text, block.span.start, block.span.end):
            word = seen.get(found[0])
            if word is None:
                word = seen[found[0]] = Word(0, [])
            word.times += 1
            if len(word.places) < _KEPT:
                word.places.append(Place(uri, found.start()))
    for spelling, word in seen.items():
        if is_english(spelling):
            del word.places[1:]
    return Words(seen)


def slips(document: Document, words: Words) -> Iterator[tuple[Slip, int]]:
    """Yield the slips that `document` has, each with where it begins."""
    known = words.slips()
    if not known:
        return
    for block in document.blocks:
        for found in _WORD.finditer(document.text, block.span.start, block.span.end):
            for slip in known.get(found[0], ()):
                if slip.sure or _stands_alike(document.text, found, slip):
                    yield slip, found.start()
                    break


def _stands_alike(text: str, found: re.Match[str], slip: Slip) -> bool:
    """Whether the word that is meant stands beside the same word elsewhere in the text."""
    before = _BEFORE.search(text, max(0, found.start() - _REACH), found.start())
    after = _AFTER.match(text, found.end())
    pairs = [(before[1], f"{before[1]} {slip.meant}")] if before else []
    pairs += [(after[1], f"{slip.meant} {after[1]}")] if after else []
    return any(word.lower() not in FUNCTION and pair in text for word, pair in pairs)


def _slips(seen: dict[str, Word]) -> dict[str, list[Slip]]:
    forms: dict[str, list[str]] = {}
    for text in seen:
        forms.setdefault(text.lower(), []).append(text)
    found: dict[str, list[Slip]] = {}
    for low, meant in _pairs(forms):
        for text in forms[low]:
            if slip := _slip(text, forms[low], forms[meant], seen):
                found.setdefault(text, []).append(slip)
    for known in found.values():
        known.sort(key=lambda slip: (-slip.times, slip.meant))
    return found


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each word that is no English one with those of `words` that are one slip away."""
    near: dict[str, list[str]] = {}
    for word in words:
        if word.isascii() and not is_english(word):
            for short in {word, *_deletions(word)}:
                near.setdefault(short, []).append(word)
    for meant in words:
        close = {word for short in (meant, *_deletions(meant)) for word in near.get(short, ())}
        for word in sorted(close - {meant}):
            if _one_slip(word, meant) and not (is_pinyin(word) and is_pinyin(meant)):
                yield word, meant


def _slip(
    text: str, forms: list[str], meant_forms: list[str], seen: dict[str, Word]
) -> Slip | None:
    """Return what `text` may be a slip of, where the evidence is enough.

    A name is compared with names only, and needs more of it than a word in small
    letters beside an English one.
    """
    named, meant = text[0].isupper(), meant_forms[0].lower()
    alike = [form for form in meant_forms if form[0].isupper() == named and not form.isupper()]
    times, ours = sum(seen[form].times for form in forms), sum(seen[form].times for form in alike)
    total = sum(seen[form].times for form in meant_forms)
    if not text[1:].islower() or total < times or (named and not alike):
        return None
    if is_english(meant):
        sure = not named or (ours >= _FEW * times and len(text) >= _SHORTEST_REPLACED)
    elif ours < (2 if times == 1 else _MANY) * times:
        return None
    else:
        replaced = len(text) == len(meant) and sorted(text.lower()) != sorted(meant)
        sure = ours >= _FEW and len(text) >= _SHORTEST_REPLACED and not replaced
    best = max(alike or meant_forms, key=lambda form: (seen[form].times, form))
    places = sorted(place for form in alike or meant_forms for place in seen[form].places)
    return Slip(text, best, total, tuple(places[:_KEPT]), sure)


def _deletions(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter is left out, put in or replaced, or two have changed places.

    Not where that makes another form of the word, or the word in the spelling of
    another country.
    """
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(short))
    if len(a) != len(b):
        formed = at == 0 or (at >= len(short) - 1 and _ENDING.fullmatch(long[at:]))
        return short[at:] == long[at + 1 :] and not formed
    if a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]:
        return True
    long_enough = len(a) >= _SHORTEST_REPLACED and at < len(a) - 1
    return long_enough and a[at + 1 :] == b[at + 1 :] and {a[at], b[at]} not in _DIALECT
