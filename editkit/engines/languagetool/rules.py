"""Conversion of LanguageTool's matches to findings, and its disabled rules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.engines.findings import Finding
from editkit.engines.languagetool.own_rules_xml import own_rules_by_id
from editkit.languages.en.words.clause_patterns import OBJECT_START
from editkit.text.offsets import Utf16Index

DISABLED_RULES = (
    # flags any three sentences in a row that start with the same word, even "In"
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
    # flags one stray quote in every sentence; editkit has a rule that flags it once
    "EN_UNPAIRED_QUOTES",
    # flags names (Lang Lang); editkit has a rule for doubled words
    "ENGLISH_WORD_REPEAT_RULE",
    # sees a chunk instead of the document, and flags “inquiry” after “enquiries”
    "EN_WORD_COHERENCY",
    # takes a year or a name for a measure (“the 2019 Second World Congress”); editkit has a rule
    "MISSING_HYPHEN",
    # changes the meaning: “perfect” for “really good”
    "EXTREME_ADJECTIVES",
)
"""Disabled in every request."""

_SENTENCE_START_RULE = "UPPERCASE_SENTENCE_START"
_SPELLING_RULE_PREFIXES = ("MORFOLOGIK_RULE", "HUNSPELL", "EN_MULTITOKEN_SPELLING")
"""Rules for unknown words. The last one takes an unknown name for a misspelled famous one."""

_LIST_RULE_PREFIXES = (
    "EN_COMPOUNDS_",
    "EN_DIACRITICS_REPLACE_",
    "EN_REDUNDANCY_REPLACE_",
    "EN_SIMPLE_REPLACE_",
    "EN_WORDINESS_",
)
"""Prefixes of rules that LanguageTool generates from the lines of one list."""

_PARTICIPLE = lazy_pattern(r"\w+(?:ed|en|wn|ld|pt)")


def to_findings(matches: Iterable[Mapping[str, Any]], text: str, start: int) -> Iterator[Finding]:
    """Yield the findings of a chunk that starts at the code point `start`.

    `matches` are those of `/v2/check` on `text`, with positions in UTF-16 code units.
    """
    index, own_rules = Utf16Index(text), own_rules_by_id()
    for match in matches:
        first = index.code_point(match["offset"])
        last = index.code_point(match["offset"] + match["length"])
        rule = match["rule"]["id"]
        replacements = [r["value"] for r in match.get("replacements", ())]
        if rule == "MD_BASEFORM" and _is_passive_without_be(text, first, last):
            replacements.insert(0, f"be {text[first:last]}")
        own_rule, pattern = own_rules.get(rule), match["rule"].get("subId", "")
        yield Finding(
            rule=rule,
            span=Span(start + first, start + last),
            message=match["message"],
            groups=_groups(match["rule"]),
            replacements=replacements,
            is_unknown_word=rule.startswith(_SPELLING_RULE_PREFIXES),
            needs_full_sentence=(
                own_rule.sentences_only if own_rule else rule == _SENTENCE_START_RULE
            ),
            finding_class=own_rule.class_of(pattern) if own_rule else None,
            is_own_rule=own_rule is not None,
            pattern=pattern if own_rule else "",
        )


def _is_passive_without_be(text: str, first: int, last: int) -> bool:
    """Return whether a participle after a modal verb is a passive without `be`: it has no object.

    True for `They would stationed there`, false for `they would moved the port`.
    """
    return bool(_PARTICIPLE.fullmatch(text, first, last)) and not OBJECT_START.match(text, last)


def _groups(rule: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the severity table's names of a rule's list, category, and ITS 2.0 issue type."""
    prefix = next((p for p in _LIST_RULE_PREFIXES if rule["id"].startswith(p)), None)
    groups = f"category:{rule['category']['id']}", f"type:{rule['issueType']}"
    return (f"rules:{prefix}", *groups) if prefix else groups
