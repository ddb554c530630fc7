"""What engine rules are worth, and what is made of it."""

import pytest

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.span import Span
from editkit.core.taxonomy import CATEGORIES, Confidence, Family, Severity
from editkit.engines.findings import Finding, Judge, issues
from editkit.engines.severity_table import Entry, parse, rulebook
from tests.engines.books import book

KIND = (Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MAJOR)
LOW, MEDIUM, HIGH = Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH


def entry(
    rule: str, careful: Confidence | None, careless: Confidence | None, *, safe: bool = False
) -> Entry:
    return Entry("some", rule, *KIND, careful, careless, "safe" if safe else "review")


def finding(rule: str, at: int, *groups: str) -> Finding:
    return Finding(rule, Span(at, at + 3), "Look here.", groups, ("four",))


def judged(text: str, *findings: Finding, asked: str = "") -> list[tuple[str, Confidence]]:
    table = book(
        entry("other:", LOW, MEDIUM),
        entry("SURE", HIGH, HIGH, safe=True),
        entry("LAX", None, MEDIUM),
        entry("NEVER", None, None),
        entry("kind:Off", None, None),
    )
    judge = Judge(Setup(asked=frozenset([asked])), table)
    found = issues("some", Document.plain(text, lang="en-US"), findings, judge)
    return [(issue.rule, issue.confidence) for issue in found]


def test_the_table_that_comes_with_editkit_is_whole() -> None:
    entries = rulebook().entries.values()

    assert {e.engine for e in entries} == {"languagetool", "harper"}
    assert {e.category for e in entries} <= CATEGORIES
    assert all(rulebook().look_up(e.engine, "NO_SUCH_RULE").rule == "other:" for e in entries)
    counts = [each for e in entries for each in (e.web, e.learners)]
    assert all(right <= near <= seen for right, near, seen in counts)


def test_a_safe_correction_was_right_nine_times_in_ten() -> None:
    for each in rulebook().entries.values():
        if each.fix == "safe":
            right, _, seen = (a + b for a, b in zip(each.web, each.learners, strict=True))
            assert seen >= 8, each.rule
            assert right / (seen + each.clean) >= 0.9, each.rule


def test_a_rare_rule_is_worth_what_its_category_is() -> None:
    text = "one two one two"

    assert judged(text, finding("NEW", 0, "kind:Off")) == []
    assert judged(text, finding("NEW", 0, "kind:Other")) == [("some/NEW", LOW)]
    assert judged(text, finding("SURE", 0, "kind:Off")) == [("some/SURE", HIGH)]


def test_a_rule_that_is_off_runs_when_it_is_asked_for_by_its_id() -> None:
    found = finding("NEVER", 0)

    assert judged("one two", found) == []
    assert judged("one two", found, asked="some/NEVER") == [("some/NEVER", LOW)]
    assert judged("one two", found, asked="some/OTHER") == []


def test_rules_that_are_off_everywhere_are_not_looked_for() -> None:
    table = book(entry("OFF", None, None), entry("LAX", None, LOW), entry("kind:X", None, None))

    assert Judge(Setup(), table).off("some") == ("OFF",)
    assert Judge(Setup(), table).off("another") == ()
    assert Judge(Setup(asked=frozenset(["some/OFF"])), table).off("some") == ()


@pytest.mark.parametrize(("sure", "shown"), [(7, False), (8, True)])
def test_doubtful_findings_are_shown_in_a_text_full_of_sure_ones(
    sure: int,
    shown: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    text = "one " * 500
    found = [finding("SURE", 8 * n) for n in range(sure)]

    lax = [rule for rule, _ in judged(text, *found, finding("LAX", 400)) if rule == "some/LAX"]

    assert bool(lax) is shown
    assert judged(text * 10, *found, finding("LAX", 400))[-1][0] == "some/SURE"


def test_the_first_correction_alone_is_safe() -> None:
    table = book(entry("SURE", HIGH, HIGH, safe=True), entry("other:", LOW, LOW))
    found = Finding("SURE", Span(0, 3), "", (), ("four", "five"))

    (issue,) = issues("some", Document.plain("one", lang="en"), [found], Judge(Setup(), table))

    assert [fix.safety for fix in issue.fixes] == [Safety.SAFE, Safety.REVIEW]


def test_a_rule_that_knows_the_place_alone_hints_at_corrections_and_offers_none() -> None:
    table = book(Entry("some", "other:", *KIND, LOW, LOW, "none"))
    found = Finding("X", Span(0, 3), "Look here.", (), ("four", "five"))

    (issue,) = issues("some", Document.plain("one", lang="en"), [found], Judge(Setup(), table))

    assert (issue.message, issue.fixes) == ("Look here. Perhaps “four” or “five”?", ())


def test_what_is_measured_on_english_holds_for_english() -> None:
    text = "Das Hafenamt ist fertik in Qingxo."
    table = book(entry("other:", None, None), entry("word:", None, None))
    unknown = [
        Finding("SPELLER", Span(at, at + 6), "", (), ("fertig",), unknown=True)
        for at in (text.index("fertik"), text.index("Qingxo"))
    ]
    judge = Judge(Setup(), table)

    german = issues("some", Document.plain(text, lang="de-DE"), unknown, judge)
    english = issues("some", Document.plain(text, lang="en-US"), unknown, judge)

    assert [(i.span.of(text), i.confidence) for i in german] == [("fertik", MEDIUM)]
    assert english == ()


def test_a_line_of_the_table_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match=r"line 2: 3 columns, not 11"):
        parse("# about\nharper\tX\tgrammar\n")
