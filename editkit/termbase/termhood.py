"""How likely a phrase is to be a term."""

import math
import re
from collections import Counter

from editkit.languages.en.lexicon import RAREST, look_up
from editkit.termbase.term_counts import FOLLOWING, Census, Entry, inner_keys

_CAPITALS = re.compile("[A-Z].*[A-Z]")
_THE = 0.04
"""The share of “the”, of rarity 0, in English."""
_COMPOUND = 6
_STRANGEST = 12


def ranked(census: Census, min_count: int) -> list[str]:
    """Return the keys of the phrases met `min_count` times or more, the likeliest terms first.

    What was only ever met inside one longer phrase is a piece of it and left out.
    """
    kept = {key: entry for key, entry in census.entries.items() if entry.count >= min_count}
    inside: Counter[str] = Counter()
    for entry in kept.values():
        for key in inner_keys(entry.words):
            inside[key] = max(inside[key], entry.count)
    scores = {
        key: _score(entry, inside[key], census.size)
        for key, entry in kept.items()
        if entry.count > inside[key]
    }
    return sorted(scores, key=lambda key: (-scores[key], -kept[key].count, key))


def _score(entry: Entry, inside: int, size: int) -> float:
    """Return a figure that grows with the likelihood that a phrase is a term.

    What counts is how often it was met outside the longer phrase that holds it
    most often, whether it stands free, how many different words follow it,
    whether its capitals are its own, and whether the corpus introduces an
    abbreviation with it. A single word must be stranger than general English.
    The weights are those of a logistic regression, rounded.
    """
    outside = entry.count - inside
    score = math.log2(1 + outside) + 2 * entry.free / entry.count
    score += 3 * len(entry.following) / min(entry.count, FOLLOWING)
    score += 3 * bool(entry.introduced) - 2 * entry.joined
    capital = entry.capital / entry.telling if entry.telling else 0.5
    if entry.size > 1:
        return score + 1.5 * capital
    if _CAPITALS.search(entry.usual):
        return score
    return score + capital - 4 + 0.6 * (_strangeness(entry, outside, size) - _STRANGEST / 2)


def _strangeness(entry: Entry, count: int, size: int) -> float:
    """Return how many times as frequent a word is as in English, as a power of two."""
    [word] = entry.words
    known = look_up(word)
    rarity = known.rarity if known else _COMPOUND if "-" in word else RAREST
    return min(math.log2(count / size / _THE) + 2 * rarity, _STRANGEST)
