from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Origin
from editkit.core.result import Location, PlacedIssue, SourceFix
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Confidence, Family
from editkit.linting.resolve import merge_duplicates, precedence, sort_issues

TEXT = "They would stationed at the the Harbour lines plant for a very long time."


def issue(
    words: str,
    rule: str = "a-rule",
    to: str | None = None,
    *,
    family: Family = Family.GRAMMAR,
    engine: str = "editkit",
    safety: Safety = Safety.REVIEW,
    confidence: Confidence = Confidence.HIGH,
) -> Issue:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    fixes = () if to is None else (Fix(f"Write {to}", (Edit(span, to),), safety),)
    return Issue(rule, span, rule, family, "", fixes=fixes, engine=engine, confidence=confidence)


def test_duplicates_become_one_issue_that_names_both_rules() -> None:
    own = issue("the the", "repeated-word", "the", safety=Safety.SAFE)
    engine_issue = issue("the the", "harper/RepeatedWords", "the", engine="harper")

    [one] = merge_duplicates(TEXT, [engine_issue, own])

    assert one == replace(own, also=(Origin("harper/RepeatedWords", "harper"),))


def test_agreement_of_two_engines_raises_the_confidence() -> None:
    low, medium, high = Confidence
    own = issue("stationed", "own", "posted", confidence=low)
    same = issue("stationed", "harper/S", "posted", engine="harper", confidence=low)
    medium_issue = replace(same, confidence=medium)
    other = issue("stationed", "harper/S", "seated", engine="harper", confidence=low)
    same_engine = issue("stationed", "also-own", "posted", confidence=low)

    assert [one.confidence for one in merge_duplicates(TEXT, [own, same])] == [medium]
    assert [one.confidence for one in merge_duplicates(TEXT, [own, medium_issue])] == [high]
    assert [one.confidence for one in merge_duplicates(TEXT, [own, other])] == [low]
    assert [one.confidence for one in merge_duplicates(TEXT, [own, same_engine])] == [low]


def test_fixes_agree_if_the_fixed_texts_are_equal() -> None:
    wide = issue("would stationed", "wide", "would be stationed")
    start = TEXT.index("stationed")
    insert = Fix("Put in “be”", (Edit(Span(start, start), "be "),))
    narrow = replace(issue("stationed", "narrow", engine="harper"), fixes=(insert,))

    [one] = merge_duplicates(TEXT, [narrow, wide])

    assert (one.rule, one.also) == ("wide", (Origin("narrow", "harper"),))
    assert one.fixes == wide.fixes


def test_fixes_of_equal_length_agree_even_if_one_is_wider() -> None:
    wide = issue("long time", "wide", "lone time")
    narrow = issue("long", "narrow", "lone", engine="harper")
    elsewhere = issue("very", "elsewhere", "vary", engine="harper")

    assert [one.rule for one in merge_duplicates(TEXT, [narrow, wide, elsewhere])] == [
        "elsewhere",
        "wide",
    ]


def test_different_fixes_of_two_engines_are_alternatives() -> None:
    a = issue("stationed", "languagetool/A", "station", engine="languagetool")
    b = issue("stationed", "harper/B", "be stationed", engine="harper")

    [one] = merge_duplicates(TEXT, [a, b])

    assert one.rule == "harper/B"
    assert [fix.edits[0].text for fix in one.fixes] == ["be stationed", "station"]


def test_issues_about_different_errors_are_not_merged() -> None:
    term = issue("Harbour lines", "miscased-term", "Harbour Lines", family=Family.TERM)
    grammar = issue("the Harbour lines", "languagetool/THE", "Harbour lines", engine="lt")
    two_faults = [issue("the the", "a", "the"), issue("the the", "b", "these")]

    assert merge_duplicates(TEXT, [grammar, term]) == [grammar, term]
    assert merge_duplicates(TEXT, two_faults) == two_faults


def test_a_glossary_fix_absorbs_other_issues_inside_it() -> None:
    term = issue(
        "Harbour lines", "miscased-term", "Harbour Lines", family=Family.TERM, safety=Safety.SAFE
    )
    word = issue("lines", "lt/A", "linens", family=Family.SPELLING, engine="lt")
    whole = issue("Harbour lines", "lt/B", "Harbour line", family=Family.SPELLING, engine="lt")
    without = issue("lines", "lt/C", family=Family.STYLE, engine="lt")

    [one] = merge_duplicates(TEXT, [word, whole, without, term])

    assert (one.rule, one.fixes) == ("miscased-term", term.fixes)
    assert {origin.rule for origin in one.also} == {"lt/A", "lt/B", "lt/C"}
    kept = issue("Harbour", "lt/D", "Harbor", family=Family.SPELLING, engine="lt")
    overlapping = issue("lines plant", "lt/E", "lines' plant", engine="lt")
    assert len(merge_duplicates(TEXT, [term, kept, overlapping])) == 3


def test_an_unsafe_fix_is_followed_by_the_alternatives() -> None:
    term = issue("Harbour", "misspelled-term", "Harper", family=Family.TERM)
    spelling = issue("Harbour", "lt/A", "Harbor", family=Family.SPELLING, engine="lt")

    [one] = merge_duplicates(TEXT, [term, spelling])

    assert [fix.edits[0].text for fix in one.fixes] == ["Harper", "Harbor"]


def test_a_fix_absorbs_spelling_issues_of_engines_inside_it() -> None:
    def about(words: str, family: Family, engine: str) -> Issue:
        return issue(words, "a-rule", "at t", family=family, engine=engine)

    own = about("at the", Family.TYPOGRAPHY, "editkit")
    assert (
        len(
            merge_duplicates(
                TEXT, [own, issue("the", "lt/A", family=Family.SPELLING, engine="lt")]
            )
        )
        == 1
    )
    assert (
        len(merge_duplicates(TEXT, [own, issue("the", "lt/A", family=Family.STYLE, engine="lt")]))
        == 2
    )
    assert len(merge_duplicates(TEXT, [own, issue("the", "b-rule", family=Family.SPELLING)])) == 2


def test_a_fix_absorbs_engine_issues_without_a_fix() -> None:
    own = issue("at the", "a-rule", "in a", family=Family.CONSISTENCY)

    assert len(merge_duplicates(TEXT, [own, issue("at the", "lt/A", engine="lt")])) == 1
    assert len(merge_duplicates(TEXT, [own, issue("at the", "lt/A", "a the", engine="lt")])) == 2


def test_equal_fixes_are_merged_whatever_the_spans_of_their_issues() -> None:
    text = "The  very long name of a  plant that is built."
    wide, gap = Span(0, 31), Span(24, 26)
    long = Issue("a", wide, "a", Family.TERM, "", fixes=(Fix("", (Edit(gap, " "),)),))
    short = Issue("b", gap, "b", Family.TYPOGRAPHY, "", fixes=(Fix("", (Edit(gap, " "),)),))
    choice = (Fix("", (Edit(Span(23, 26), ""),)), Fix("", (Edit(Span(23, 31), "a plant"),)))
    second = Issue("c", Span(23, 31), "c", Family.STYLE, "", fixes=choice, engine="lt")

    [one] = merge_duplicates(text, [long, short, second])

    assert {origin.rule for origin in one.also} == {"b", "c"}


def test_a_long_issue_does_not_absorb_a_short_one() -> None:
    long = issue(TEXT, "languagetool/LONG", family=Family.STYLE, engine="languagetool")
    short = issue("very long", "harper/Very", "long", family=Family.STYLE, engine="harper")

    assert merge_duplicates(TEXT, [long, short]) == [long, short]
    at_its_start = issue("They", "harper/They", family=Family.STYLE, engine="harper")
    assert len(merge_duplicates(TEXT, [long, at_its_start])) == 2


def test_an_issue_reported_twice_is_merged_without_also() -> None:
    one = issue("the the", "a", "the")

    assert merge_duplicates(TEXT, [one, one]) == [one]


def test_merge_prefers_glossary_then_safety_then_confidence_then_editkit() -> None:
    def winner(*issues: Issue) -> str:
        [one] = merge_duplicates(TEXT, issues)
        return one.rule

    safe = issue("the the", "safe", "the", safety=Safety.SAFE, engine="b")
    term = issue("the the", "term", "the", family=Family.TERM, engine="a")
    high = issue("the the", "high", "the", engine="c")
    low = issue("the the", "low", "the", confidence=Confidence.LOW)
    own = issue("the the", "own", "the")

    assert winner(safe, term, high) == "term"
    assert winner(high, safe, own) == "safe"
    assert winner(low, high) == "high"
    assert winner(high, own) == "own"


def test_precedence_of_fixes() -> None:
    def placed(one: Issue) -> PlacedIssue:
        at = RawSpan(one.span.start, one.span.end)
        fixes = tuple(SourceFix(fix.title, fix.safety, ()) for fix in one.fixes)
        return PlacedIssue(one, Location(at, 1, 1, 1, 1), fixes)

    order = [
        issue("long", "term", "x", family=Family.TERM),
        issue("long", "safe", "x", safety=Safety.SAFE),
        issue("They", "earlier", "x"),
        issue("long", "later", "x"),
        issue("They", "low", "x", confidence=Confidence.MEDIUM),
    ]

    by_precedence = sorted(map(placed, reversed(order)), key=precedence)
    assert [each.issue.rule for each in by_precedence] == [each.rule for each in order]


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 8)).map(lambda p: Span(p[0], p[0] + p[1]))
ISSUES = st.builds(
    lambda span, rule, family, engine, to: Issue(
        rule,
        span,
        "m",
        family,
        "",
        engine=engine,
        fixes=() if to is None else (Fix("t", (Edit(span, to),)),),
    ),
    SPANS,
    st.sampled_from("abc"),
    st.sampled_from([Family.TERM, Family.GRAMMAR]),
    st.sampled_from(["editkit", "harper"]),
    st.sampled_from([None, "", "x"]),
)


@given(st.lists(ISSUES, max_size=12))
def test_merging_keeps_all_rules_and_does_not_depend_on_the_order(issues: list[Issue]) -> None:
    made = merge_duplicates(TEXT, issues)

    named = {(i.rule, i.engine) for i in made} | {(o.rule, o.engine) for i in made for o in i.also}
    assert named == {(i.rule, i.engine) for i in issues}
    assert made == merge_duplicates(TEXT, issues[::-1])
    assert [i.span.start for i in made] == [i.span.start for i in sort_issues(made)]
