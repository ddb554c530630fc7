"""Where texts disagree with themselves: the rival spellings of one name."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from editkit.consistency.mentions import WRAP, Mention, mentions
from editkit.consistency.ranking import needs_bare, rank, variant
from editkit.consistency.spelling_counts import KEPT, Place, Spelling, marks_of
from editkit.core.document import Document
from editkit.core.span import Span
from editkit.languages.en.word_list import is_english
from editkit.text import tokens
from editkit.text.spelling_difference import Difference

_SEPARATOR = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Counts:
    """The spellings met in some documents; two of them add up in any order."""

    seen: dict[str, Spelling] = field(default_factory=dict)
    _rivalries: "tuple[Rivalry, ...] | None" = field(default=None, compare=False, repr=False)

    def merge(self, other: "Counts") -> "Counts":
        """Return the counts of both."""
        small, large = sorted((self.seen, other.seen), key=len)
        both = dict(large)
        for text, spelling in small.items():
            both[text] = both[text].plus(spelling) if text in both else spelling
        return Counts(both)

    def rivalries(self) -> "tuple[Rivalry, ...]":
        """Return the pairs of spellings that differ as variants do; sought once.

        A longer run of words with a beaten spelling in it is no rival of its own.
        """
        if self._rivalries is None:
            self._rivalries = tuple(_rivalries(self.seen))
        return self._rivalries


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two spellings of one thing; the winner is what `rivalry.rank` puts first."""

    winner: str
    loser: str
    difference: Difference
    winning: Spelling
    losing: Spelling

    def lost_at(self, place: Place) -> bool:
        """Whether the loser is wrong at a place: not before a noun, where a hyphen is right."""
        return not place.vouched and (place.bare or not needs_bare(self.winner, self.loser))


def collect(
    document: Document, *, right: Iterable[Span] = (), wrong: Iterable[Span] = ()
) -> Counts:
    """Return the counts of one document.

    `right` is where the glossary is followed; what lies in `wrong`, where it is
    not, is told of elsewhere and does not count.
    """
    seen: dict[str, Spelling] = {}
    for text, mention, vouched in _sightings(document, right, wrong):
        spelling = seen.get(text)
        if spelling is None:
            spelling = seen[text] = Spelling(0, 0, mention.parts, [])
        place = Place(document.uri, mention.start, mention.end, vouched, mention.bare)
        spelling.add(place, marks_of(mention, vouched=vouched))
    return Counts(seen)


def places(
    document: Document,
    losing: Iterable[Rivalry],
    *,
    right: Iterable[Span] = (),
    wrong: Iterable[Span] = (),
) -> Iterator[tuple[Rivalry, Place]]:
    """Yield where `document` has the spellings that lose, but for where the glossary has them so.

    `right` and `wrong` are those of `collect`. The text is read again only for a
    spelling that was met more often than places are kept.
    """
    many: dict[str, Rivalry] = {}
    for rivalry in losing:
        if rivalry.losing.times > KEPT:
            many[rivalry.loser] = rivalry
            continue
        for place in rivalry.losing.places:
            if place.uri == document.uri and rivalry.lost_at(place):
                yield rivalry, place
    if many:
        for text, mention, vouched in _sightings(document, right, wrong, many):
            if text in many:
                place = Place(document.uri, mention.start, mention.end, vouched, mention.bare)
                if many[text].lost_at(place):
                    yield many[text], place


def _sightings(
    document: Document,
    right: Iterable[Span],
    wrong: Iterable[Span],
    sought: Collection[str] = (),
) -> Iterator[tuple[str, Mention, bool]]:
    vouched, blamed = _positions(right), _positions(wrong)
    for mention in mentions(document, sought):
        if not blamed or blamed.isdisjoint(range(mention.start, mention.end)):
            inside = mention.start in vouched and mention.end - 1 in vouched
            yield _spelling(mention), mention, inside


def _positions(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _spelling(mention: Mention) -> str:
    """Return the text of a mention without line wrap, nor the capital of its sentence."""
    text = mention.text
    if "\n" in text:
        text = WRAP.sub(" ", text)
    if mention.begins and text[1:].islower() and mention.parts > 1:
        first = _SEPARATOR.split(text, 1)[0]
        if is_english(first):
            return first.lower() + text[len(first) :]
    return text


def _rivalries(seen: dict[str, Spelling]) -> Iterator[Rivalry]:
    clusters: dict[str, list[str]] = {}
    for text, key in zip(seen, map(tokens.key, seen), strict=True):
        clusters.setdefault(key, []).append(text)
    rivals = [texts for texts in clusters.values() if len(texts) > 1]
    rivals.sort(key=lambda texts: min((seen[t].parts, seen[t].places[0]) for t in texts))
    beaten: set[str] = set()
    for texts in rivals:
        ranked = sorted(texts, key=lambda text: rank(text, {t: seen[t] for t in texts}))
        lost: set[str] = set()
        for winner, loser in combinations(ranked, 2):
            if winner in lost or loser in lost:
                continue
            if difference := variant(winner, loser, seen[winner], seen[loser]):
                lost.add(loser)
                if beaten.isdisjoint({*_inside(winner), *_inside(loser)}):
                    yield Rivalry(winner, loser, difference, seen[winner], seen[loser])
        beaten |= lost


def _inside(text: str) -> Iterator[str]:
    """Yield the runs of words in `text`, but for `text` itself."""
    words = list(re.finditer(r"\w+", text))
    for at, first in enumerate(words):
        for last in words[at:]:
            run = text[first.start() : last.end()]
            if run != text:
                yield run
