"""What the rules of other engines are worth: one table, made from measurements.

`rules-en.tsv` has a line for each rule that the development sets tell enough
of, and for each category of an engine's rules, whose figures stand in for
those of its rarer rules. `scripts/measure_rules.py` counts and rewrites it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from editkit.core.taxonomy import Confidence, Family, Severity

TABLE = "rules-en.tsv"
NO_FIX = "none"
COLUMNS = "engine rule family category severity careful careless fix web learners clean".split()


@dataclass(frozen=True, slots=True)
class Entry:
    """What issues of one rule are taken for.

    `careful` is the confidence in a text with few errors and `careless` in one
    with many, where the same finding is right more often; None where the rule is
    off unless it is asked for by its id. `fix` is `safe` where nine in ten of its
    corrections were right, and `none` where it finds the place of an error but
    not what is right there, so that in a careful text no correction is offered. `web`, `learners`
    count in each sort of text the right corrections, those where a writer changed
    something at their place, and all; `clean`, the alarms on text that is right.
    """

    engine: str
    rule: str
    family: Family
    category: str
    severity: Severity
    careful: Confidence | None
    careless: Confidence | None
    fix: str = "review"
    web: tuple[int, int, int] = (0, 0, 0)
    learners: tuple[int, int, int] = (0, 0, 0)
    clean: int = 0

    @property
    def is_rule(self) -> bool:
        """Whether this is of a rule, and not of a category or of a sort of unknown words."""
        return ":" not in self.rule

    @property
    def is_off(self) -> bool:
        """Whether issues of it are shown in no text, unless they are asked for."""
        return self.careful is None and self.careless is None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The entries of one table, by engine and rule."""

    entries: Mapping[tuple[str, str], Entry]

    def look_up(self, engine: str, *names: str) -> Entry:
        """Return the entry of the first of `names` that has one: rule, then its categories.

        The last resort is the entry of `other:`, which each engine has.
        """
        for name in (*names, "other:"):
            if found := self.entries.get((engine, name)):
                return found
        raise KeyError(engine)

    def off(self, engine: str) -> tuple[str, ...]:
        """Return the rules of `engine` that are off, by their own ids."""
        return tuple(
            entry.rule
            for entry in self.entries.values()
            if entry.engine == engine and entry.is_rule and entry.is_off
        )


@cache
def rulebook() -> Rulebook:
    """Return the table that editkit comes with."""
    text = (resources.files(__package__) / TABLE).read_text(encoding="utf-8")
    return parse(text)


def load(path: Path) -> Rulebook:
    """Return the table in a file; raises ValueError for a line that is none."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Rulebook:
    """Return the table that `text` holds; raises ValueError for a line that is none."""
    return Rulebook({(entry.engine, entry.rule): entry for entry in _entries(text)})


def _entries(text: str) -> Iterator[Entry]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith(("#", COLUMNS[0] + "\t")):
            continue
        fields = line.split("\t")
        if len(fields) != len(COLUMNS):
            raise ValueError(f"{TABLE}, line {number}: {len(fields)} columns, not {len(COLUMNS)}.")
        engine, rule, family, category, severity, *sure, fix, web, learners, clean = fields
        careful, careless = (None if each == "off" else Confidence(each) for each in sure)
        yield Entry(
            engine=engine,
            rule=rule,
            family=Family(family),
            category=category,
            severity=Severity(severity),
            careful=careful,
            careless=careless,
            fix=fix,
            web=_of(web),
            learners=_of(learners),
            clean=int(clean),
        )


def _of(counts: str) -> tuple[int, int, int]:
    right, near, seen = map(int, counts.split("/"))
    return right, near, seen
