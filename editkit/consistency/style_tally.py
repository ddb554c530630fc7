"""Tally of writing styles, and the uses that differ from the prevailing style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from editkit.core.span import Span

NO_PREFERENCE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class StyleUse:
    """A use of a style in a document.

    `topic` is a plural noun for what is compared, such as `dates`. `style` completes
    “is …”, such as `with the day first`.
    """

    uri: str
    span: Span
    text: str
    topic: str
    style: str


Topics = dict[str, dict[str, list[StyleUse]]]


@dataclass(slots=True)
class StyleTally:
    """Uses in documents; merging is independent of the order."""

    uses: list[StyleUse] = field(default_factory=list)
    _topics: Topics | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def topics(self) -> Topics:
        """The uses by topic and style, in order; each document of a corpus asks for them."""
        if self._topics is None:
            topics: Topics = {}
            for use in sorted(self.uses):
                topics.setdefault(use.topic, {}).setdefault(use.style, []).append(use)
            self._topics = topics
        return self._topics

    def merge(self, other: "StyleTally") -> "StyleTally":
        """Return the uses of both."""
        return StyleTally(self.uses + other.uses)


@dataclass(frozen=True, slots=True)
class StyleConflict:
    """Uses of one topic in a style that lost, and uses in the style that won."""

    winner: str
    winning: tuple[StyleUse, ...]
    losing: tuple[StyleUse, ...]


def find_conflicts(
    tally: StyleTally, prefer: Mapping[str, str] = NO_PREFERENCE
) -> Iterator[StyleConflict]:
    """Yield a conflict for each style of each topic that is not the winner.

    The winner is the style in `prefer` for the topic, even if unused; else the most
    frequent style; else the first one used.
    """
    for topic, styles in tally.topics.items():
        winner = prefer.get(topic) or max(styles, key=lambda style: len(styles[style]))
        for style, losing in styles.items():
            if style != winner:
                yield StyleConflict(winner, tuple(styles.get(winner, ())), tuple(losing))


def describe_use(use: StyleUse, conflict: StyleConflict) -> str:
    """Return the message for a use in a style that lost, with the counts of both styles."""
    lost, won = len(conflict.losing), len(conflict.winning)
    if not won:
        return f"House style: {use.topic} are {conflict.winner}. “{use.text}” is {use.style}."
    verb = "is" if won == 1 else "are"
    topic = "uses" if use.topic.startswith("uses of ") else use.topic
    return (
        f"Inconsistent style: “{use.text}” is {use.style}, but {won} of {lost + won} {topic} "
        f"{verb} {conflict.winner}, as in “{conflict.winning[0].text}”."
    )
