"""Names of several words, counted per document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from editkit.core.document import BlockKind, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages import find_language
from editkit.languages.en.lexicon import WordClass, look_up
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.function_words import FUNCTION_WORDS, INNER_NAME_WORD
from editkit.languages.en.words.grammar_words import DETERMINERS
from editkit.text.context import begins_sentence

MAX_POSITIONS = 5
_CAPITAL = r"[A-Z][\w&]*(?:(?:-|['’](?!s\b))\w+)*"
_NAME = lazy_pattern(
    rf"(?<![\w-]){_CAPITAL}(?:(?: {INNER_NAME_WORD}){{0,2}} {_CAPITAL})+(?![\w-])"
)
_NEXT_WORD = lazy_pattern(r"\s([a-z]\w*)")
_LAST_WORD = lazy_pattern(r"([^\W_]+)\s\Z")
_LOOKBEHIND_CHARS = 24
_NOMINAL = frozenset({WordClass.NOUN, WordClass.ADJECTIVE, WordClass.GERUND})
_WORD = lazy_pattern(r"\w+(?:['’]\w+)*")


class NamePosition(NamedTuple):
    """Start of a name in a document."""

    uri: str
    start: int


@dataclass(slots=True)
class NameCount:
    """Number of occurrences of a name, and its first positions."""

    count: int
    positions: list[NamePosition]

    def merge(self, other: "NameCount") -> "NameCount":
        """Return the sum of both counts."""
        return NameCount(
            self.count + other.count, sorted(self.positions + other.positions)[:MAX_POSITIONS]
        )


@dataclass(slots=True)
class NameCounts:
    """Names of documents; merging is independent of the order.

    `subjects` are the names, also those that begin a sentence with an English word, that have no
    article before them and no noun after them: `General Motors sold cars`.
    """

    names: dict[str, NameCount] = field(default_factory=dict)
    subjects: dict[str, NameCount] = field(default_factory=dict)

    def merge(self, other: "NameCounts") -> "NameCounts":
        """Return the counts of both."""
        return NameCounts(
            _merge_counts(self.names, other.names),
            _merge_counts(self.subjects, other.subjects),
        )


def _merge_counts(one: dict[str, NameCount], other: dict[str, NameCount]) -> dict[str, NameCount]:
    small, large = sorted((one, other), key=len)
    both = dict(large)
    for text, count in small.items():
        both[text] = both[text].merge(count) if text in both else count
    return both


def fold_word(word: str) -> str:
    """Return a word in lowercase without a plural ending."""
    low = word.lower()
    for ending, kept in (("ches", "ch"), ("shes", "sh"), ("ies", "y"), ("ss", "ss"), ("s", "")):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return low[: -len(ending)] + kept
    return low


def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, with hyphenated words split."""
    return tuple(fold_word(word) for word in _WORD.findall(text))


def collect_names(document: Document) -> NameCounts:
    """Return the names of two or more words in a document.

    A lowercase phrase counts as a name if it is a name of three words with an extra word
    before the last one.
    """
    names: dict[str, NameCount] = {}
    for start, text in _names(document):
        _count(names, text, NamePosition(document.uri, start))
    shorter = {run for text in names for run in _triples(fold_words(text))}
    for block in document.blocks if shorter else ():
        text = block.span.of(document.text)
        for at, phrase in _longer_phrases(text, shorter):
            _count(names, phrase, NamePosition(document.uri, block.span.start + at))
    subjects: dict[str, NameCount] = {}
    for start, text in _subjects(document):
        _count(subjects, text, NamePosition(document.uri, start))
    return NameCounts(names, subjects)


def _count(seen: dict[str, NameCount], text: str, position: NamePosition) -> None:
    known = seen.get(text)
    if known is None:
        known = seen[text] = NameCount(0, [])
    known.count += 1
    if len(known.positions) < MAX_POSITIONS:
        known.positions.append(position)


def _names(document: Document) -> Iterator[tuple[int, str]]:
    for block in document.blocks:
        for found in _NAME.finditer(document.text, block.span.start, block.span.end):
            text, start = found[0], found.start()
            first, _, rest = text.partition(" ")
            if is_english(first) and begins_sentence(document, start):
                start, text = start + len(first) + 1, rest
            if " " in text and text[0].isupper():
                yield start, text


def _subjects(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the names of two words or more with the grammar of a name: no article, no noun."""
    language = find_language(document.lang)
    for block in document.blocks:
        text = block.span.of(document.text)
        if block.kind is BlockKind.HEADING or language.is_title_line(text):
            continue
        for found in _NAME.finditer(document.text, block.span.start, block.span.end):
            after = _NEXT_WORD.match(document.text, found.end(), block.span.end)
            known = look_up(after[1]) if after else None
            if known and known.word_class in _NOMINAL:
                continue
            nearby = max(block.span.start, found.start() - _LOOKBEHIND_CHARS)
            before = _LAST_WORD.search(document.text, nearby, found.start())
            first = found[0].partition(" ")[0].lower()
            if not (before and before[1].lower() in DETERMINERS) and first not in FUNCTION_WORDS:
                yield found.start(), found[0]


def _triples(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - 2):
        run = words[at : at + 3]
        if FUNCTION_WORDS.isdisjoint(run) and all(map(is_english, run)):
            yield run


def _longer_phrases(text: str, shorter: set[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    prefixes = {run[:2] for run in shorter}
    words = list(_WORD.finditer(text))
    folded = [fold_word(word[0]) for word in words]
    for at in range(len(words) - 3):
        if (folded[at], folded[at + 1]) not in prefixes:
            continue
        start, end = words[at].start(), words[at + 3].end()
        is_longer = (*folded[at : at + 2], folded[at + 3]) in shorter
        if is_longer and text[start:end].islower() and text[start:end].count(" ") == 3:  # noqa: PLR2004
            yield start, text[start:end]
