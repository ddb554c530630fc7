"""Details for change reports: the head of a report, and what prompted each change."""

from dataclasses import dataclass

from editkit.core.rule import Rule, title_of_id
from editkit.core.storage.json_reader import JsonReader
from editkit.core.taxonomy import Family, Severity


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The head of a change report; `glossaries` are names of glossaries."""

    title: str | None = None
    project: str | None = None
    glossaries: tuple[str, ...] = ()

    def to_value(self) -> dict[str, object]:
        """Return the head as a JSON value, without what is not set."""
        value = {
            "title": self.title,
            "project": self.project,
            "glossaries": [*self.glossaries],
        }
        return {name: each for name, each in value.items() if each}

    def or_else(self, other: "ReportHead") -> "ReportHead":
        """Return this head, with the values of `other` in place of those that are not set."""
        return ReportHead(
            self.title or other.title,
            self.project or other.project,
            self.glossaries or other.glossaries,
        )


NO_HEAD = ReportHead()


@dataclass(frozen=True, slots=True)
class IssueDetails:
    """What a report says about the issue that prompted a change.

    `kind` is a title for readers, `term` the preferred term if the glossary decides, and
    `severity` None if it is not known.
    """

    kind: str
    message: str
    severity: Severity | None
    term: str | None = None

    def to_value(self) -> dict[str, object]:
        """Return the details as a JSON value."""
        value: dict[str, object] = {
            "kind": self.kind,
            "message": self.message,
            "severity": self.severity.value if self.severity else None,
        }
        return {**value, "term": self.term} if self.term else value


def kind_title(rule_id: str, rule: Rule | None, family: Family | None) -> str:
    """Return the title of a rule for readers or, for a rule of an engine, that of the family."""
    if rule is not None:
        return rule.heading
    if "/" not in rule_id:
        return title_of_id(rule_id)
    return family.title if family else "Correction"


def parse_head(reader: JsonReader | None) -> ReportHead:
    """Return the head of a report; raise InputError at the first invalid value."""
    if reader is None:
        return NO_HEAD
    title, project, glossaries = map(reader.get, ("title", "project", "glossaries"))
    return ReportHead(
        title.string_or_null() if title else None,
        project.string_or_null() if project else None,
        tuple(each.string() for each in glossaries.items()) if glossaries else (),
    )


def parse_details(reader: JsonReader | None) -> IssueDetails | None:
    """Return the details of an issue; raise InputError at the first invalid value."""
    if reader is None:
        return None
    severity, term = reader["severity"].string_or_null(), reader.get("term")
    known = [each.value for each in Severity]
    if severity is not None and severity not in known:
        problem = f"“{severity}” is not a severity; known are {', '.join(known)}"
        raise reader["severity"].error(problem)
    return IssueDetails(
        reader["kind"].string(),
        reader["message"].string(),
        Severity(severity) if severity else None,
        term.string_or_null() if term else None,
    )
