"""Spelling variants of one name within a text or corpus."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from editkit.consistency.block_words import Mention
from editkit.consistency.identifier_like import may_be_identifier
from editkit.consistency.mentions import WRAP, find_mentions
from editkit.consistency.spelling_counts import (
    MAX_POSITIONS,
    SpellingCount,
    SpellingPosition,
    marks_of,
)
from editkit.consistency.spelling_ranking import rank
from editkit.consistency.variant_difference import is_common_hyphen_pair, variant_difference
from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.word_list import is_english
from editkit.text import tokens
from editkit.text.spelling_difference import Difference

_SEPARATOR = lazy_pattern(r"[\W_]+")


@dataclass(slots=True)
class SpellingCounts:
    """Spellings in documents; merging is independent of the order."""

    spellings: dict[str, SpellingCount] = field(default_factory=dict)
    _variant_pairs: "tuple[VariantPair, ...] | None" = field(
        default=None, compare=False, repr=False
    )

    def merge(self, other: "SpellingCounts") -> "SpellingCounts":
        """Return the counts of both."""
        small, large = sorted((self.spellings, other.spellings), key=len)
        both = dict(large)
        for text, spelling in small.items():
            both[text] = both[text].merge(spelling) if text in both else spelling
        return SpellingCounts(both)

    def variant_pairs(self) -> "tuple[VariantPair, ...]":
        """Return the pairs of spellings that are variants of one name; computed once.

        A longer run of words is not a variant if it contains a spelling that has lost.
        """
        if self._variant_pairs is None:
            self._variant_pairs = tuple(_find_pairs(self.spellings))
        return self._variant_pairs


@dataclass(frozen=True, slots=True)
class VariantPair:
    """Two spellings of one name; `spelling_ranking.rank` sorts the winner first."""

    winner: str
    loser: str
    difference: Difference
    winning: SpellingCount
    losing: SpellingCount

    @property
    def may_be_identifier(self) -> bool:
        """Whether both spellings may be right, because one names a part of a program."""
        return may_be_identifier(self.winner, self.loser, self.winning, self.losing)

    def is_wrong_at(self, position: SpellingPosition) -> bool:
        """Return whether the loser is wrong at a position: a hyphen before a noun is correct."""
        return not position.in_glossary and (
            position.is_bare or not is_common_hyphen_pair(self.winner, self.loser)
        )


def collect_spellings(
    document: Document,
    *,
    in_glossary: Iterable[Span] = (),
    reported_elsewhere: Iterable[Span] = (),
) -> SpellingCounts:
    """Return the spellings of a document.

    `in_glossary` are the spans of correct glossary terms. Spellings in
    `reported_elsewhere`, the spans of incorrect terms, do not count.
    """
    spellings: dict[str, SpellingCount] = {}
    for text, mention, is_listed in _find_spellings(document, in_glossary, reported_elsewhere):
        spelling = spellings.get(text)
        if spelling is None:
            spelling = spellings[text] = SpellingCount(0, 0, mention.word_count, [])
        position = SpellingPosition(
            document.uri, mention.start, mention.end, is_listed, mention.is_bare
        )
        spelling.add(position, marks_of(mention, in_glossary=is_listed))
    return SpellingCounts(spellings)


def find_variants(
    document: Document,
    pairs: Iterable[VariantPair],
    *,
    in_glossary: Iterable[Span] = (),
    reported_elsewhere: Iterable[Span] = (),
) -> Iterator[tuple[VariantPair, SpellingPosition]]:
    """Yield the positions in `document` of losing spellings, except glossary terms.

    `in_glossary` and `reported_elsewhere` are those of `collect_spellings`. The text is
    searched again only for spellings with more occurrences than stored positions.
    """
    frequent: dict[str, VariantPair] = {}
    for pair in pairs:
        if pair.losing.count > MAX_POSITIONS:
            frequent[pair.loser] = pair
            continue
        for position in pair.losing.positions:
            if position.uri == document.uri and pair.is_wrong_at(position):
                yield pair, position
    if frequent:
        for text, mention, is_listed in _find_spellings(
            document, in_glossary, reported_elsewhere, frequent
        ):
            if text in frequent:
                position = SpellingPosition(
                    document.uri, mention.start, mention.end, is_listed, mention.is_bare
                )
                if frequent[text].is_wrong_at(position):
                    yield frequent[text], position


def _find_spellings(
    document: Document,
    in_glossary: Iterable[Span],
    reported_elsewhere: Iterable[Span],
    spellings: Collection[str] = (),
) -> Iterator[tuple[str, Mention, bool]]:
    listed_positions, reported_positions = _positions(in_glossary), _positions(reported_elsewhere)
    for mention in find_mentions(document, spellings):
        if not reported_positions or reported_positions.isdisjoint(
            range(mention.start, mention.end)
        ):
            is_listed = mention.start in listed_positions and mention.end - 1 in listed_positions
            yield _spelling_of(mention), mention, is_listed


def _positions(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _spelling_of(mention: Mention) -> str:
    """Return the text of a mention without wraps, repeated spaces and sentence-initial capital.

    Repeated spaces are another rule's issue, and the text between them is spelled alike.
    """
    text = (
        WRAP.sub(" ", mention.text)
        if " " in mention.text or "\n" in mention.text
        else mention.text
    )
    if mention.begins_sentence and text[1:].islower() and mention.word_count > 1:
        first = _SEPARATOR.split(text, 1)[0]
        if is_english(first):
            return first.lower() + text[len(first) :]
    return text


def _find_pairs(spellings: dict[str, SpellingCount]) -> Iterator[VariantPair]:
    clusters: dict[str, list[str]] = {}
    for text, key in zip(spellings, map(tokens.key, spellings), strict=True):
        clusters.setdefault(key, []).append(text)
    groups = [texts for texts in clusters.values() if len(texts) > 1]
    groups.sort(
        key=lambda texts: min((spellings[t].word_count, spellings[t].positions[0]) for t in texts)
    )
    all_losers: set[str] = set()
    for texts in groups:
        ranked = sorted(texts, key=lambda text: rank(text, {t: spellings[t] for t in texts}))
        losers: set[str] = set()
        for winner, loser in combinations(ranked, 2):
            if winner in losers or loser in losers:
                continue
            if difference := variant_difference(
                winner, loser, spellings[winner], spellings[loser]
            ):
                losers.add(loser)
                if all_losers.isdisjoint({*_runs_inside(winner), *_runs_inside(loser)}):
                    yield VariantPair(
                        winner, loser, difference, spellings[winner], spellings[loser]
                    )
        all_losers |= losers


def _runs_inside(text: str) -> Iterator[str]:
    """Yield the runs of words in `text`, except `text` itself."""
    words = list(re.finditer(r"\w+", text))
    for at, first in enumerate(words):
        for last in words[at:]:
            run = text[first.start() : last.end()]
            if run != text:
                yield run
