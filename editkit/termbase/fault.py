"""What is wrong with a glossary."""

from dataclasses import dataclass

from editkit.core.taxonomy import Severity


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a glossary file, counted from 1; 0 where it is not known."""

    uri: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a glossary, the line it stands on, and the lines it has to do with.

    `kind` is kebab-case and names the fault. Severity `info` makes it a remark:
    legitimate, but worth knowing.
    """

    kind: str
    message: str
    uri: str | None
    line: int
    severity: Severity = Severity.MAJOR
    related: tuple[Place, ...] = ()

    @property
    def remark(self) -> bool:
        """Whether the glossary may stay as it is."""
        return self.severity is Severity.INFO
