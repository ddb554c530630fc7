"""What may be written in several styles: which of them wins, and what has lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from editkit.core.span import Span

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A place where something is written in one of its styles.

    `topic` names what is compared, in the plural, and `style` completes “is …”:
    `dates` `with the day first`.
    """

    uri: str
    span: Span
    text: str
    topic: str
    style: str


@dataclass(slots=True)
class Tally:
    """The uses met in some documents; two of them add up in any order."""

    uses: list[Use] = field(default_factory=list)

    def merge(self, other: "Tally") -> "Tally":
        """Return the uses of both."""
        return Tally(self.uses + other.uses)


@dataclass(frozen=True, slots=True)
class Clash:
    """The uses of one topic in a style that has lost, and those in the one that has won."""

    winner: str
    winning: tuple[Use, ...]
    losing: tuple[Use, ...]


def clashes(tally: Tally, prefer: Mapping[str, str] = NOTHING) -> Iterator[Clash]:
    """Yield, topic by topic, each style that is not the winner's.

    The winner is the style that `prefer` has for the topic, used or not, else the
    one used most, else the one used first.
    """
    topics: dict[str, dict[str, list[Use]]] = {}
    for use in sorted(tally.uses):
        topics.setdefault(use.topic, {}).setdefault(use.style, []).append(use)
    for topic, styles in topics.items():
        winner = prefer.get(topic) or max(styles, key=lambda style: len(styles[style]))
        for style, losing in styles.items():
            if style != winner:
                yield Clash(winner, tuple(styles.get(winner, ())), tuple(losing))


def described(use: Use, clash: Clash) -> str:
    """Return one sentence on a use in a style that has lost, with the counts of both."""
    lost, won = len(clash.losing), len(clash.winning)
    if not won:
        return f"“{use.text}”: {use.topic} are to be {clash.winner}, not {use.style}."
    verb = "is" if lost == 1 else "are"
    topic = "uses" if use.topic.startswith("uses of ") else use.topic
    return (
        f"“{use.text}”: {lost} of {lost + won} {topic} {verb} {use.style} "
        f"and {won} {clash.winner}, as “{clash.winning[0].text}”."
    )
