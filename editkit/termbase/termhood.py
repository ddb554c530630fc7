"""Termhood: likelihood that a phrase is a term."""

import math
from collections import Counter

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.lexicon import MAX_RARITY, look_up
from editkit.termbase.term_counts import (
    MAX_FOLLOWING_WORDS,
    PhraseCounts,
    TermCounts,
    inner_phrase_keys,
)

_CAPITALS = lazy_pattern("[A-Z].*[A-Z]")
_THE_FREQUENCY = 0.04
"""Relative frequency of “the”, which has rarity 0, in English."""
_COMPOUND_RARITY = 6
"""Rarity of hyphenated words that are not in the lexicon."""
_MAX_WEIRDNESS = 12


def rank(counts: TermCounts, min_count: int) -> list[str]:
    """Return the keys of phrases with at least `min_count` occurrences, best terms first.

    Skips phrases that occur only inside one longer phrase.
    """
    kept = {key: entry for key, entry in counts.phrases.items() if entry.count >= min_count}
    enclosed: Counter[str] = Counter()
    for entry in kept.values():
        for key in inner_phrase_keys(entry.words):
            enclosed[key] = max(enclosed[key], entry.count)
    scores = {
        key: _score(entry, enclosed[key], counts.words)
        for key, entry in kept.items()
        if entry.count > enclosed[key]
    }
    return sorted(scores, key=lambda key: (-scores[key], -kept[key].count, key))


def _score(entry: PhraseCounts, enclosed: int, corpus_words: int) -> float:
    """Return a score that grows with the likelihood that a phrase is a term.

    The features are its number of occurrences outside the most common longer phrase, how
    often it stands alone, the variety of following words, capitals within sentences, and
    whether the corpus defines an abbreviation for it. A single word must be more frequent
    than in general English. The weights are rounded from a logistic regression.
    """
    free_count = entry.count - enclosed
    score = math.log2(1 + free_count) + 2 * entry.standalone / entry.count
    score += 3 * len(entry.following) / min(entry.count, MAX_FOLLOWING_WORDS)
    score += 3 * bool(entry.defined) - 2 * entry.has_connector
    capitalized_share = entry.capitalized / entry.mid_sentence if entry.mid_sentence else 0.5
    if entry.size > 1:
        return score + 1.5 * capitalized_share
    if _CAPITALS.search(entry.most_common):
        return score
    return (
        score
        + capitalized_share
        - 4
        + 0.6 * (_weirdness(entry, free_count, corpus_words) - _MAX_WEIRDNESS / 2)
    )


def _weirdness(entry: PhraseCounts, count: int, corpus_words: int) -> float:
    """Return the binary logarithm of a word's frequency relative to general English.

    This is the “weirdness” of Ahmad et al. (1999).
    """
    [word] = entry.words
    known_word = look_up(word)
    rarity = known_word.rarity if known_word else _COMPOUND_RARITY if "-" in word else MAX_RARITY
    return min(math.log2(count / corpus_words / _THE_FREQUENCY) + 2 * rarity, _MAX_WEIRDNESS)
