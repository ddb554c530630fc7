"""What is wrong with a glossary."""

from dataclasses import dataclass
from typing import Self

from editkit.core.taxonomy import Severity


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a glossary file, counted from 1; 0 where it is not known."""

    uri: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a glossary, where it stands, and the other lines it has to do with.

    `kind` is kebab-case and names the fault. Severity `info` makes it a remark:
    legitimate, but worth knowing.
    """

    kind: str
    message: str
    uri: str | None
    line: int
    severity: Severity = Severity.MAJOR
    related: tuple[Place, ...] = ()

    @classmethod
    def at(
        cls,
        place: Place,
        kind: str,
        message: str,
        *related: Place,
        severity: Severity = Severity.MAJOR,
    ) -> Self:
        """Make a fault that stands at `place`."""
        return cls(kind, message, place.uri, place.line, severity, related)

    @property
    def remark(self) -> bool:
        """Whether the glossary may stay as it is."""
        return self.severity is Severity.INFO


def where(place: Place, seen_from: Place) -> str:
    """Return how a message at `seen_from` names `place`."""
    line = f"line {place.line}" if place.line else "another row"
    return line if place.uri == seen_from.uri or not place.uri else f"{line} of {place.uri}"
