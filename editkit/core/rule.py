"""Rule metadata: id, description, severity, options and examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editkit.core.glossary import Glossary
from editkit.core.language import matches
from editkit.core.taxonomy import CATEGORIES, Family, Scope, Severity, Status


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the parts of it that are flagged, and the text after the first fixes.

    Examples are test cases, samples in the manual, and part of the output of
    `editkit rules ID`. `fixed` is None if nothing changes.
    """

    text: str
    flagged: tuple[str, ...] = ()
    fixed: str | None = None
    lang: str = "en-US"
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """A configurable option of a rule, with its default."""

    name: str
    default: object
    summary: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Description of one kind of error.

    `id` is in kebab case, names the error (it reads naturally after "allow") and is never
    reused for another one. `category` is an MQM error type. `glossary` and `packs` are used
    to check the examples. `engine` is the engine that looks for the error. `langs` are the
    BCP 47 tags of the languages it applies to; empty means all. `scope` is what decides
    about one place: the block, the document or the corpus. `also_info` declares that
    some issues are `info` although `severity` is higher. `status` is `PREVIEW` until the
    evidence suffices; the rule then runs only with `--preview`. `title` is for readers to
    whom the id says too little. Raises ValueError for a
    category that the taxonomy does not have.
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
    scope: Scope = Scope.DOCUMENT
    status: Status = Status.STABLE
    title: str = ""

    def __post_init__(self) -> None:
        if self.category not in CATEGORIES:
            raise ValueError(f"{self.id}: no MQM category {self.category!r}")

    @property
    def heading(self) -> str:
        """The title or, without one, the id in words."""
        return self.title or self.id.replace("-", " ").capitalize()

    @property
    def may_report_info(self) -> bool:
        """Whether the rule may report issues of severity `info`."""
        return self.also_info or self.severity is Severity.INFO

    def applies_to(self, lang: str) -> bool:
        """Return whether the rule applies to a text in `lang`, a BCP 47 tag."""
        return not self.langs or any(matches(tag, lang) for tag in self.langs)
