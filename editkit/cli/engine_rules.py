"""Grammar engines' rules in `editkit rules`: their confidence and measured precision."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from editkit.core.taxonomy import Confidence
from editkit.engines.registry import engine_names
from editkit.engines.severity_table import NO_FIX, SeverityEntry, default_table

_RULE_ID_WIDTH = 44
_HEADING = (
    "Confidence in a text with few errors: off (runs only with --select), low, medium or\n"
    "high; how many of its corrections were right in web text and in learners' sentences,\n"
    "and false alarms in 117,000 words of correct text. (Made by scripts/measure_rules.py.)"
)
_FIX_SENTENCES = {
    "safe": "Fixes: safe. `editkit fix` applies the first one.",
    "review": "Fixes: need review.",
    NO_FIX: "Fixes: none in a text with few errors.",
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
        return iter((f"{rule_id}: no rules of {engine} were measured.",))
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
        yield f"{rule_id} did not occur in the texts that rules are measured on."
        yield "It has the confidence of the rare rules of its category (`editkit rules --all`)."
        return
    yield f"{rule_id} ({entry.family.value}, {entry.severity.value})"
    yield f"MQM: {entry.category}"
    for corpus, (right, near, seen) in (
        ("web text", entry.web_counts),
        ("learners' texts", entry.learner_counts),
    ):
        yield f"In {corpus}: {seen} found, {near} where the text was changed, {right} correct."
    yield f"In correct text: {entry.clean_text_alarms} false alarms."
    yield f"Confidence: {_confidence_name(entry.confidence)}."
    yield _FIX_SENTENCES[entry.fix_safety]


def _confidence_name(confidence: Confidence | None) -> str:
    return confidence.value if confidence else "off"
