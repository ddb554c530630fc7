"""LanguageTool's matches: what they mean, and which of its rules are noise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from editkit.core.span import Span
from editkit.engines.findings import Finding
from editkit.engines.languagetool.own_rules_xml import own_rules_by_id
from editkit.text.offsets import Utf16Index

DISABLED = (
    # blames each list of three sentences that start with "In"
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
    # blames one stray quote once a sentence; editkit's own rule tells of it once
    "EN_UNPAIRED_QUOTES",
    # blames names (Lang Lang); editkit's own rule tells of other doubled words
    "ENGLISH_WORD_REPEAT_RULE",
    # sees a batch and not the document, and holds “inquiry” after “enquiries” a fault
    "EN_WORD_COHERENCY",
    # would say more than the author: “perfect” for “really good”
    "EXTREME_ADJECTIVES",
)
"""Off in every request."""

_CAPITAL = "UPPERCASE_SENTENCE_START"
_UNKNOWN_WORD = ("MORFOLOGIK_RULE", "HUNSPELL", "EN_MULTITOKEN_SPELLING")
"""The last takes a name that it lacks for the misspelling of a better-known person's."""

_LIKE = (
    "EN_COMPOUNDS_",
    "EN_DIACRITICS_REPLACE_",
    "EN_REDUNDANCY_REPLACE_",
    "EN_SIMPLE_REPLACE_",
    "EN_WORDINESS_",
)
"""What rules begin with that LanguageTool makes of the lines of one list."""

_PARTICIPLE = re.compile(r"\w+(?:ed|en|wn|ld|pt)")
_OBJECT = re.compile(
    r"\s+(?:an?|the|this|that|these|those|his|her|its|their|our|my|your|him|them|me|us|it|all|some"
    r"|any|more|\d+)\b",
    re.IGNORECASE,
)


def findings(matches: Iterable[Mapping[str, Any]], text: str, start: int) -> Iterator[Finding]:
    """Yield the findings of a piece of prose that starts at `start`.

    `matches` are those of `/v2/check` on `text`; their positions are UTF-16
    units at both ends.
    """
    index, own = Utf16Index(text), own_rules_by_id()
    for match in matches:
        first = index.code_point(match["offset"])
        last = index.code_point(match["offset"] + match["length"])
        rule = match["rule"]["id"]
        replacements = [r["value"] for r in match.get("replacements", ())]
        if rule == "MD_BASEFORM" and _lacks_be(text, first, last):
            replacements.insert(0, f"be {text[first:last]}")
        yield Finding(
            rule=rule,
            span=Span(start + first, start + last),
            message=match["message"],
            groups=_groups(match["rule"]),
            replacements=replacements,
            unknown=rule.startswith(_UNKNOWN_WORD),
            sentence=own[rule].sentences if rule in own else rule == _CAPITAL,
            own=own[rule].kind if rule in own else None,
        )


def _lacks_be(text: str, first: int, last: int) -> bool:
    """Whether a participle behind a modal verb is a passive: no object follows it.

    `They would stationed there` lacks a `be`; `they would moved the port` does not.
    """
    return bool(_PARTICIPLE.fullmatch(text, first, last)) and not _OBJECT.match(text, last)


def _groups(rule: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the rulebook calls a rule's like, its category, and its ITS 2.0 issue type."""
    like = next((f"rules:{start}" for start in _LIKE if rule["id"].startswith(start)), None)
    groups = f"category:{rule['category']['id']}", f"type:{rule['issueType']}"
    return (like, *groups) if like else groups
