"""Similar phrases: noun phrases that differ in one modifier and may name one thing.

“Original intention” and “initial intention” may be two translations of one term. Candidates
have the same other words; a model of meaning (`languages/en/phrase_vectors.py`) ranks them.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.languages.en.inflection import singular
from editkit.languages.en.noun_phrases import NounPhrase, noun_phrases
from editkit.languages.en.phrase_vectors import phrase_vectors
from editkit.languages.en.words.contrasts import are_contrasting
from editkit.languages.prose_view import prose_view

MIN_SIMILARITY = 0.72
"""Smallest cosine similarity of a pair (docs/evaluation/synonyms.md)."""
MAX_PHRASES = 5_000
"""Number of phrases that are compared, the most frequent ones; 1,000 take four seconds."""
_MAX_WORDS = 3
_WORD = lazy_pattern(r"[a-z]{3,}(?:-[a-z]+)*")
_GERUND = lazy_pattern("ing$")
_SAME_STEM_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a phrase around one modifier, in lowercase; the last one is singular."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(slots=True)
class Phrase:
    """A phrase with its spellings and, for each file, where it occurs first."""

    spellings: Counter[str] = field(default_factory=Counter)
    places: dict[str, Span] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The most common spelling."""
        return max(self.spellings, key=lambda text: (self.spellings[text], text))

    @property
    def count(self) -> int:
        """The number of occurrences."""
        return self.spellings.total()


@dataclass(frozen=True, slots=True)
class SimilarPair:
    """Two phrases that may name one thing, the more frequent one first."""

    major: Phrase
    minor: Phrase
    similarity: float


class ModifiedPhrases:
    """The phrases with a modifier in the documents added so far.

    Two modifiers that one sentence uses with the same words are contrasted there, such as
    “the domestic market and the rural market”, and make no pair.
    """

    def __init__(self) -> None:
        self._phrases: dict[Frame, dict[str, Phrase]] = {}
        self._contrasted: set[tuple[Frame, frozenset[str]]] = set()

    def add(self, documents: Iterable[Document]) -> None:
        """Count the phrases of the documents of one file, of which code is no part."""
        for document in documents:
            self._add(prose_view(document, Setup(lang=document.lang)))

    def _add(self, document: Document) -> None:
        starts = [segment.span.start for segment in document.segments]
        sentence, in_sentence = -1, dict[Frame, set[str]]()
        for phrase in noun_phrases(document):
            if not _may_be_term(phrase):
                continue
            if (number := bisect_right(starts, phrase.span.start)) != sentence:
                sentence, in_sentence = number, {}
            for frame, modifier in _frames(phrase):
                seen = in_sentence.setdefault(frame, set())
                self._contrasted.update((frame, frozenset((modifier, other))) for other in seen)
                seen.add(modifier)
                known = self._phrases.setdefault(frame, {})
                entry = known.setdefault(modifier, Phrase())
                entry.spellings[phrase.text.lower()] += 1
                entry.places.setdefault(document.uri, phrase.span)

    def similar(self, minimum: float = MIN_SIMILARITY) -> list[SimilarPair]:
        """Return the pairs with at least the similarity `minimum`, most similar first.

        Raises InputError if the extra `editkit[similar]` is not installed.
        """
        pairs = list(self._candidates())
        counts = {phrase.text: phrase.count for pair in pairs for phrase in pair}
        texts = sorted(counts, key=lambda text: (-counts[text], text))[:MAX_PHRASES]
        rows = {text: number for number, text in enumerate(texts)}
        vectors = phrase_vectors(texts)
        found = []
        for pair in pairs:
            minor, major = sorted(pair, key=lambda phrase: (phrase.count, phrase.text))
            if major.text in rows and minor.text in rows:
                similarity = float(vectors[rows[major.text]] @ vectors[rows[minor.text]])
                if similarity >= minimum:
                    found.append(SimilarPair(major, minor, similarity))
        return sorted(found, key=lambda pair: (-pair.similarity, pair.major.text))

    def _candidates(self) -> Iterator[tuple[Phrase, Phrase]]:
        for frame, by_modifier in self._phrases.items():
            for one, other in combinations(sorted(by_modifier), 2):
                pair = frozenset((one, other))
                if (frame, pair) not in self._contrasted and _may_be_synonyms(one, other):
                    yield by_modifier[one], by_modifier[other]


def _may_be_term(phrase: NounPhrase) -> bool:
    """Return whether a phrase is whole, short and no name."""
    is_name = phrase.is_name and not phrase.in_title
    is_short = 1 < len(phrase.words) <= _MAX_WORDS
    return phrase.is_free and is_short and not phrase.has_connector and not is_name


def _frames(phrase: NounPhrase) -> Iterator[tuple[Frame, str]]:
    words = tuple(word.lower() for word in phrase.words)
    if all(map(_WORD.fullmatch, words)):
        *modifiers, head = words
        for at, modifier in enumerate(modifiers):
            after = (*modifiers[at + 1 :], singular(head) or head)
            yield Frame(tuple(modifiers[:at]), after), modifier


def _may_be_synonyms(one: str, other: str) -> bool:
    """Return whether two modifiers may mean the same.

    Forms of one word are no synonyms; “first-prize” is a kind of “prize”; and a gerund often
    begins a clause, as in “rescuing children”.
    """
    is_one_stem = one[:_SAME_STEM_LENGTH] == other[:_SAME_STEM_LENGTH]
    if is_one_stem or _GERUND.search(one) or _GERUND.search(other):
        return False
    parts, other_parts = one.split("-"), other.split("-")
    if set(parts) & set(other_parts) and len(parts) != len(other_parts):
        return False
    return not any(map(are_contrasting, parts, other_parts)) and not are_contrasting(one, other)
