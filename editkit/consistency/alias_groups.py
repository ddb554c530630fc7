"""Alias groups: which names of one thing a text mixes, and which of them prevails."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice, pairwise

from editkit.consistency.alias_uses import AliasUse, TopicUses, alias_uses
from editkit.core.context import LintContext

_MAX_LOSING_NAMES = 2
"""Names next to the prevailing one that an issue is about."""
_MAX_PLACES_ELSEWHERE = 3
_Rival = tuple[bool, int, str]
"""Whether a name is a short one, its rank and its first style."""
_MIN_SWITCHES = 2
"""A text that goes from the full name to the short one and stays there mixes nothing."""


@dataclass(frozen=True, slots=True)
class AliasConflict:
    """Uses of the prevailing name, and of other names, in one document.

    `is_minor`: no style allows both. `names` counts the names of the conflict. `elsewhere`
    has uses of the prevailing name in other documents, with their URIs, if it has none here.
    """

    winner: str
    names: Counter[str]
    losing: tuple[AliasUse, ...]
    winning: tuple[AliasUse, ...]
    is_minor: bool
    elsewhere: tuple[tuple[str, AliasUse], ...] = ()


@dataclass(slots=True)
class AliasCounts:
    """Uses by document and topic, and the counts of names; merging needs no order.

    Of equally frequent names, the one of the lower rank prevails.
    """

    documents: dict[str, dict[str, TopicUses]] = field(default_factory=dict)
    names: dict[str, Counter[_Rival]] = field(default_factory=dict)

    @classmethod
    def of(cls, uri: str, found: Iterable[TopicUses]) -> "AliasCounts":
        """Return the counts of one document."""
        topics = {each.topic: each for each in found if each.uses}
        names = {name: _count_names(each) for name, each in topics.items()}
        return cls({uri: topics} if topics else {}, names)

    def merge(self, other: "AliasCounts") -> "AliasCounts":
        """Return the counts of both."""
        topics = self.names.keys() | other.names.keys()
        none: Counter[_Rival] = Counter()
        return AliasCounts(
            self.documents | other.documents,
            {name: self.names.get(name, none) + other.names.get(name, none) for name in topics},
        )

    def conflicts(self, uri: str) -> list[AliasConflict]:
        """Return the conflicts of which the document has a use that does not prevail."""
        found = (
            self._rivals(each) or mixed_names(each)
            for each in self.documents.get(uri, {}).values()
        )
        return [conflict for conflict in found if conflict]

    def _rivals(self, here: TopicUses) -> AliasConflict | None:
        """Return the conflict of two names of one rank, of which one here does not prevail."""
        if here.is_explained:
            return None
        for is_short in (False, True):
            found = sorted(self.names[here.topic].items())
            counts = Counter({rival: n for (short, _, rival), n in found if short is is_short})
            uses = [use for use in here.uses if use.is_short is is_short]
            winner = max(counts, key=counts.__getitem__, default="")
            losing_names = _others(counts, winner)
            losing = tuple(use for use in uses if use.rival in losing_names)
            if losing:
                winning = tuple(use for use in uses if use.rival == winner)
                return AliasConflict(
                    winner,
                    Counter({name: counts[name] for name in (winner, *losing_names)}),
                    losing,
                    winning,
                    is_minor=True,
                    elsewhere=() if winning else self._places(here.topic, winner),
                )
        return None

    def _places(self, topic: str, rival: str) -> tuple[tuple[str, AliasUse], ...]:
        """Return the first uses of a name in all documents, with their URIs."""
        none = TopicUses(topic, ())
        places = (
            (uri, use)
            for uri, topics in sorted(self.documents.items())
            for use in topics.get(topic, none).uses
            if use.rival == rival
        )
        return tuple(islice(places, _MAX_PLACES_ELSEWHERE))


def _count_names(found: TopicUses) -> Counter[_Rival]:
    uses = () if found.is_explained else found.uses
    return Counter((use.is_short, use.rank, use.rival) for use in uses)


def _others(counts: Counter[str], winner: str) -> list[str]:
    """Return the most frequent names other than `winner`."""
    others = Counter({name: count for name, count in counts.items() if name != winner})
    return [name for name, _ in others.most_common(_MAX_LOSING_NAMES)]


def mixed_names(here: TopicUses) -> AliasConflict | None:
    """Return the conflict of a full name and its short ones that a document mixes.

    They are mixed if the text goes back and forth between them; after the place that
    introduces the short name, if there is one. It is minor if the short name is used before
    that place and the full one after it. U.S. and US are not two names here.
    """
    if not any(use.is_short for use in here.uses):
        return None
    early, late = _split(here)
    is_minor = any(use.is_short for use in early) and any(not use.is_short for use in late)
    bare = [use.name.replace(".", "") for use in late]
    switches = sum(one != other for one, other in pairwise(bare))
    if switches < _MIN_SWITCHES and not is_minor:
        return None
    counts = Counter(use.name for use in here.uses)
    winner = max(counts, key=counts.__getitem__)
    losing_names = _others(counts, winner)
    return AliasConflict(
        winner,
        Counter({name: counts[name] for name in (winner, *losing_names)}),
        tuple(use for use in here.uses if use.name in losing_names),
        tuple(use for use in here.uses if use.name == winner),
        is_minor=is_minor,
    )


def _split(here: TopicUses) -> tuple[list[AliasUse], list[AliasUse]]:
    """Return the uses before and after the introduction; all are after it if there is none."""
    at = -1 if here.introduction is None else here.introduction
    return (
        [use for use in here.uses if use.span.start <= at],
        [use for use in here.uses if use.span.start > at],
    )


def conflicting_names(context: LintContext) -> frozenset[str]:
    """Return the names without points, such as `US`, of which the document mixes several."""
    uri = context.document.uri
    found = AliasCounts.of(uri, context.get(alias_uses)).conflicts(uri)
    return frozenset(name.replace(".", "") for each in found for name in each.names)
