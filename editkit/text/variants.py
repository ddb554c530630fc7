"""Where texts disagree with themselves: the rival spellings of one name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text.difference import Difference, Gap, Letters, compare
from editkit.text.mentions import Mention, mentions
from editkit.text.words import is_english

_SHORTEST_PROOF = 3
_OPENERS = frozenset({"The", "A", "An", "This", "That", "Our", "Its"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a spelling was met; `vouched` says that the glossary has it so there."""

    uri: str
    mention: Mention
    vouched: bool = False


@dataclass(slots=True)
class Counts:
    """The spellings met in some documents, by key; two of them add up in any order."""

    seen: dict[str, dict[str, list[Sighting]]] = field(default_factory=dict)

    def add(self, sighting: Sighting) -> None:
        """Note where a mention stands; a line wrap in it is a space."""
        mention = sighting.mention
        spelling = " ".join(mention.text.split("\n"))
        self.seen.setdefault(mention.key, {}).setdefault(spelling, []).append(sighting)

    def merge(self, other: "Counts") -> "Counts":
        """Return the counts of both."""
        both = Counts()
        for part in (self, other):
            for key, spellings in part.seen.items():
                merged = both.seen.setdefault(key, {})
                for spelling, places in spellings.items():
                    merged[spelling] = merged.get(spelling, []) + places
        return both


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two spellings of one thing: the one that the glossary has wins, else the more frequent.

    Of those met equally often it is the one that differs least from the others,
    then, joined alike, the one with more capitals, since names are what lose
    them, then the one met first.
    """

    winner: str
    loser: str
    difference: Difference
    winning: tuple[Sighting, ...]
    losing: tuple[Sighting, ...]


def collect(
    document: Document, *, right: Iterable[Span] = (), wrong: Iterable[Span] = ()
) -> Counts:
    """Return the counts of one document.

    `right` is where the glossary is followed; what lies in `wrong`, where it is
    not, is told of elsewhere and does not count.
    """
    vouched, blamed = _positions(right), _positions(wrong)
    counts = Counts()
    for mention in mentions(document):
        start, end = mention.span.start, mention.span.end
        if blamed.isdisjoint(range(start, end)):
            inside = start in vouched and end - 1 in vouched
            counts.add(Sighting(document.uri, mention, inside))
    return counts


def _positions(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def rivalries(counts: Counts) -> Iterator[Rivalry]:
    """Yield the pairs of spellings that differ as variants do, the shorter ones first.

    A longer run of words with a beaten spelling in it is no rival of its own.
    """
    beaten_at: set[tuple[str, int]] = set()
    clusters = [spellings for spellings in counts.seen.values() if len(spellings) > 1]
    clusters.sort(key=lambda spellings: _place(next(iter(spellings.values())))[2])
    for spellings in clusters:
        ranked = sorted(spellings, key=lambda s: _rank(s, spellings))
        beaten: set[str] = set()
        for winner, loser in combinations(ranked, 2):
            if winner in beaten or loser in beaten:
                continue
            won, lost = spellings[winner], spellings[loser]
            if difference := _variant(winner, loser, won, lost):
                beaten.add(loser)
                lost = [s for s in lost if beaten_at.isdisjoint(_letters(s))]
                if beaten_at.isdisjoint(at for s in won for at in _letters(s)) and lost:
                    beaten_at.update(at for s in lost for at in _letters(s))
                    yield Rivalry(winner, loser, difference, tuple(won), tuple(lost))


def _letters(sighting: Sighting) -> Iterator[tuple[str, int]]:
    span = sighting.mention.span
    return ((sighting.uri, at) for at in range(span.start, span.end))


def _rank(
    spelling: str, spellings: dict[str, list[Sighting]]
) -> tuple[bool, int, int, int, tuple[str, Span, int]]:
    places = spellings[spelling]
    unknown = not any(place.vouched for place in places)
    same_joints = len({len(other) for other in spellings}) == 1
    capitals = sum(map(str.isupper, spelling)) if same_joints else 0
    apart = sum(a != b for other in spellings for a, b in zip(spelling, other, strict=False))
    return unknown, -len(places), apart, -capitals, _place(places)


def _place(places: Iterable[Sighting]) -> tuple[str, Span, int]:
    first = min(places, key=lambda s: (s.uri, s.mention.span))
    return first.uri, first.mention.span, first.mention.parts


def _variant(
    winner: str, loser: str, won: list[Sighting], lost: list[Sighting]
) -> Difference | None:
    """Return how two spellings differ where that makes them variants of one name."""
    difference = compare(loser, winner)
    if not difference:
        return None
    if difference.letters is Letters.CONFUSABLE:
        return difference if _same_but_for_a_glyph(winner, loser) else None
    if difference.letters is Letters.CASE and difference.gap is None:
        return difference if _same_but_for_case(winner, loser, won, lost) else None
    return difference if _same_but_for_joints(winner, loser, difference) else None


def _same_but_for_a_glyph(winner: str, loser: str) -> bool:
    """Return whether a look-alike is proof; of a short code it is none: `A1` is not `AI`.

    A letter of another script is, but for the shortest words: `αS` is not `As`.
    """
    if winner.isascii() != loser.isascii():
        plain = winner if winner.isascii() else loser
        return len(plain) > _SHORTEST_PROOF or not is_english(plain)
    words = winner.split(), loser.split()
    if len(words[0]) != len(words[1]):
        return False
    if any(a != b and (a.isdigit() or b.isdigit()) for a, b in zip(*words, strict=True)):
        return False
    return len(words[0]) > 1 or len(winner) > len("BJ60")


def _same_but_for_case(winner: str, loser: str, won: list[Sighting], lost: list[Sighting]) -> bool:
    if " " not in winner:
        inner = winner[1:] != winner[1:].lower() or loser[1:] != loser[1:].lower()
        return inner and _is_coined(winner) and _set_alike(winner, won) and _set_alike(loser, lost)
    first, other = winner.split(maxsplit=1)[0], loser.split(maxsplit=1)[0]
    if first != other or not first[0].isalpha() or winner.isupper() or loser.isupper():
        return False
    plain_won, plain_lost = (
        [s.mention for s in side if _plain(s.mention)] for side in (won, lost)
    )
    named = _is_coined(first) or not all(mention.begins for mention in plain_lost)
    return bool(named and first not in _OPENERS and plain_won and plain_lost)


def _is_coined(word: str) -> bool:
    """Whether a word is no English one, nor a compound of such."""
    return word[0].isalpha() and not all(map(is_english, word.split("-")))


def _set_alike(spelling: str, places: list[Sighting]) -> bool:
    """Whether capitals are a spelling's own, not those of a dateline or a line."""
    upper = spelling.isupper() and len(spelling) > 1
    return not upper or any(s.mention.whole and not s.mention.begins for s in places)


def _plain(mention: Mention) -> bool:
    return mention.whole and not mention.titled


def _same_but_for_joints(winner: str, loser: str, difference: Difference) -> bool:
    if "&" in winner:
        return True
    solid = " " not in winner + loser and difference.gap in {Gap.HYPHEN, Gap.SOLID}
    return solid or (_capitalised(winner) and _capitalised(loser))


def _capitalised(text: str) -> bool:
    words = [w for w in text.replace("-", " ").split() if w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > 1 or (len(words) == 1 and words[0][0].isupper())
