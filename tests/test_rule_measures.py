"""Measures of rules: the table of engine rules and the page of evidence, made from samples."""

import json
from argparse import Namespace
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from editkit.core.rule import Rule
from editkit.core.taxonomy import Confidence
from editkit.engines.severity_table import default_table, load_table
from editkit.linting.suppression.rule_index import builtin_rules

SCRIPTS = Path(__file__).parent.parent / "scripts"
CATEGORY = "category:GRAMMAR"
MIN_FINDINGS = 3


def sample(rule: str, sort: str, *, right: bool = False, row: int = 1) -> dict[str, Any]:
    found = {"engine": "languagetool", "names": [rule, CATEGORY], "sort": sort, "row": row}
    return found | {"rule": rule, "right": right, "near": right}


def confidence_of(rule: str, samples: list[dict[str, Any]], folder: Path, *, but_fold: int) -> str:
    file, table = folder / "samples.jsonl", folder / "table.tsv"
    file.write_text("".join(json.dumps(each) + "\n" for each in samples), encoding="utf-8")
    measure_rules = import_module("measure_rules")
    measure_rules.write(Namespace(samples=file, but_fold=but_fold, to=table))
    confidence = load_table(table).entries["languagetool", rule].confidence
    return confidence.value if confidence else "off"


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))


def test_rules_found_only_in_correct_text_lower_the_bound_of_a_category(
    tmp_path: Path,
) -> None:
    rare = [sample("RARE", "web", right=True), sample("RARE", "web", right=True)]
    alarms = [sample(name, "clean") for name in ("A_1", "A_2", "A_3")]

    alone = confidence_of("RARE", rare, tmp_path, but_fold=-1)
    among_alarms = confidence_of("RARE", rare + alarms, tmp_path, but_fold=-1)

    assert (alone, among_alarms) == ("low", "off")


def test_the_sentences_of_the_scored_fold_say_nothing(tmp_path: Path) -> None:
    found = [sample("R", "web", right=True, row=5 * n) for n in range(10)]
    found += [sample("R", "web", row=5 * n + 1) for n in range(3)]

    of_all = confidence_of("R", found, tmp_path, but_fold=-1)
    of_others = confidence_of("R", found, tmp_path, but_fold=0)

    assert (of_all, of_others) == ("medium", "off")


def rule_named(name: str) -> Rule:
    return next(rule for rule in builtin_rules() if rule.id == name)


def row(name: str, right: dict[str, int], near: dict[str, int], seen: dict[str, int]) -> list[str]:
    counts = (Counter(each) for each in (right, near, seen))
    line: str = import_module("rule_evidence").row(rule_named(name), *counts)
    return line.strip("|\n ").split(" | ")


def test_a_right_place_is_evidence_if_the_correction_is_not() -> None:
    cells = row("misspelled-word", {"web": 4}, {"web": 10}, {"web": 10})

    assert cells[2] == "4/10/10"
    assert cells[-3:] == ["0.23", "0.86", "measured: the place"]


def test_a_stable_rule_without_evidence_is_shown_as_not_proved() -> None:
    assert row("misspelled-word", {"web": 1}, {"web": 1}, {"web": 4})[-1] == "not proved"


def test_unrelated_sentences_say_nothing_of_consistency() -> None:
    cells = row("mixed-spelling", {"web": 1}, {"web": 1}, {"web": 20, "documents": 3})

    assert cells[2:5] == ["–", "–", "0/0/3"]
    assert cells[-3] == "0.00"


def test_a_rule_with_fewer_than_three_findings_is_hidden_by_default() -> None:
    plain: frozenset[str] = import_module("measure_rules").PLAIN_RULES
    judged_in_documents = {"ID_CASING", "SPACE_BEFORE_PARENTHESIS"}
    entries = [each for each in default_table().entries.values() if each.is_rule]
    rare = [
        each
        for each in entries
        if each.web_counts[2] + each.learner_counts[2] + each.clean_text_alarms < MIN_FINDINGS
    ]
    hidden = {None, Confidence.LOW}

    shown = {each.rule for each in rare if each.confidence not in hidden}
    assert shown <= judged_in_documents | plain
    # A plain rule of grammar is shown, unless it has an alarm in correct text.
    disputed = {each.rule for each in entries if each.rule in plain and each.clean_text_alarms}
    assert {e.rule for e in entries if e.rule in plain and e.confidence in hidden} == disputed


def test_a_plain_rule_of_grammar_is_shown_unless_it_has_an_alarm(tmp_path: Path) -> None:
    right = [sample("HE_VERB_AGR", "web", right=True)]
    alarm = [sample("HE_VERB_AGR", "clean")]

    assert confidence_of("HE_VERB_AGR", right, tmp_path, but_fold=-1) == "medium"
    assert confidence_of("HE_VERB_AGR", right + alarm, tmp_path, but_fold=-1) == "off"
    assert (
        confidence_of("RARE", [sample("RARE", "web", right=True)], tmp_path, but_fold=-1) == "low"
    )
