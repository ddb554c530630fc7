"""Parser of editkit's own LanguageTool rules, and the grammar file built from them.

A rule file has a summary, a rationale, and one `rulegroup` in LanguageTool's format. Both
LanguageTool and editkit use the examples in the group. `status="preview"` marks a file, or one
`rule` of the group, whose evidence is thin.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lxml import etree

from editkit.core.fix import Safety
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity, Status
from editkit.engines.findings import FindingClass
from editkit.engines.languagetool import own_rules

CLASS_PATH_LOCATION = Path("org", "languagetool", "rules", "en", "grammar_custom.xml")
"""The class path location of LanguageTool's custom rules."""

_PARSER = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
_TOP_PRIORITY = "100"
"""LanguageTool reports only the rule with the highest priority for the same words."""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule and the class of its findings.

    `preview_patterns` are LanguageTool's sub-ids of the patterns of that status: their numbers in
    the group, counted from 1. `sentences_only`: the rule does not apply to headlines, which omit
    articles and auxiliary verbs.
    """

    rule: Rule
    finding_class: FindingClass
    sentences_only: bool
    preview_patterns: frozenset[str] = frozenset()

    def class_of(self, sub_id: str) -> FindingClass:
        """Return the class of the findings of one pattern."""
        if sub_id in self.preview_patterns:
            return replace(self.finding_class, status=Status.PREVIEW)
        return self.finding_class


@cache
def own_rules_by_id() -> dict[str, OwnRule]:
    """Return the rules by id."""
    return {name: _parse_rule(name) for name in own_rules.names()}


def build_grammar_file() -> bytes:
    """Return all rules as one file in LanguageTool's format."""
    root = etree.Element("rules", lang="en")
    category = etree.SubElement(root, "category", id="EDITKIT", name="editkit", type="grammar")
    for name in own_rules.names():
        group = _group(_tree(name))
        for pattern in group.findall("rule"):
            pattern.attrib.pop("status", "")
        group.set("prio", _TOP_PRIORITY)
        category.append(group)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _parse_rule(name: str) -> OwnRule:
    root = _tree(name)
    severity = Severity(root.get("severity", ""))
    category = root.get("category", "linguistic-conventions/grammar")
    status = Status(root.get("status", "stable"))
    rule = Rule(
        id=_group(root).get("id", ""),
        family=Family.GRAMMAR,
        summary=_text(root, "summary"),
        rationale=_text(root, "rationale"),
        category=category,
        severity=severity,
        examples=tuple(_examples(root)),
        engine=own_rules.ENGINE,
        status=status,
        title=_group(root).get("name", ""),
    )
    finding_class = FindingClass(
        Family.GRAMMAR,
        category,
        severity,
        Confidence(root.get("confidence", "")),
        Safety(root.get("safety", "")),
        status,
    )
    previews = frozenset(
        str(number)
        for number, pattern in enumerate(_group(root).findall("rule"), 1)
        if pattern.get("status") == Status.PREVIEW.value
    )
    sentences_only = root.get("within") == "sentences"
    return OwnRule(rule, finding_class, sentences_only, previews)


def _tree(name: str) -> etree._Element:
    return etree.fromstring(own_rules.rule_file(name).read_bytes(), _PARSER)


def _group(root: etree._Element) -> etree._Element:
    (group,) = root.findall("rulegroup")
    return group


def _text(root: etree._Element, tag: str) -> str:
    return " ".join(root.findtext(tag, "").split())


def _examples(root: etree._Element) -> Iterator[Example]:
    """Yield the flagged examples, then the correct ones, each in file order."""
    found = [_example(each) for each in root.iter("example")]
    yield from sorted(found, key=lambda example: not example.flagged)


def _example(element: etree._Element) -> Example:
    marker = element.find("marker")
    if marker is None:
        return Example(element.text or "")
    before, flagged, after = element.text or "", marker.text or "", marker.tail or ""
    best = element.get("correction", flagged).partition("|")[0]
    return Example(before + flagged + after, (flagged,), before + best + after)
