"""What `editkit rules` says of other engines' rules: how sure each is, and why."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from editkit.core.taxonomy import Confidence
from editkit.engines.severity_table import NO_FIX, Entry, rulebook

_WIDEST = 44
_ABOUT = (
    "How sure each is, in a text with few errors: off, unless --select names it, low, medium or\n"
    "high. Then how many of its corrections were right in web text and in learners' sentences,\n"
    "and its alarms on 117,000 words that are right. (Made by scripts/measure_rules.py.)"
)
_FIX = {
    "safe": "Its first correction is safe: `fix` makes it.",
    "review": "Its corrections are for review.",
    NO_FIX: "It hints at corrections and, in a text with few errors, offers none.",
}


def listing() -> Iterator[str]:
    """Yield the lines of all rules of engines that were measured, the surest first."""
    entries = sorted(rulebook().entries.values(), key=_order)
    for engine, members in groupby(entries, key=attrgetter("engine")):
        yield f"\n{engine}\n{_ABOUT}\n"
        yield from map(_line, members)


def page(name: str) -> Iterator[str] | None:
    """Return the lines about a rule, as `languagetool/RULE_ID`; None where it has no engine."""
    engine, _, rule = name.partition("/")
    if not rule or engine not in {entry.engine for entry in rulebook().entries.values()}:
        return None
    return _page(name, rulebook().entries.get((engine, rule)))


def _order(entry: Entry) -> tuple[str, bool, int, str]:
    sure = entry.careful.rank + 1 if entry.careful else 0
    return entry.engine, not entry.is_rule, -sure, entry.rule


def _line(entry: Entry) -> str:
    counts = " ".join(f"{right:>4} of {seen:<5}" for right, _, seen in (entry.web, entry.learners))
    sure = _sure(entry.careful)
    return (
        f"  {entry.rule:<{_WIDEST}} {entry.family.value:<10} {sure:<6} {counts} {entry.clean:>5}"
    )


def _page(name: str, entry: Entry | None) -> Iterator[str]:
    if entry is None:
        yield f"{name} was met in none of the texts that rules are measured on."
        yield "It is as sure as the rare rules of its category are (`editkit rules --all`)."
        return
    yield f"{name} ({entry.family.value}, {entry.severity.value})"
    yield f"MQM: {entry.category}"
    for sort, (right, near, seen) in (
        ("web text", entry.web),
        ("learners' texts", entry.learners),
    ):
        yield f"In {sort}: {seen} found, {near} where writers changed something, {right} right."
    yield f"In text that is right: {entry.clean} alarms."
    few, many = _sure(entry.careful), _sure(entry.careless)
    yield f"Sure, in a text with few errors: {few}; in one with many: {many}."
    yield _FIX[entry.fix]


def _sure(confidence: Confidence | None) -> str:
    return confidence.value if confidence else "off"
