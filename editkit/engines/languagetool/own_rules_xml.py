"""editkit's own rules in LanguageTool's language, read and put together.

A file holds a summary, a rationale, and one `rulegroup` as LanguageTool reads
it; the examples in the group are LanguageTool's and ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from editkit.core.fix import Safety
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.findings import Kind
from editkit.engines.languagetool import own_rules

PLACE = Path("org", "languagetool", "rules", "en", "grammar_custom.xml")
"""Where LanguageTool looks for rules beside its own, on the class path."""

_PARSER = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
_BEFORE_ALL_OTHERS = "100"
"""Of rules that blame the same words LanguageTool names the one of the highest priority."""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule as editkit describes it, and what its findings are.

    `sentences` says that it holds in whole sentences only: headlines leave out
    articles and auxiliary verbs.
    """

    rule: Rule
    kind: Kind
    sentences: bool


@cache
def own_rules_by_id() -> dict[str, OwnRule]:
    """Return the rules by their ids."""
    return {name: _read(name) for name in own_rules.names()}


def compose() -> bytes:
    """Return one file of all rules, as LanguageTool reads it."""
    root = etree.Element("rules", lang="en")
    category = etree.SubElement(root, "category", id="EDITKIT", name="editkit", type="grammar")
    for name in own_rules.names():
        group = _group(_tree(name))
        group.set("prio", _BEFORE_ALL_OTHERS)
        category.append(group)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _read(name: str) -> OwnRule:
    root = _tree(name)
    severity = Severity(root.get("severity", ""))
    category = root.get("category", "linguistic-conventions/grammar")
    rule = Rule(
        id=_group(root).get("id", ""),
        family=Family.GRAMMAR,
        summary=_prose(root, "summary"),
        rationale=_prose(root, "rationale"),
        category=category,
        severity=severity,
        examples=tuple(_examples(root)),
        engine=own_rules.ENGINE,
    )
    kind = Kind(
        Family.GRAMMAR,
        category,
        severity,
        Confidence(root.get("confidence", "")),
        Safety(root.get("safety", "")),
    )
    return OwnRule(rule, kind, sentences=root.get("within") == "sentences")


def _tree(name: str) -> etree._Element:
    return etree.parse(own_rules.file(name), _PARSER).getroot()


def _group(root: etree._Element) -> etree._Element:
    (group,) = root.findall("rulegroup")
    return group


def _prose(root: etree._Element, tag: str) -> str:
    return " ".join(root.findtext(tag, "").split())


def _examples(root: etree._Element) -> Iterator[Example]:
    """Yield what is flagged, then what is right, each in the order of the file."""
    found = [_example(each) for each in root.iter("example")]
    yield from sorted(found, key=lambda example: not example.flagged)


def _example(element: etree._Element) -> Example:
    marker = element.find("marker")
    if marker is None:
        return Example(element.text or "")
    before, flagged, after = element.text or "", marker.text or "", marker.tail or ""
    best = element.get("correction", flagged).partition("|")[0]
    return Example(before + flagged + after, (flagged,), before + best + after)
