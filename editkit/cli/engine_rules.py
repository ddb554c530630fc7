"""Grammar engines' rules in `editkit rules`: their confidence and measured precision."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from editkit.core.taxonomy import Confidence
from editkit.engines.registry import engine_names
from editkit.engines.severity_table import NO_FIX, SeverityEntry, default_table

_RULE_ID_WIDTH = 44
_HEADING = (
    "How sure each is, in a text with few errors: off, unless --select names it, low, medium or\n"
    "high. Then how many of its corrections were right in web text and in learners' sentences,\n"
    "and its alarms on 117,000 words that are right. (Made by scripts/measure_rules.py.)"
)
_FIX_SENTENCES = {
    "safe": "Its first correction is safe: `fix` makes it.",
    "review": "Its corrections are for review.",
    NO_FIX: "It hints at corrections and, in a text with few errors, offers none.",
}


def all_rule_lines() -> Iterator[str]:
    """Yield a line for each measured rule of an engine, highest confidence first."""
    entries = sorted(default_table().entries.values(), key=_sort_key)
    for engine, members in groupby(entries, key=attrgetter("engine")):
        yield f"\n{engine}\n{_HEADING}\n"
        yield from map(_rule_line, members)


def rule_page(rule_id: str) -> Iterator[str] | None:
    """Return the lines about a rule such as `languagetool/EN_A_VS_AN`.

    Returns None if the id does not start with the name of an engine.
    """
    engine, _, rule = rule_id.partition("/")
    if not rule or engine not in engine_names():
        return None
    if engine not in {entry.engine for entry in default_table().entries.values()}:
        return iter((f"{rule_id}: editkit has measured no rules of {engine}.",))
    return _page_lines(rule_id, default_table().entries.get((engine, rule)))


def _sort_key(entry: SeverityEntry) -> tuple[str, bool, int, str]:
    rank = entry.confidence.rank + 1 if entry.confidence else 0
    return entry.engine, not entry.is_rule, -rank, entry.rule


def _rule_line(entry: SeverityEntry) -> str:
    counts = " ".join(
        f"{right:>4} of {seen:<5}" for right, _, seen in (entry.web_counts, entry.learner_counts)
    )
    confidence = _confidence_name(entry.confidence)
    rule = f"  {entry.rule:<{_RULE_ID_WIDTH}} {entry.family.value:<10} {confidence:<6}"
    return f"{rule} {counts} {entry.clean_text_alarms:>5}"


def _page_lines(rule_id: str, entry: SeverityEntry | None) -> Iterator[str]:
    if entry is None:
        yield f"{rule_id} was met in none of the texts that rules are measured on."
        yield "It is as sure as the rare rules of its category are (`editkit rules --all`)."
        return
    yield f"{rule_id} ({entry.family.value}, {entry.severity.value})"
    yield f"MQM: {entry.category}"
    for corpus, (right, near, seen) in (
        ("web text", entry.web_counts),
        ("learners' texts", entry.learner_counts),
    ):
        yield f"In {corpus}: {seen} found, {near} where writers changed something, {right} right."
    yield f"In text that is right: {entry.clean_text_alarms} alarms."
    yield f"Sure: {_confidence_name(entry.confidence)}."
    yield _FIX_SENTENCES[entry.fix_safety]


def _confidence_name(confidence: Confidence | None) -> str:
    return confidence.value if confidence else "off"
