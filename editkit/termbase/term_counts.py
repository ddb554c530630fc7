"""Counts of the noun phrases of a corpus, in bounded memory."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.languages.en.inflection import singular
from editkit.languages.en.noun_phrases import NounPhrase, is_connector, noun_phrases
from editkit.languages.prose_view import prose_view
from editkit.text.characters import SEPARATOR_PATTERN

_MAX_PHRASES = 400_000
MAX_FOLLOWING_WORDS = 8


@dataclass(frozen=True, slots=True)
class SpellingContext:
    """A spelling and the context it occurred in; see `NounPhrase`."""

    text: str
    is_standalone: bool
    begins_sentence: bool
    in_title: bool


@dataclass(slots=True)
class ContextCount:
    """The number of occurrences in one context, and the first position."""

    uri: str
    span: Span
    count: int = 0


@dataclass(slots=True)
class PhraseCounts:
    """Counts of one phrase in all its spellings, including its plural.

    `following` has up to eight different words that followed it. `capitalized` counts the
    `mid_sentence` occurrences with all words capitalized. `defined` counts definitions of
    an abbreviation, and `abbreviations` has them. `max_undercount` is the largest number
    of occurrences that may have been pruned before.
    """

    words: tuple[str, ...]
    size: int
    has_connector: bool
    max_undercount: int
    count: int = 0
    standalone: int = 0
    files: int = 0
    last_file: int = -1
    mid_sentence: int = 0
    capitalized: int = 0
    defined: int = 0
    following: set[str] = field(default_factory=set)
    abbreviations: Counter[str] = field(default_factory=Counter)
    spellings: dict[SpellingContext, ContextCount] = field(default_factory=dict)

    @property
    def texts(self) -> Counter[str]:
        """The number of occurrences of each spelling."""
        found: Counter[str] = Counter()
        for context, seen in self.spellings.items():
            found[context.text] += seen.count
        return found

    @property
    def most_common(self) -> str:
        """The most common spelling."""
        return self.texts.most_common(1)[0][0]


class TermCounts:
    """Counts of phrases by key, and of words and files, over the documents added so far.

    In very large corpora, phrases that are too rare to be candidates are pruned by lossy
    counting (Manku and Motwani, 2002). A corpus of a few megabytes loses none.
    """

    def __init__(self, max_phrases: int = _MAX_PHRASES) -> None:
        self.phrases: dict[str, PhraseCounts] = {}
        self.words = 0
        self.files = 0
        self._max_phrases = max_phrases
        self._prune_count = 0

    def add(self, documents: Iterable[Document]) -> None:
        """Count the phrases in the documents of one file."""
        # All phrases are found before one is counted, so that a failure leaves no counts.
        found = [
            (document, list(noun_phrases(prose_view(document, Setup(lang=document.lang)))))
            for document in documents
        ]
        for document, phrases in found:
            for phrase in phrases:
                self._count(phrase, document.uri)
            self.words += len(document.text.split())
        self.files += 1
        if len(self.phrases) > self._max_phrases:
            self._prune()

    def _count(self, phrase: NounPhrase, uri: str) -> None:
        key = phrase_key(phrase.words)
        counts = self.phrases.get(key)
        if counts is None:
            counts = PhraseCounts(
                phrase.words, phrase.size, phrase.has_connector, self._prune_count
            )
            self.phrases[key] = counts
        counts.count += 1
        counts.standalone += phrase.is_free
        if counts.last_file != self.files:
            counts.files, counts.last_file = counts.files + 1, self.files
        if not phrase.begins_sentence:
            counts.mid_sentence += 1
            counts.capitalized += phrase.is_name
        counts.defined += phrase.is_defined
        if phrase.abbreviation:
            counts.abbreviations[phrase.abbreviation] += 1
        if len(counts.following) < MAX_FOLLOWING_WORDS:
            counts.following.add(phrase.next_word)
        context = SpellingContext(
            phrase.text, phrase.is_free, phrase.begins_sentence, phrase.in_title
        )
        context_count = counts.spellings.setdefault(context, ContextCount(uri, phrase.span))
        context_count.count += 1

    def _prune(self) -> None:
        self._prune_count += 1
        limit = self._prune_count
        rare = [k for k, p in self.phrases.items() if p.count + p.max_undercount <= limit]
        for key in rare:
            del self.phrases[key]


def phrase_key(words: tuple[str, ...]) -> str:
    """Return the key shared by the spellings of a phrase: its letters, with a singular noun.

    >>> phrase_key(("E-mail", "Addresses")), phrase_key(("email", "address"))
    ('emailaddress', 'emailaddress')
    """
    return "".join(map(_letters, words[:-1])) + _singular_letters(words[-1])


def inner_phrase_keys(words: tuple[str, ...]) -> set[str]:
    """Return the keys of all shorter phrases inside a phrase."""
    size = len(words)
    return {
        phrase_key(words[first:last])
        for first in range(size)
        for last in range(first + 1, size + 1)
        if last - first < size
        and not is_connector(words[first])
        and not is_connector(words[last - 1])
    }


@lru_cache(maxsize=65536)
def _letters(word: str) -> str:
    return SEPARATOR_PATTERN.sub("", word.casefold())


@lru_cache(maxsize=65536)
def _singular_letters(word: str) -> str:
    plain = word[1:] == word[1:].lower()
    return _letters(singular(word.lower() if plain else word) or word)
