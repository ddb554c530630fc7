"""What is true of a check before it has read anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editkit.core.glossary import Glossary
from editkit.core.language import matches
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
    `langs` are the BCP 47 tags of the languages it applies to, empty for all of them.
    `also_info` says that some issues are only `info`, though `severity` is higher.
    Raises ValueError for a category that the taxonomy does not have.
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
    langs: tuple[str, ...] = ()
    also_info: bool = False

    def __post_init__(self) -> None:
        if self.category not in CATEGORIES:
            raise ValueError(f"{self.id}: no MQM category {self.category!r}")

    @property
    def may_report_info(self) -> bool:
        """Whether issues of severity `info` may be among its issues."""
        return self.also_info or self.severity is Severity.INFO

    def applies_to(self, lang: str) -> bool:
        """Whether the rule holds for a text in `lang`, a BCP 47 tag."""
        return not self.langs or any(matches(tag, lang) for tag in self.langs)
