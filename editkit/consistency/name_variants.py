"""Variants of a name that differ by an extra word, a missing word, or word order."""

from collections.abc import Iterator
from dataclasses import dataclass

from editkit.consistency.name_counts import (
    MAX_POSITIONS,
    NameCount,
    NameCounts,
    NamePosition,
    fold_words,
)
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.inflection import singular
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.function_words import FUNCTION_WORDS

_MAX_WORDS = 8
_CLEAR_MAJORITY = 3
_LONG_NAME_WORDS = 4
_WORD = lazy_pattern(r"\w+(?:['’]\w+)*")
_HEADS = frozenset({"university", "institute", "academy", "college"})


@dataclass(frozen=True, slots=True)
class NamePart:
    """A run of words in a name, with its position and whether it starts or ends the name."""

    text: str
    uri: str
    start: int
    starts_name: bool = True
    ends_name: bool = True


@dataclass(frozen=True, slots=True)
class NameVariantPair:
    """A frequent name, and a rare variant of it with different words."""

    winner: str
    winning: tuple[NamePart, ...]
    winning_count: int
    losing: tuple[NamePart, ...]


class _Runs:
    """All runs of two to eight words in the collected names."""

    def __init__(self, names: dict[str, NameCount]) -> None:
        self.counts: dict[tuple[str, ...], int] = {}
        self.parts: dict[tuple[str, ...], list[NamePart]] = {}
        for name, name_count in names.items():
            words = list(_WORD.finditer(name))
            keys = fold_words(name)
            for first in range(len(words)):
                for last in range(first + 1, min(first + _MAX_WORDS, len(words))):
                    key = keys[first : last + 1]
                    if key[0] in FUNCTION_WORDS or key[-1] in FUNCTION_WORDS:
                        continue
                    self.counts[key] = self.counts.get(key, 0) + name_count.count
                    here = self.parts.setdefault(key, [])
                    start, end = words[first].start(), words[last].end()
                    edges = (
                        first == 0 or keys[first - 1] == "and",
                        last == len(words) - 1 or keys[last + 1] == "and",
                    )
                    here += (
                        NamePart(name[start:end], position.uri, position.start + start, *edges)
                        for position in name_count.positions
                    )

    def first_position(self, key: tuple[str, ...]) -> tuple[str, int]:
        """Return the URI and offset of the first occurrence of a run."""
        return min((part.uri, part.start) for part in self.parts[key])


def name_variant_pairs(names: NameCounts) -> Iterator[NameVariantPair]:
    """Yield the pairs of variants; the more frequent form of a pair wins."""
    runs = _Runs(names.names)
    for key in runs.counts:
        for short in _without_inner_word(key):
            if short in runs.counts:
                yield from _inner_word_pairs(runs, key, short)
        if len(key) > _LONG_NAME_WORDS and key[-3] == "of" and key[:-1] in runs.counts:
            yield from _truncated_pairs(runs, key)
        if (inverted := _inverted(key)) in runs.counts:
            yield from _inverted_pairs(runs, key, inverted)
    yield from _plural_pairs(names.subjects)


def _plural_pairs(names: dict[str, NameCount]) -> Iterator[NameVariantPair]:
    """Yield the pairs of a plural such as `General Motors`, and of it without its ending.

    A singular with an article, or before a noun, is not counted: `a Nobel Prize`.
    """
    for winner, won in names.items():
        loser = singular(winner)
        lost = names.get(loser) if loser else None
        if loser and lost and won.count >= _CLEAR_MAJORITY * lost.count:
            losing, winning = _parts(loser, lost.positions), _parts(winner, won.positions)
            yield NameVariantPair(winner, winning, won.count, losing)


def _without_inner_word(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the key without each of its inner words.

    If the key has three words, the last one must be a name: Suhe Forest University is not
    Suhe University.
    """
    if len(key) < _LONG_NAME_WORDS and is_english(key[-1]):
        return
    for at in range(1, len(key) - 1):
        if key[at] not in FUNCTION_WORDS and len(key[at]) > len("II") and not key[at].isdigit():
            yield key[:at] + key[at + 1 :]


def _inner_word_pairs(
    runs: _Runs, long: tuple[str, ...], short: tuple[str, ...]
) -> Iterator[NameVariantPair]:
    """Yield the pair of two names, one of which has an extra inner word.

    A full name at first mention is correct, unless it is a double name such as Corvin-Benz.
    """
    is_phrase = any(part.text.islower() for part in runs.parts[long])
    long_wins = runs.counts[long] >= runs.counts[short] + (not is_phrase)
    winner, loser = (long, short) if long_wins else (short, long)
    losing = [part for part in runs.parts[loser] if part.starts_name or is_phrase]
    min_ratio = 1 if is_phrase else _CLEAR_MAJORITY
    losing_count = runs.counts[loser]
    if (
        not losing
        or runs.counts[winner] < min_ratio * losing_count
        or losing_count > MAX_POSITIONS
    ):
        return
    if not any(part.starts_name for part in runs.parts[winner]):
        return
    is_double_name = loser == long and all("-" in part.text for part in losing)
    if is_phrase or is_double_name or runs.first_position(winner) < runs.first_position(loser):
        yield _pair(runs, winner, losing)


def _truncated_pairs(runs: _Runs, long: tuple[str, ...]) -> Iterator[NameVariantPair]:
    """Yield the pair of a full name and a later form without the last word after `of`."""
    losing = [part for part in runs.parts[long[:-1]] if part.ends_name]
    if not losing or runs.counts[long] < _CLEAR_MAJORITY * len(losing):
        return
    if runs.first_position(long) < min((part.uri, part.start) for part in losing):
        yield _pair(runs, long, losing)


def _pair(runs: _Runs, winner: tuple[str, ...], losing: list[NamePart]) -> NameVariantPair:
    winning = sorted(runs.parts[winner], key=lambda part: (part.uri, part.start))
    return NameVariantPair(
        winning[0].text, tuple(winning[:MAX_POSITIONS]), runs.counts[winner], tuple(losing)
    )


def _inverted(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return `x university` for `university of x`; an empty key if it cannot be inverted."""
    if len(key) > len(("university", "of")) and key[1] == "of" and key[0] in _HEADS:
        rest = key[2:]
        return (*rest, key[0]) if FUNCTION_WORDS.isdisjoint(rest) else ()
    return ()


def _inverted_pairs(
    runs: _Runs, key: tuple[str, ...], inverted: tuple[str, ...]
) -> Iterator[NameVariantPair]:
    both = [
        [part for part in runs.parts[one] if part.starts_name and part.ends_name]
        for one in (key, inverted)
    ]
    if all(both):
        key_wins = runs.counts[key] >= runs.counts[inverted]
        yield _pair(runs, key if key_wins else inverted, both[1] if key_wins else both[0])


def _parts(text: str, positions: list[NamePosition]) -> tuple[NamePart, ...]:
    return tuple(NamePart(text, position.uri, position.start) for position in positions)
