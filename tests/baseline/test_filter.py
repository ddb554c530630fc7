"""Tests of the baseline filter and file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editkit.baseline.file import Baseline, BaselineEntry, read_baseline
from editkit.baseline.filter import BaselineFilter, entries_for
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.core.result import EngineReport, EngineState, FileResult
from editkit.core.taxonomy import Confidence, Severity
from editkit.engines.languagetool import own_rules
from tests.file_results import IssueSpec, file_result

RAW = "A tram, a tram and a tram.\n"
RULE = "repeated-word"


def three_issues(path: Path) -> FileResult:
    found = (IssueSpec("tram", ("bus",), RULE, nth) for nth in range(3))
    return file_result(RAW, *found, path=str(path))


@pytest.fixture
def baseline(tmp_path: Path) -> Baseline:
    return Baseline(str(tmp_path / "baseline.json"))


@pytest.fixture
def article(tmp_path: Path) -> FileResult:
    return three_issues(tmp_path / "in" / "a.txt")


def filter_of(baseline: Baseline, article: FileResult, *numbers: int) -> BaselineFilter:
    found = list(entries_for(baseline, article))
    return BaselineFilter(replace(baseline, entries=tuple(found[number] for number in numbers)))


def with_other_context(entry: BaselineEntry) -> BaselineEntry:
    return replace(entry, fingerprint="of another context")


def test_known_issues_are_dropped_and_counted(baseline: Baseline, article: FileResult) -> None:
    filtered = filter_of(baseline, article, 0, 2).apply(Settings(), article)

    assert filtered.issues == article.issues[1:2]
    assert (filtered.suppressed, filtered.stale_baseline_entries) == (2, 0)


def test_an_entry_applies_to_one_file(
    baseline: Baseline, article: FileResult, tmp_path: Path
) -> None:
    other = three_issues(tmp_path / "in" / "b.txt")

    assert filter_of(baseline, article, 0, 1, 2).apply(Settings(), other) == other


def test_paths_are_relative_to_the_folder_of_the_baseline(
    tmp_path: Path, article: FileResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "..")
    (tmp_path / "deep").mkdir()

    [first, *_] = entries_for(Baseline(str(tmp_path / "deep" / "b.json")), article)

    assert first.path == "../in/a.txt"


def test_an_issue_with_changed_context_stays_suppressed(
    baseline: Baseline, article: FileResult
) -> None:
    found = [with_other_context(entry) for entry in entries_for(baseline, article)]

    filtered = BaselineFilter(replace(baseline, entries=tuple(found))).apply(Settings(), article)

    assert (filtered.issues, filtered.suppressed, filtered.stale_baseline_entries) == ((), 3, 0)


def test_all_candidates_are_reported_if_one_may_be_new(
    baseline: Baseline, article: FileResult
) -> None:
    first, *_ = entries_for(baseline, article)
    entries = (first, replace(first, fingerprint="x"))  # two entries for three issues

    filtered = BaselineFilter(replace(baseline, entries=entries)).apply(Settings(), article)

    assert len(filtered.issues) == 2
    assert (filtered.suppressed, filtered.stale_baseline_entries) == (1, 1)


UNCHECKED = [
    Settings(select=("term",)),
    Settings(ignore=(RULE,)),
    Settings(ignore=("grammar",)),
    Settings(min_severity=Severity.MAJOR),
]


@pytest.mark.parametrize("settings", UNCHECKED)
def test_an_entry_of_an_unchecked_rule_is_not_stale(
    settings: Settings, baseline: Baseline, article: FileResult
) -> None:
    entry = BaselineEntry("in/a.txt", RULE, "f", "bus")
    baseline_filter = BaselineFilter(replace(baseline, entries=(entry,)))

    assert baseline_filter.apply(Settings(), article).stale_baseline_entries == 1
    assert baseline_filter.apply(settings, article).stale_baseline_entries == 0


ALL = Settings(min_severity=Severity.INFO, min_confidence=Confidence.LOW)


@pytest.mark.parametrize(
    ("rule", "stale"),
    [
        ("numeric-date", 0),  # info
        ("mixed-apostrophes", 0),  # sometimes info
        ("calque", 0),  # has low-confidence rows
        ("languagetool/COMMA_CLOSING_PARENTHESIS_NOT_MET", 0),  # of unknown severity
        ("languagetool/CC_NNP_VBP", 0),  # low confidence
        ("languagetool/IT_IS", 1),
        ("repeated-word", 1),
    ],
)
def test_an_entry_that_default_thresholds_may_hide_is_not_stale(
    rule: str, stale: int, baseline: Baseline, article: FileResult
) -> None:
    baseline_filter = BaselineFilter(
        replace(baseline, entries=(BaselineEntry("in/a.txt", rule, "f", "bus"),))
    )
    checked = replace(article, engines=(EngineReport("languagetool", "6", EngineState.RAN),))

    assert baseline_filter.apply(Settings(), checked).stale_baseline_entries == stale
    assert baseline_filter.apply(ALL, checked).stale_baseline_entries == 1


@pytest.mark.parametrize("rule", ["languagetool/IT_IS", own_rules.names()[1]])
@pytest.mark.parametrize(
    ("state", "stale"), [(EngineState.RAN, 1), (EngineState.FAILED, 0), (EngineState.OFF, 0)]
)
def test_an_entry_of_an_engine_is_stale_only_if_it_ran(
    rule: str, state: EngineState, stale: int, baseline: Baseline, article: FileResult
) -> None:
    entry = BaselineEntry("in/a.txt", rule, "f", "bus")
    checked = replace(article, engines=(EngineReport("languagetool", "6", state),))

    filtered = BaselineFilter(replace(baseline, entries=(entry,))).apply(Settings(), checked)

    assert filtered.stale_baseline_entries == stale


def test_a_baseline_round_trips(baseline: Baseline, article: FileResult) -> None:
    found = [*entries_for(baseline, article), BaselineEntry("ü\n\udc80.txt", "r", "f", "“x”")]
    path = Path(baseline.uri)
    path.write_bytes(baseline.to_bytes(reversed(found)))
    first = path.read_bytes()

    again = read_baseline(path)

    assert again.to_bytes(again.entries) == first
    assert json.loads(first)["schema"] == "editkit.baseline/1"
    assert set(again.entries) == set(found)
    assert list(again.entries) == sorted(again.entries)
    assert json.loads(baseline.to_bytes(())) == {"schema": "editkit.baseline/1", "suppressed": []}


ENTRY = {"path": "a", "rule": "r", "fingerprint": "f", "text": "t"}
ERRORS: list[tuple[Any, str]] = [
    ([], "an object is expected"),
    ({"schema": "editkit.baseline/9", "suppressed": []}, "schema: “editkit.baseline/9” cannot"),
    ({"schema": "editkit.baseline/1"}, "“suppressed” is missing"),
    (
        {"schema": "editkit.baseline/1", "suppressed": [ENTRY, {**ENTRY, "rule": 1}]},
        "suppressed[1].rule: a string",
    ),
]


@pytest.mark.parametrize(("value", "message"), ERRORS)
def test_an_error_has_its_path(value: object, message: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(json.dumps(value))

    with pytest.raises(InputError) as raised:
        read_baseline(path)

    assert str(raised.value).startswith(f"{path}: ")
    assert message in str(raised.value)
