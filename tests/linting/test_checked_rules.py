"""Tests of checked rules: when silence proves that a text has no issue of a rule."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

import pytest

from editkit.baseline.file import Baseline, BaselineEntry
from editkit.baseline.filter import BaselineFilter
from editkit.checks.grammar.repeated_word import RepeatedWord
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError, EngineOutput
from editkit.core.result import EngineReport, EngineState, FileResult
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines import selection
from editkit.engines.languagetool import own_rules
from editkit.engines.severity_table import default_table
from editkit.linting.checked_rules import CheckedRules
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.linting.toolset import enabled_rules

OWN = own_rules.names()[1]
RAN = (EngineReport("languagetool", "6.8", EngineState.RAN),)
FAILED = (EngineReport("languagetool", "6.8", EngineState.FAILED),)
MISSING = (EngineReport("languagetool", None, EngineState.MISSING),)
ALL: dict[str, Any] = {"min_severity": Severity.INFO, "min_confidence": Confidence.LOW}


def checked(
    reports: tuple[EngineReport, ...] = RAN,
    failed: Iterable[str] = (),
    **fields: Any,  # noqa: ANN401  (the fields of the settings)
) -> CheckedRules:
    settings = Settings(**fields)
    return CheckedRules(settings, reports, frozenset(enabled_rules(settings)) - set(failed))


INCLUDED: list[tuple[str, CheckedRules, bool]] = [
    # A check of editkit: it has run, whatever else has.
    ("repeated-word", checked(), True),
    ("repeated-word", checked(MISSING), True),
    ("repeated-word", checked(select=("grammar",)), True),
    ("repeated-word", checked(select=("repeated-word",)), True),
    ("repeated-word", checked(select=("term",)), False),
    ("repeated-word", checked(ignore=("grammar",)), False),
    ("repeated-word", checked(failed=["repeated-word"]), False),
    ("repeated-word", checked(failed=["repeated-space"]), True),
    # A rule of an engine: the engine has run, and the rule is enabled whatever its family is.
    ("languagetool/NEW", checked(), True),
    ("languagetool/NEW", checked(FAILED), False),
    ("languagetool/NEW", checked(()), False),
    ("harper/New", checked(), False),
    ("languagetool/NEW", checked(select=("grammar",)), False),
    ("languagetool/NEW", checked(select=("languagetool/NEW",)), True),
    ("languagetool/NEW", checked(ignore=("style",)), False),
    ("languagetool/NEW", checked(ignore=("repeated-word",)), True),
    ("languagetool/IT_IS", checked(ignore=("style",)), True),  # of family spelling
    ("languagetool/IT_IS", checked(ignore=("spelling",)), False),
    # A rule of editkit in an engine that editkit has started.
    (OWN, checked(), True),
    (OWN, checked(FAILED), False),
    (OWN, checked(ignore=("grammar",)), False),
    (OWN, checked(ignore=("style",)), True),
    (OWN, checked(languagetool_url="http://localhost:8081"), False),
    # A family: all its rules have run, in each engine.
    ("grammar", checked(), True),
    ("grammar", checked(MISSING), False),
    ("grammar", checked(failed=["repeated-word"]), False),
    ("term", checked(MISSING, failed=["repeated-word"]), True),
    ("grammar", checked(select=("repeated-word",)), False),
    ("grammar", checked(ignore=("repeated-word",)), True),
    ("grammar", checked(ignore=("grammar",)), False),
    # Everything.
    ("", checked(), True),
    ("", checked(MISSING), False),
    ("", checked(failed=["deprecated-term"]), False),
    ("", checked(select=("grammar",)), False),
    ("", checked(ignore=("style",)), False),
    ("", checked(ignore=("repeated-word",)), True),
    # Rules that depend on everything, and rules that are no longer there.
    ("unused-suppression", checked(), False),  # comments have not been checked yet
    ("gone-rule", checked(), True),
    ("gone-rule", checked(MISSING), False),
]


def test_includes() -> None:
    wrong = [
        (name, rules, expected)
        for name, rules, expected in INCLUDED
        if rules.includes(name) is not expected
    ]

    assert wrong == []


REPORTED: list[tuple[str, CheckedRules, bool]] = [
    ("repeated-word", checked(), True),
    ("repeated-word", checked(select=("term",)), False),
    ("repeated-word", checked(min_severity=Severity.MAJOR), False),
    ("repeated-word", checked(select=("repeated-word",), min_severity=Severity.MAJOR), False),
    ("repeated-word", checked(min_confidence=Confidence.HIGH), False),
    # `numeric-date` reports info, which the default threshold hides unless it is selected.
    ("numeric-date", checked(), False),
    ("numeric-date", checked(**ALL), True),
    ("numeric-date", checked(select=("number",)), True),
    ("numeric-date", checked(select=("numeric-date",)), True),
    # Packs have rows of low confidence, which are shown only if the rule itself is selected.
    ("calque", checked(), False),
    ("calque", checked(select=("style",)), False),
    ("calque", checked(select=("calque",)), True),
    ("languagetool/NEW", checked(), False),  # of unknown severity and confidence
    ("languagetool/NEW", checked(**ALL), True),
    ("languagetool/NEW", checked(select=("languagetool/NEW",)), True),
    (OWN, checked(), True),
]


def test_reports_all() -> None:
    wrong = [
        (rule, rules, expected)
        for rule, rules, expected in REPORTED
        if rules.reports_all(rule) is not expected
    ]

    assert wrong == []


def test_the_rule_of_the_table_is_of_the_family_that_these_tests_name() -> None:
    assert default_table().entries["languagetool", "IT_IS"].family is Family.SPELLING


class Answering(Engine):
    """An engine that finds nothing, or fails."""

    name: ClassVar[str] = "languagetool"
    version = "6.8"

    def __init__(self, *, fails: bool) -> None:
        self.fails = fails

    def run(self, documents: Iterable[Document]) -> Iterator[EngineOutput]:
        for _ in documents:
            yield EngineError("It is ill.") if self.fails else ()

    def close(self) -> None:
        pass


Lint = Callable[..., FileResult]


@pytest.fixture
def lint(monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Return a function that lints a text with a comment and an engine."""

    def run(text: str, *, fails: bool = False, **fields: Any) -> FileResult:  # noqa: ANN401  (as above)
        opened = selection.OpenedEngines((Answering(fails=fails),), RAN, ())
        monkeypatch.setattr(selection, "open_engines", lambda *_, **__: opened)
        file = SourceFile("a.txt", data=text.encode(), format="plain")
        with Session() as session:
            [result] = session.run([(Settings(**fields), file)])
        return result

    return run


def fail(*_: object) -> Iterator[None]:
    raise ZeroDivisionError
    yield


def is_unused(result: FileResult) -> bool:
    return "unused-suppression" in {placed.issue.rule for placed in result.issues}


@pytest.mark.parametrize("name", ["", "grammar", "languagetool/IT_IS", OWN])
def test_a_suppression_is_not_unused_if_the_engine_has_failed_on_the_file(
    lint: Lint, name: str
) -> None:
    text = f"# editkit-disable-next-line {name}\nThe plant.\n"

    assert is_unused(lint(text))
    assert not is_unused(lint(text, fails=True))


def test_a_suppression_is_not_unused_if_its_engine_rule_is_not_enabled(lint: Lint) -> None:
    text = "# editkit-disable-next-line languagetool/IT_IS\nThe plant.\n"

    assert is_unused(lint(text, select=("spelling", "style")))
    assert not is_unused(lint(text, select=("grammar", "style")))


@pytest.mark.parametrize("name", ["", "grammar", "repeated-word"])
def test_a_suppression_is_not_unused_if_its_check_has_failed(
    lint: Lint, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"# editkit-disable-next-line {name}\nThe plant.\n"
    assert is_unused(lint(text))

    monkeypatch.setattr(RepeatedWord, "run", fail)

    assert not is_unused(lint(text))


def stale(rule: str, result: FileResult, **fields: Any) -> bool:  # noqa: ANN401  (as above)
    entry = BaselineEntry("a.txt", rule, "f", "plant")
    applied = BaselineFilter(Baseline("b.json", (entry,))).apply(Settings(**fields), result)
    return bool(applied.stale_baseline_entries)


def test_a_baseline_entry_of_a_check_is_stale_whatever_the_engine_does(lint: Lint) -> None:
    assert stale("repeated-word", lint("The plant.\n"))
    assert stale("repeated-word", lint("The plant.\n", fails=True))
    assert stale("languagetool/IT_IS", lint("The plant.\n"))
    assert not stale("languagetool/IT_IS", lint("The plant.\n", fails=True))


def test_a_baseline_entry_of_a_selected_rule_is_stale(lint: Lint) -> None:
    result = lint("The plant.\n", select=("grammar",))

    assert stale("repeated-word", result, select=("grammar",))
    assert not stale("repeated-space", result, select=("grammar",))
    assert not stale("unused-suppression", result, select=("grammar", "style"))
    assert stale("unused-suppression", result)


def test_a_baseline_entry_is_not_stale_if_its_check_has_failed(
    lint: Lint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RepeatedWord, "run", fail)

    result = lint("The plant.\n")

    assert not stale("repeated-word", result)
    assert stale("repeated-space", result)
