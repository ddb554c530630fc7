"""Issues of a glossary file."""

from dataclasses import dataclass
from typing import Self

from editkit.core.taxonomy import Severity


@dataclass(frozen=True, slots=True)
class RowLocation:
    """A line of a glossary file, counted from 1; 0 if unknown."""

    uri: str | None
    line: int


@dataclass(frozen=True, slots=True)
class GlossaryIssue:
    """An issue of a glossary, with its line and related lines.

    `kind` is a kebab-case id. Severity `info` is for rows that are valid but unusual.
    """

    kind: str
    message: str
    uri: str | None
    line: int
    severity: Severity = Severity.MAJOR
    related: tuple[RowLocation, ...] = ()

    @classmethod
    def at(
        cls,
        location: RowLocation,
        kind: str,
        message: str,
        *related: RowLocation,
        severity: Severity = Severity.MAJOR,
    ) -> Self:
        """Return an issue at `location`."""
        return cls(kind, message, location.uri, location.line, severity, related)

    @property
    def is_info(self) -> bool:
        """Whether the glossary needs no change."""
        return self.severity is Severity.INFO


def describe_location(location: RowLocation, seen_from: RowLocation) -> str:
    """Return the name of `location` in a message about `seen_from`."""
    line = f"line {location.line}" if location.line else "another row"
    same_file = location.uri == seen_from.uri or not location.uri
    return line if same_file else f"{line} of {location.uri}"
