"""A baseline takes away what somebody has seen, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editkit.baseline.file import Baseline, Entry, read_baseline
from editkit.baseline.filter import BaselineFilter, entries
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.core.result import EngineReport, FileResult, State
from editkit.core.taxonomy import Confidence, Severity
from editkit.engines.languagetool import own_rules
from tests.results import Found, result

RAW = "A tram, a tram and a tram.\n"
RULE = "repeated-word"


def three(path: Path) -> FileResult:
    found = (Found("tram", ("bus",), RULE, nth) for nth in range(3))
    return result(RAW, *found, path=str(path))


@pytest.fixture
def baseline(tmp_path: Path) -> Baseline:
    return Baseline(str(tmp_path / "baseline.json"))


@pytest.fixture
def article(tmp_path: Path) -> FileResult:
    return three(tmp_path / "in" / "a.txt")


def known(baseline: Baseline, article: FileResult, *numbers: int) -> BaselineFilter:
    found = list(entries(baseline, article))
    return BaselineFilter(replace(baseline, entries=tuple(found[number] for number in numbers)))


def stale(entry: Entry) -> Entry:
    return replace(entry, fingerprint="of other neighbours")


def test_what_stands_in_it_is_not_reported_and_counted(
    baseline: Baseline, article: FileResult
) -> None:
    hushed = known(baseline, article, 0, 2).apply(Settings(), article)

    assert hushed.issues == article.issues[1:2]
    assert (hushed.suppressed, hushed.outlived) == (2, 0)


def test_an_entry_is_of_one_file(baseline: Baseline, article: FileResult, tmp_path: Path) -> None:
    other = three(tmp_path / "in" / "b.txt")

    assert known(baseline, article, 0, 1, 2).apply(Settings(), other) == other


def test_paths_start_from_the_folder_of_the_baseline(
    tmp_path: Path, article: FileResult, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "..")
    (tmp_path / "deep").mkdir()

    [first, *_] = entries(Baseline(str(tmp_path / "deep" / "b.json")), article)

    assert first.path == "../in/a.txt"


def test_an_issue_whose_neighbours_have_changed_stays_suppressed(
    baseline: Baseline, article: FileResult
) -> None:
    found = [stale(entry) for entry in entries(baseline, article)]

    hushed = BaselineFilter(replace(baseline, entries=tuple(found))).apply(Settings(), article)

    assert (hushed.issues, hushed.suppressed, hushed.outlived) == ((), 3, 0)


def test_where_one_of_them_may_be_new_all_are_reported(
    baseline: Baseline, article: FileResult
) -> None:
    first, *_ = entries(baseline, article)
    more = (first, replace(first, fingerprint="x"))  # of two, one is known for sure

    hushed = BaselineFilter(replace(baseline, entries=more)).apply(Settings(), article)

    assert len(hushed.issues) == 2
    assert (hushed.suppressed, hushed.outlived) == (1, 1)


NOT_JUDGED = [
    Settings(select=("term",)),
    Settings(ignore=(RULE,)),
    Settings(ignore=("grammar",)),
    Settings(min_severity=Severity.MAJOR),
]


@pytest.mark.parametrize("settings", NOT_JUDGED)
def test_what_was_not_looked_for_has_not_outlived_its_issue(
    settings: Settings, baseline: Baseline, article: FileResult
) -> None:
    gone = Entry("in/a.txt", RULE, "f", "bus")
    hush = BaselineFilter(replace(baseline, entries=(gone,)))

    assert hush.apply(Settings(), article).outlived == 1
    assert hush.apply(settings, article).outlived == 0


ALL = Settings(min_severity=Severity.INFO, min_confidence=Confidence.LOW)


@pytest.mark.parametrize(
    ("rule", "outlived"),
    [
        ("numeric-date", 0),  # of no weight
        ("mixed-apostrophes", 0),  # sometimes
        ("calque", 0),  # doubtful rows
        ("languagetool/COMMA_CLOSING_PARENTHESIS_NOT_MET", 0),  # measured in no text
        ("languagetool/EN_A_VS_AN", 0),  # doubtful
        ("languagetool/IT_IS", 1),
        ("repeated-word", 1),
    ],
)
def test_what_is_shown_to_reviewers_only_has_not_outlived_its_issue_unasked(
    rule: str, outlived: int, baseline: Baseline, article: FileResult
) -> None:
    hush = BaselineFilter(replace(baseline, entries=(Entry("in/a.txt", rule, "f", "bus"),)))
    checked = replace(article, engines=(EngineReport("languagetool", "6", State.RAN),))

    assert hush.apply(Settings(), checked).outlived == outlived
    assert hush.apply(ALL, checked).outlived == 1


@pytest.mark.parametrize("rule", ["languagetool/IT_IS", own_rules.names()[0]])
@pytest.mark.parametrize(
    ("state", "outlived"), [(State.RAN, 1), (State.FAILED, 0), (State.OFF, 0)]
)
def test_an_engine_has_to_have_run(
    rule: str, state: State, outlived: int, baseline: Baseline, article: FileResult
) -> None:
    gone = Entry("in/a.txt", rule, "f", "bus")
    checked = replace(article, engines=(EngineReport("languagetool", "6", state),))

    hushed = BaselineFilter(replace(baseline, entries=(gone,))).apply(Settings(), checked)

    assert hushed.outlived == outlived


def test_a_file_is_read_as_it_was_written_and_stable(
    baseline: Baseline, article: FileResult
) -> None:
    found = [*entries(baseline, article), Entry("ü\n\udc80.txt", "r", "f", "“x”")]
    path = Path(baseline.uri)
    path.write_bytes(baseline.rendered(reversed(found)))
    first = path.read_bytes()

    again = read_baseline(path)

    assert again.rendered(again.entries) == first
    assert json.loads(first)["schema"] == "editkit.baseline/1"
    assert set(again.entries) == set(found)
    assert list(again.entries) == sorted(again.entries)
    assert json.loads(baseline.rendered(())) == {"schema": "editkit.baseline/1", "suppressed": []}


ENTRY = {"path": "a", "rule": "r", "fingerprint": "f", "text": "t"}
FAULTS: list[tuple[Any, str]] = [
    ([], "an object is expected"),
    ({"schema": "editkit.baseline/9", "suppressed": []}, "schema: “editkit.baseline/9” cannot"),
    ({"schema": "editkit.baseline/1"}, "“suppressed” is missing"),
    (
        {"schema": "editkit.baseline/1", "suppressed": [ENTRY, {**ENTRY, "rule": 1}]},
        "suppressed[1].rule: a string",
    ),
]


@pytest.mark.parametrize(("value", "message"), FAULTS)
def test_a_fault_is_named_with_its_place(value: object, message: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(json.dumps(value))

    with pytest.raises(InputError) as raised:
        read_baseline(path)

    assert str(raised.value).startswith(f"{path}: ")
    assert message in str(raised.value)
