"""Severity table: severity, confidence, and fix safety of engine rules, from measurements.

`rules-en.tsv` has a line for each rule with enough findings in the development sets,
and one for each category of an engine's rules, which is used for its rarer rules.
`scripts/measure_rules.py` measures the rules and rewrites the table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from editkit.core.taxonomy import Confidence, Family, Severity, Status

TABLE_FILE = "rules-en.tsv"
NO_FIX = "none"
"""The value of `SeverityEntry.fix_safety` for rules whose corrections are not offered."""
COLUMNS = "engine rule family category severity confidence fix web learners clean".split()


@dataclass(frozen=True, slots=True)
class SeverityEntry:
    """The treatment of one rule, or of a category of rules, and the counts it is based on.

    A `confidence` of None disables the rule unless it is selected by its id. `fix_safety` is
    `safe` if nine in ten corrections were right, and `none` if the rule finds the error but not
    its correction, so that no fix is offered. `web_counts` and `learner_counts` are, for each
    kind of text, the right corrections, the corrections at a place that a writer changed, and all
    findings. `clean_text_alarms` are the findings in correct text. `status` is that of editkit's
    own rules; a disabled rule of an engine runs only if it is selected.
    """

    engine: str
    rule: str
    family: Family
    category: str
    severity: Severity
    confidence: Confidence | None
    fix_safety: str = "review"
    web_counts: tuple[int, int, int] = (0, 0, 0)
    learner_counts: tuple[int, int, int] = (0, 0, 0)
    clean_text_alarms: int = 0
    status: Status = Status.STABLE

    @property
    def is_rule(self) -> bool:
        """Whether the entry is about a rule, not a category or a class of unknown words."""
        return ":" not in self.rule

    @property
    def is_disabled(self) -> bool:
        """Whether its findings are never shown unless the rule is selected by its id."""
        return self.confidence is None


@dataclass(frozen=True, slots=True)
class SeverityTable:
    """Entries by engine and rule."""

    entries: Mapping[tuple[str, str], SeverityEntry]

    def look_up(self, engine: str, *names: str) -> SeverityEntry:
        """Return the entry of the first of `names` that has one, or else of `other:`.

        `names` are the rule and its categories. The rules of an engine without entries, such as
        that of a plug-in, are not measured; their findings are shown for review.
        """
        for name in (*names, "other:"):
            if found := self.entries.get((engine, name)):
                return found
        return SeverityEntry(
            engine=engine,
            rule="other:",
            family=Family.GRAMMAR,
            category="linguistic-conventions/grammar",
            severity=Severity.MINOR,
            confidence=Confidence.MEDIUM,
        )

    def disabled_rules(self, engine: str) -> tuple[str, ...]:
        """Return the ids of the disabled rules of `engine`, without its prefix."""
        return tuple(
            entry.rule
            for entry in self.entries.values()
            if entry.engine == engine and entry.is_rule and entry.is_disabled
        )


@cache
def default_table() -> SeverityTable:
    """Return the table that is part of editkit."""
    text = (resources.files(__package__) / TABLE_FILE).read_text(encoding="utf-8")
    return parse_table(text)


def load_table(path: Path) -> SeverityTable:
    """Return the table in a file. Raises ValueError for a malformed line."""
    return parse_table(path.read_text(encoding="utf-8"))


def parse_table(text: str) -> SeverityTable:
    """Return the table in `text`. Raises ValueError for a malformed line."""
    return SeverityTable({(entry.engine, entry.rule): entry for entry in _parse_rows(text)})


def _parse_rows(text: str) -> Iterator[SeverityEntry]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith(("#", COLUMNS[0] + "\t")):
            continue
        fields = line.split("\t")
        if len(fields) != len(COLUMNS):
            found = f"{len(fields)} columns, not {len(COLUMNS)}"
            raise ValueError(f"{TABLE_FILE}, line {number}: {found}.")
        engine, rule, family, category, severity, confidence, fix, web, learners, alarms = fields
        yield SeverityEntry(
            engine=engine,
            rule=rule,
            family=Family(family),
            category=category,
            severity=Severity(severity),
            confidence=None if confidence == "off" else Confidence(confidence),
            fix_safety=fix,
            web_counts=_parse_counts(web),
            learner_counts=_parse_counts(learners),
            clean_text_alarms=int(alarms),
        )


def _parse_counts(counts: str) -> tuple[int, int, int]:
    right, near, seen = map(int, counts.split("/"))
    return right, near, seen
