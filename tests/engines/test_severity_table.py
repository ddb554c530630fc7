"""Severity table, and the policy for findings that is based on it."""

import pytest

from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import CATEGORIES, Confidence, Family, Severity
from editkit.engines.findings import Finding, FindingPolicy, to_issues
from editkit.engines.severity_table import SeverityEntry, default_table, parse_table
from tests.engines.tables import table_of

KIND = (Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MAJOR)
LOW, MEDIUM, HIGH = Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH


def entry(rule: str, confidence: Confidence | None, *, safe: bool = False) -> SeverityEntry:
    return SeverityEntry("some", rule, *KIND, confidence, "safe" if safe else "review")


def finding(rule: str, at: int, *groups: str) -> Finding:
    return Finding(rule, Span(at, at + 3), "Look here.", groups, ("four",))


def shown_rules(text: str, *findings: Finding, selected: str = "") -> list[tuple[str, Confidence]]:
    table = table_of(
        entry("other:", LOW),
        entry("SURE", HIGH, safe=True),
        entry("NEVER", None),
        entry("kind:Off", None),
    )
    policy = FindingPolicy(Setup(explicit_rules=frozenset([selected])), table)
    found = to_issues("some", Document.plain(text, lang="en-US"), findings, policy)
    return [(issue.rule, issue.confidence) for issue in found]


def test_the_default_table_is_consistent() -> None:
    entries = default_table().entries.values()

    assert {e.engine for e in entries} == {"languagetool", "harper"}
    assert {e.category for e in entries} <= CATEGORIES
    assert all(default_table().look_up(e.engine, "NO_SUCH_RULE").rule == "other:" for e in entries)
    counts = [each for e in entries for each in (e.web_counts, e.learner_counts)]
    assert all(right <= near <= seen for right, near, seen in counts)


def test_a_safe_correction_was_right_nine_times_in_ten() -> None:
    for each in default_table().entries.values():
        if each.fix_safety == "safe":
            right, _, seen = (
                a + b for a, b in zip(each.web_counts, each.learner_counts, strict=True)
            )
            assert seen >= 8, each.rule
            assert right / (seen + each.clean_text_alarms) >= 0.9, each.rule


def test_a_rule_without_an_entry_has_the_entry_of_its_category() -> None:
    text = "one two one two"

    assert shown_rules(text, finding("NEW", 0, "kind:Off")) == []
    assert shown_rules(text, finding("NEW", 0, "kind:Other")) == [("some/NEW", LOW)]
    assert shown_rules(text, finding("SURE", 0, "kind:Off")) == [("some/SURE", HIGH)]


def test_a_disabled_rule_runs_when_selected_by_its_id() -> None:
    found = finding("NEVER", 0)

    assert shown_rules("one two", found) == []
    assert shown_rules("one two", found, selected="some/NEVER") == [("some/NEVER", LOW)]
    assert shown_rules("one two", found, selected="some/OTHER") == []


def test_rules_that_are_never_shown_are_disabled_in_the_engine() -> None:
    table = table_of(entry("OFF", None), entry("LAX", LOW), entry("kind:X", None))

    assert FindingPolicy(Setup(), table).disabled_rules("some") == ("OFF",)
    assert FindingPolicy(Setup(), table).disabled_rules("another") == ()
    assert (
        FindingPolicy(Setup(explicit_rules=frozenset(["some/OFF"])), table).disabled_rules("some")
        == ()
    )


def test_other_findings_do_not_change_what_is_shown() -> None:
    text = "one " * 500
    others = [finding("SURE", 8 * n) for n in range(30)]

    shown = shown_rules(text, *others, finding("NEVER", 400), finding("NEW", 404))

    assert {rule for rule, _ in shown} == {"some/SURE", "some/NEW"}
    assert ("some/NEW", LOW) in shown


def test_only_the_first_correction_is_safe() -> None:
    table = table_of(entry("SURE", HIGH, safe=True), entry("other:", LOW))
    found = Finding("SURE", Span(0, 3), "", (), ("four", "five"))

    (issue,) = to_issues(
        "some", Document.plain("one", lang="en"), [found], FindingPolicy(Setup(), table)
    )

    assert [fix.safety for fix in issue.fixes] == [Safety.SAFE, Safety.REVIEW]


def test_a_rule_without_fixes_has_a_hint_in_its_message() -> None:
    table = table_of(SeverityEntry("some", "other:", *KIND, LOW, "none"))
    found = Finding("X", Span(0, 3), "Look here.", (), ("four", "five"))

    (issue,) = to_issues(
        "some", Document.plain("one", lang="en"), [found], FindingPolicy(Setup(), table)
    )

    assert (issue.message, issue.fixes) == ("Look here. Did you mean “four” or “five”?", ())


def test_the_table_applies_to_english_only() -> None:
    text = "Das Hafenamt ist fertik in Qingxo."
    table = table_of(entry("other:", None), entry("word:", None))
    unknown = [
        Finding("SPELLER", Span(at, at + 6), "", (), ("fertig",), is_unknown_word=True)
        for at in (text.index("fertik"), text.index("Qingxo"))
    ]
    policy = FindingPolicy(Setup(), table)

    german = to_issues("some", Document.plain(text, lang="de-DE"), unknown, policy)
    english = to_issues("some", Document.plain(text, lang="en-US"), unknown, policy)

    assert [(i.span.of(text), i.confidence) for i in german] == [("fertik", MEDIUM)]
    assert english == ()


def test_a_malformed_line_is_an_error_with_its_number() -> None:
    with pytest.raises(ValueError, match=r"line 2: 3 columns, not 10"):
        parse_table("# about\nharper\tX\tgrammar\n")
