"""Rule metadata: id, description, severity, options and examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editkit.core.glossary import Glossary
from editkit.core.language import matches
from editkit.core.taxonomy import CATEGORIES, Family, Scope, Severity, Status

_MANUAL_FLAGGED = 3
_MANUAL_CORRECT = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the parts of it that are flagged, and the text after the first fixes.

    Every example is a test case. The manual and `editkit rules ID` show those marked
    `in_manual`, or the first ones if none is. `fixed` is None if nothing changes.
    """

    text: str
    flagged: tuple[str, ...] = ()
    fixed: str | None = None
    lang: str = "en-US"
    options: Mapping[str, object] = field(default_factory=dict)
    in_manual: bool = False


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
    evidence suffices; the rule then runs only with `--preview`. `title` is for readers: the
    review page, the change report and the manual show `heading`. Raises ValueError for a
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
        return self.title or title_of_id(self.id)

    @property
    def may_report_info(self) -> bool:
        """Whether the rule may report issues of severity `info`."""
        return self.also_info or self.severity is Severity.INFO

    @property
    def manual_examples(self) -> tuple[Example, ...]:
        """The examples that the manual shows: those flagged first."""
        marked = tuple(each for each in self.examples if each.in_manual)
        return marked or (
            *[each for each in self.examples if each.flagged][:_MANUAL_FLAGGED],
            *[each for each in self.examples if not each.flagged][:_MANUAL_CORRECT],
        )

    def applies_to(self, lang: str) -> bool:
        """Return whether the rule applies to a text in `lang`, a BCP 47 tag."""
        return not self.langs or any(matches(tag, lang) for tag in self.langs)


def title_of_id(rule: str) -> str:
    """Return the id of a rule in words, which is the title of a rule without one."""
    return rule.replace("-", " ").capitalize()
