"""What is true of a check before it has read anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editkit.core.glossary import Glossary
from editkit.core.taxonomy import CATEGORIES, Family, Severity


@dataclass(frozen=True, slots=True)
class Example:
    """A text, what is flagged in it, and the text after the first fixes.

    Examples are at once the test cases, the manual's samples and what
    `editkit rules ID` prints. `fixed` is None where nothing changes.
    """

    text: str
    flagged: tuple[str, ...] = ()
    fixed: str | None = None
    lang: str = "en-US"
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a rule, with what it is unless somebody sets it."""

    name: str
    default: object
    summary: str


@dataclass(frozen=True, slots=True)
class Rule:
    """The description of one kind of defect.

    `id` is kebab-case, names the defect, reads after "allow" and is never used
    again for anything else. `category` is an MQM error type. `glossary` and `packs`
    are the ones its examples are checked against. `engine` is what looks for it.
    Raises ValueError for a category that the taxonomy has not.
    """

    id: str
    family: Family
    summary: str
    rationale: str
    category: str
    severity: Severity
    examples: tuple[Example, ...]
    options: tuple[Option, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    engine: str = "editkit"
    packs: Glossary = field(default_factory=Glossary)

    def __post_init__(self) -> None:
        if self.category not in CATEGORIES:
            raise ValueError(f"{self.id}: no MQM category {self.category!r}")
