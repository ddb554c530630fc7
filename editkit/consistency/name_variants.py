"""Two names of one thing that differ by a word put in or left out, or in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.consistency.name_words import KEPT, Met, Names, Place, folded
from editkit.languages.en.compound_parts import FUNCTION
from editkit.languages.en.word_list import is_english

_LONGEST = 8
_CLEARLY = 3
_LONG = 4
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_HEADS = frozenset({"university", "institute", "academy", "college"})
_STEM = re.compile(r"(?<=\w\w\w)(?:e|ed|ing|s|es|ies|y)$")


@dataclass(frozen=True, slots=True)
class Sub:
    """A run of words in a name, with where it stands.

    `begins` and `ends` say that the name begins and ends with it.
    """

    text: str
    uri: str
    start: int
    begins: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True)
class NameRivalry:
    """A name met often, and one that is seldom and says the same with other words."""

    winner: str
    winning: tuple[Sub, ...]
    times: int
    losing: tuple[Sub, ...]


class _Runs:
    """All runs of two to eight words in the names that were met."""

    def __init__(self, names: dict[str, Met]) -> None:
        self.times: dict[tuple[str, ...], int] = {}
        self.where: dict[tuple[str, ...], list[Sub]] = {}
        for name, met in names.items():
            words = list(_WORD.finditer(name))
            keys = folded(name)
            for first in range(len(words)):
                for last in range(first + 1, min(first + _LONGEST, len(words))):
                    key = keys[first : last + 1]
                    if key[0] in FUNCTION or key[-1] in FUNCTION:
                        continue
                    self.times[key] = self.times.get(key, 0) + met.times
                    here = self.where.setdefault(key, [])
                    start, end = words[first].start(), words[last].end()
                    edges = (
                        first == 0 or keys[first - 1] == "and",
                        last == len(words) - 1 or keys[last + 1] == "and",
                    )
                    here += (
                        Sub(name[start:end], place.uri, place.start + start, *edges)
                        for place in met.places
                    )

    def first(self, key: tuple[str, ...]) -> tuple[str, int]:
        """Return where a run stands first."""
        return min((sub.uri, sub.start) for sub in self.where[key])


def name_rivalries(names: Names) -> Iterator[NameRivalry]:
    """Yield the rivals among the names; of one pair, the form met more often wins."""
    runs = _Runs(names.names)
    for key in runs.times:
        for short in _shorter(key):
            if short in runs.times:
                yield from _inserted(runs, key, short)
        if len(key) > _LONG and key[-3] == "of" and key[:-1] in runs.times:
            yield from _cut_short(runs, key)
        if (turned := _turned(key)) in runs.times:
            yield from _swapped(runs, key, turned)
    yield from _turned_phrases(names.phrases)


def _shorter(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the key without one of its inner words.

    Of three words only before a name: Suhe Forest University is not Suhe University.
    """
    if len(key) < _LONG and is_english(key[-1]):
        return
    for at in range(1, len(key) - 1):
        if key[at] not in FUNCTION and len(key[at]) > len("II") and not key[at].isdigit():
            yield key[:at] + key[at + 1 :]


def _inserted(runs: _Runs, long: tuple[str, ...], short: tuple[str, ...]) -> Iterator[NameRivalry]:
    """Yield the rarer of two names with one inner word more or less.

    A name in full where it is met first is right, but for a double one such as Corvin-Benz.
    """
    phrase = any(sub.text.islower() for sub in runs.where[long])
    more = runs.times[long] >= runs.times[short] + (not phrase)
    often, seldom = (long, short) if more else (short, long)
    losing = [sub for sub in runs.where[seldom] if sub.begins or phrase]
    clear = 1 if phrase else _CLEARLY
    few = runs.times[seldom]
    if not losing or runs.times[often] < clear * few or few > KEPT:
        return
    if not any(sub.begins for sub in runs.where[often]):
        return
    double = seldom == long and all("-" in sub.text for sub in losing)
    if phrase or double or runs.first(often) < runs.first(seldom):
        yield _rivalry(runs, often, losing)


def _cut_short(runs: _Runs, long: tuple[str, ...]) -> Iterator[NameRivalry]:
    """Yield a name that has lost its last word behind `of`, after it was given in full."""
    losing = [sub for sub in runs.where[long[:-1]] if sub.ends]
    if not losing or runs.times[long] < _CLEARLY * len(losing):
        return
    if runs.first(long) < min((sub.uri, sub.start) for sub in losing):
        yield _rivalry(runs, long, losing)


def _rivalry(runs: _Runs, often: tuple[str, ...], losing: list[Sub]) -> NameRivalry:
    winning = sorted(runs.where[often], key=lambda sub: (sub.uri, sub.start))
    return NameRivalry(winning[0].text, tuple(winning[:KEPT]), runs.times[often], tuple(losing))


def _turned(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return `x university` for `university of x`; an empty key for what cannot be turned."""
    if len(key) > len(("university", "of")) and key[1] == "of" and key[0] in _HEADS:
        rest = key[2:]
        return (*rest, key[0]) if FUNCTION.isdisjoint(rest) else ()
    return ()


def _swapped(runs: _Runs, key: tuple[str, ...], turned: tuple[str, ...]) -> Iterator[NameRivalry]:
    both = [[sub for sub in runs.where[one] if sub.begins and sub.ends] for one in (key, turned)]
    if all(both):
        more = runs.times[key] >= runs.times[turned]
        yield _rivalry(runs, key if more else turned, both[1] if more else both[0])


def _turned_phrases(phrases: dict[str, Met]) -> Iterator[NameRivalry]:
    """Yield the pairs `A b and C d`, `C d and A b`, in whatever form each word."""
    same: dict[tuple[str, ...], dict[str, Met]] = {}
    for text, met in phrases.items():
        same.setdefault(tuple(sorted(_stems(text))), {})[text] = met
    for forms in same.values():
        (winner, won), *others = sorted(
            forms.items(), key=lambda form: (-form[1].times, form[1].places[0])
        )
        for loser, lost in others:
            if _stems(winner)[:2] != _stems(loser)[:2]:
                losing, winning = _subs(loser, lost.places), _subs(winner, won.places)
                yield NameRivalry(winner, winning, won.times, losing)


def _stems(phrase: str) -> list[str]:
    return [_STEM.sub("", word) for word in phrase.split(" ")]


def _subs(text: str, places: list[Place]) -> tuple[Sub, ...]:
    return tuple(Sub(text, place.uri, place.start) for place in places)
