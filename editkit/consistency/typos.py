"""Typos: words at edit distance 1 from a more frequent word of the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.function_words import FUNCTION_WORDS
from editkit.languages.zh.pinyin import is_pinyin

_MIN_LENGTH = 5
_MAX_LENGTH = 60
_MIN_SUBSTITUTION_LENGTH = 7
_MIN_TRANSPOSITION_LENGTH = 6
_MAX_POSITIONS = 5
# How much more frequent a name must be than its typo (decision 033).
_SINGLE_TYPO_RATIO = 2
_REPEATED_TYPO_RATIO = 5
_ENGLISH_NAME_RATIO = 3
_MIN_CERTAIN_COUNT = 3
_WORD = lazy_pattern(rf"(?<![\w@.'’])[^\W\d_]{{{_MIN_LENGTH},{_MAX_LENGTH}}}(?![\w@]|\.\w)")
_BEFORE, _AFTER = lazy_pattern(r"([\w'’-]+) \Z"), lazy_pattern(r" ([\w-]+)")
_NEIGHBOR_WINDOW = 40
_ENDING = lazy_pattern(r"[sdrnyleaio]|[rdnt]s")
_REGIONAL_PAIRS = ({"s", "z"}, {"c", "s"}, {"c", "k"}, {"i", "y"})


class WordPosition(NamedTuple):
    """Start of a word in a document."""

    uri: str
    start: int


@dataclass(slots=True)
class WordCount:
    """Number of occurrences of a word, and its first positions."""

    count: int
    positions: list[WordPosition]

    def merge(self, other: "WordCount") -> "WordCount":
        """Return the sum of both counts."""
        return WordCount(
            self.count + other.count, sorted(self.positions + other.positions)[:_MAX_POSITIONS]
        )


@dataclass(slots=True)
class WordCounts:
    """Words of five or more letters in documents; merging is independent of the order."""

    words: dict[str, WordCount] = field(default_factory=dict)
    _typos: "dict[str, list[Typo]] | None" = field(default=None, compare=False, repr=False)

    def merge(self, other: "WordCounts") -> "WordCounts":
        """Return the counts of both."""
        small, large = sorted((self.words, other.words), key=len)
        both = dict(large)
        for text, word in small.items():
            both[text] = both[text].merge(word) if text in both else word
        return WordCounts(both)

    def typos(self) -> "dict[str, list[Typo]]":
        """Return the possible typos by word, the likeliest first; computed once."""
        if self._typos is None:
            self._typos = _all_typos(self.words)
        return self._typos


@dataclass(frozen=True, slots=True)
class Typo:
    """A word, and the more frequent word that may be intended.

    `is_certain` means that the words cannot both be correct. If not, an occurrence is a
    typo only if the intended word occurs next to the same word elsewhere.
    """

    found: str
    intended: str
    intended_count: int
    positions: tuple[WordPosition, ...]
    is_certain: bool


def collect_words(document: Document) -> WordCounts:
    """Return the words of a document that have 5 to 60 letters."""
    seen: dict[str, WordCount] = {}
    text, uri = document.text, document.uri
    for block in document.blocks:
        for found in _WORD.finditer(text, block.span.start, block.span.end):
            word = seen.get(found[0])
            if word is None:
                word = seen[found[0]] = WordCount(0, [])
            word.count += 1
            if len(word.positions) < _MAX_POSITIONS:
                word.positions.append(WordPosition(uri, found.start()))
    for spelling, word in seen.items():
        if is_english(spelling):
            del word.positions[1:]
    return WordCounts(seen)


def find_typos(document: Document, words: WordCounts) -> Iterator[tuple[Typo, int]]:
    """Yield the typos in `document`, each with its start offset."""
    known = words.typos()
    if not known:
        return
    for block in document.blocks:
        for found in _WORD.finditer(document.text, block.span.start, block.span.end):
            for typo in known.get(found[0], ()):
                if typo.is_certain or _shares_neighbor(document.text, found, typo):
                    yield typo, found.start()
                    break


def _shares_neighbor(text: str, found: re.Match[str], typo: Typo) -> bool:
    """Return whether the intended word occurs next to the same word elsewhere in the text."""
    before = _BEFORE.search(text, max(0, found.start() - _NEIGHBOR_WINDOW), found.start())
    after = _AFTER.match(text, found.end())
    pairs = [(before[1], f"{before[1]} {typo.intended}")] if before else []
    pairs += [(after[1], f"{typo.intended} {after[1]}")] if after else []
    return any(word.lower() not in FUNCTION_WORDS and pair in text for word, pair in pairs)


def _all_typos(seen: dict[str, WordCount]) -> dict[str, list[Typo]]:
    forms: dict[str, list[str]] = {}
    for text in seen:
        forms.setdefault(text.lower(), []).append(text)
    found: dict[str, list[Typo]] = {}
    for low, intended in _close_pairs(forms):
        for text in forms[low]:
            if typo := _typo(text, forms[low], forms[intended], seen):
                found.setdefault(text, []).append(typo)
    for known in found.values():
        known.sort(key=lambda typo: (-typo.intended_count, typo.intended))
    return found


def _close_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each non-English word with each of `words` that is one typo away."""
    suspects = [word for word in words if word.isascii() and not is_english(word)]
    lengths = {len(word) + change for word in suspects for change in (-1, 0, 1)}
    by_deletion: dict[str, list[str]] = {}
    for word in suspects:
        for short in {word, *_deletions(word)}:
            by_deletion.setdefault(short, []).append(word)
    for intended in (word for word in words if len(word) in lengths):
        shortened = (intended, *_deletions(intended))
        candidates = {word for short in shortened for word in by_deletion.get(short, ())}
        for word in sorted(candidates - {intended}):
            if _is_one_typo(word, intended) and not (is_pinyin(word) and is_pinyin(intended)):
                yield word, intended


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Occurrences of a word and of the word it may be a typo of, in the same case or any."""

    text: str
    intended: str
    count: int
    same_case_count: int
    intended_count: int

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_long(self) -> bool:
        return len(self.text) >= _MIN_SUBSTITUTION_LENGTH

    @property
    def is_substitution(self) -> bool:
        return len(self.text) == len(self.intended) and not self.is_transposition

    @property
    def is_transposition(self) -> bool:
        return sorted(self.text.lower()) == sorted(self.intended)

    @property
    def is_frequent_transposition(self) -> bool:
        is_frequent = self.same_case_count >= _REPEATED_TYPO_RATIO * self.count
        return (
            is_frequent and self.is_transposition and len(self.text) >= _MIN_TRANSPOSITION_LENGTH
        )


def _typo(
    text: str, forms: list[str], intended_forms: list[str], seen: dict[str, WordCount]
) -> Typo | None:
    """Return the intended word of `text`, or None if the evidence is not sufficient."""
    is_name = text[0].isupper()
    same_case = [f for f in intended_forms if f[0].isupper() == is_name and not f.isupper()]
    counts = (sum(seen[f].count for f in each) for each in (forms, same_case, intended_forms))
    evidence = _Evidence(text, intended_forms[0].lower(), *counts)
    if (is_certain := _certainty(evidence)) is None:
        return None
    shown = same_case or intended_forms
    best = max(shown, key=lambda form: (seen[form].count, form))
    positions = sorted(position for form in shown for position in seen[form].positions)
    first = tuple(positions[:_MAX_POSITIONS])
    return Typo(text, best, evidence.intended_count, first, is_certain)


def _certainty(evidence: _Evidence) -> bool | None:
    """Return whether a typo is certain; None if there is not sufficient evidence of one.

    A name is compared with names only, and needs more evidence than a lowercase word that
    is close to an English word (decisions 033 and 091).
    """
    count, same_case_count = evidence.count, evidence.same_case_count
    if not evidence.text[1:].islower() or evidence.intended_count < count:
        return None
    if evidence.is_name and not same_case_count:
        return None
    if is_english(evidence.intended):
        is_frequent = same_case_count >= _ENGLISH_NAME_RATIO * count
        is_certain = is_frequent and evidence.is_long
        return not evidence.is_name or is_certain or evidence.is_frequent_transposition
    if same_case_count < (_SINGLE_TYPO_RATIO if count == 1 else _REPEATED_TYPO_RATIO) * count:
        return None
    is_frequent = same_case_count >= _MIN_CERTAIN_COUNT
    is_certain = is_frequent and evidence.is_long and not evidence.is_substitution
    return is_certain or evidence.is_frequent_transposition


def _deletions(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_one_typo(a: str, b: str) -> bool:
    """Return whether one letter is omitted, inserted or substituted, or two are transposed.

    Returns False if the result is an inflection of the word or a regional spelling.
    """
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(short))
    if len(a) != len(b):
        is_inflection = at == 0 or (at >= len(short) - 1 and _ENDING.fullmatch(long[at:]))
        return short[at:] == long[at + 1 :] and not is_inflection
    if a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]:
        return True
    is_long_enough = len(a) >= _MIN_SUBSTITUTION_LENGTH and at < len(a) - 1
    return is_long_enough and a[at + 1 :] == b[at + 1 :] and {a[at], b[at]} not in _REGIONAL_PAIRS
