from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Origin
from editkit.core.result import Place, PlacedIssue, SourceFix
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Confidence, Family
from editkit.linting.resolve import merged, ordered, precedence

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


def test_what_says_the_same_of_the_same_words_is_one_issue_that_names_both() -> None:
    ours = issue("the the", "repeated-word", "the", safety=Safety.SAFE)
    theirs = issue("the the", "harper/RepeatedWords", "the", engine="harper")

    [one] = merged(TEXT, [theirs, ours])

    assert one == replace(ours, also=(Origin("harper/RepeatedWords", "harper"),))


def test_two_engines_that_agree_are_a_step_surer() -> None:
    low, medium, high = Confidence
    ours = issue("stationed", "ours", "posted", confidence=low)
    same = issue("stationed", "harper/S", "posted", engine="harper", confidence=low)
    surer = replace(same, confidence=medium)
    other = issue("stationed", "harper/S", "seated", engine="harper", confidence=low)
    again = issue("stationed", "also-ours", "posted", confidence=low)

    assert [one.confidence for one in merged(TEXT, [ours, same])] == [medium]
    assert [one.confidence for one in merged(TEXT, [ours, surer])] == [high]
    assert [one.confidence for one in merged(TEXT, [ours, other])] == [low]
    assert [one.confidence for one in merged(TEXT, [ours, again])] == [low]


def test_fixes_of_nearly_the_same_words_agree_when_the_text_after_them_does() -> None:
    wide = issue("would stationed", "wide", "would be stationed")
    start = TEXT.index("stationed")
    insert = Fix("Put in “be”", (Edit(Span(start, start), "be "),))
    narrow = replace(issue("stationed", "narrow", engine="harper"), fixes=(insert,))

    [one] = merged(TEXT, [narrow, wide])

    assert (one.rule, one.also) == ("wide", (Origin("narrow", "harper"),))
    assert one.fixes == wide.fixes


def test_fixes_that_keep_the_length_agree_where_one_is_wider() -> None:
    wide = issue("long time", "wide", "lone time")
    narrow = issue("long", "narrow", "lone", engine="harper")
    elsewhere = issue("very", "elsewhere", "vary", engine="harper")

    assert [one.rule for one in merged(TEXT, [narrow, wide, elsewhere])] == ["elsewhere", "wide"]


def test_engines_that_differ_about_the_same_words_offer_a_choice() -> None:
    a = issue("stationed", "languagetool/A", "station", engine="languagetool")
    b = issue("stationed", "harper/B", "be stationed", engine="harper")

    [one] = merged(TEXT, [a, b])

    assert one.rule == "harper/B"
    assert [fix.edits[0].text for fix in one.fixes] == ["be stationed", "station"]


def test_different_statements_stay_apart() -> None:
    term = issue("Harbour lines", "miscased-term", "Harbour Lines", family=Family.TERM)
    grammar = issue("the Harbour lines", "languagetool/THE", "Harbour lines", engine="lt")
    two_faults = [issue("the the", "a", "the"), issue("the the", "b", "these")]

    assert merged(TEXT, [grammar, term]) == [grammar, term]
    assert merged(TEXT, two_faults) == two_faults


def test_what_the_glossary_replaces_is_not_misspelt_besides() -> None:
    term = issue(
        "Harbour lines", "miscased-term", "Harbour Lines", family=Family.TERM, safety=Safety.SAFE
    )
    word = issue("lines", "lt/A", "linens", family=Family.SPELLING, engine="lt")
    whole = issue("Harbour lines", "lt/B", "Harbour line", family=Family.SPELLING, engine="lt")
    without = issue("lines", "lt/C", family=Family.STYLE, engine="lt")

    [one] = merged(TEXT, [word, whole, without, term])

    assert (one.rule, one.fixes) == ("miscased-term", term.fixes)
    assert {origin.rule for origin in one.also} == {"lt/A", "lt/B", "lt/C"}
    kept = issue("Harbour", "lt/D", "Harbor", family=Family.SPELLING, engine="lt")
    beside = issue("lines plant", "lt/E", "lines' plant", engine="lt")
    assert len(merged(TEXT, [term, kept, beside])) == 3


def test_a_doubtful_correction_has_the_others_behind_it() -> None:
    term = issue("Harbour", "misspelt-term", "Harper", family=Family.TERM)
    spelling = issue("Harbour", "lt/A", "Harbor", family=Family.SPELLING, engine="lt")

    [one] = merged(TEXT, [term, spelling])

    assert [fix.edits[0].text for fix in one.fixes] == ["Harper", "Harbor"]


def test_an_engine_does_not_spell_anew_what_our_own_check_replaces() -> None:
    def about(words: str, family: Family, engine: str) -> Issue:
        return issue(words, "a-rule", "at t", family=family, engine=engine)

    ours = about("at the", Family.TYPOGRAPHY, "editkit")
    assert (
        len(merged(TEXT, [ours, issue("the", "lt/A", family=Family.SPELLING, engine="lt")])) == 1
    )
    assert len(merged(TEXT, [ours, issue("the", "lt/A", family=Family.STYLE, engine="lt")])) == 2
    assert len(merged(TEXT, [ours, issue("the", "b-rule", family=Family.SPELLING)])) == 2


def test_an_engine_that_only_points_at_what_our_own_check_replaces_adds_nothing() -> None:
    ours = issue("at the", "a-rule", "in a", family=Family.CONSISTENCY)

    assert len(merged(TEXT, [ours, issue("at the", "lt/A", engine="lt")])) == 1
    assert len(merged(TEXT, [ours, issue("at the", "lt/A", "a the", engine="lt")])) == 2


def test_the_same_text_is_one_correction_wherever_its_words_were_marked() -> None:
    text = "The  very long name of a  plant that is built."
    wide, gap = Span(0, 31), Span(24, 26)
    long = Issue("a", wide, "a", Family.TERM, "", fixes=(Fix("", (Edit(gap, " "),)),))
    short = Issue("b", gap, "b", Family.TYPOGRAPHY, "", fixes=(Fix("", (Edit(gap, " "),)),))
    choice = (Fix("", (Edit(Span(23, 26), ""),)), Fix("", (Edit(Span(23, 31), "a plant"),)))
    second = Issue("c", Span(23, 31), "c", Family.STYLE, "", fixes=choice, engine="lt")

    [one] = merged(text, [long, short, second])

    assert {origin.rule for origin in one.also} == {"b", "c"}


def test_a_long_remark_does_not_swallow_a_short_one() -> None:
    long = issue(TEXT, "languagetool/LONG", family=Family.STYLE, engine="languagetool")
    short = issue("very long", "harper/Very", "long", family=Family.STYLE, engine="harper")

    assert merged(TEXT, [long, short]) == [long, short]
    at_its_start = issue("They", "harper/They", family=Family.STYLE, engine="harper")
    assert len(merged(TEXT, [long, at_its_start])) == 2


def test_an_issue_said_twice_is_said_once_and_names_nobody() -> None:
    one = issue("the the", "a", "the")

    assert merged(TEXT, [one, one]) == [one]


def test_the_glossary_wins_then_safety_then_confidence_then_we() -> None:
    def winner(*issues: Issue) -> str:
        [one] = merged(TEXT, issues)
        return one.rule

    safe = issue("the the", "safe", "the", safety=Safety.SAFE, engine="b")
    term = issue("the the", "term", "the", family=Family.TERM, engine="a")
    sure = issue("the the", "sure", "the", engine="c")
    unsure = issue("the the", "unsure", "the", confidence=Confidence.LOW)
    ours = issue("the the", "ours", "the")

    assert winner(safe, term, sure) == "term"
    assert winner(sure, safe, ours) == "safe"
    assert winner(unsure, sure) == "sure"
    assert winner(sure, ours) == "ours"


def test_precedence_of_fixes() -> None:
    def placed(one: Issue) -> PlacedIssue:
        at = RawSpan(one.span.start, one.span.end)
        fixes = tuple(SourceFix(fix.title, fix.safety, ()) for fix in one.fixes)
        return PlacedIssue(one, Place(at, 1, 1), fixes)

    order = [
        issue("long", "term", "x", family=Family.TERM),
        issue("long", "safe", "x", safety=Safety.SAFE),
        issue("They", "earlier", "x"),
        issue("long", "later", "x"),
        issue("They", "unsure", "x", confidence=Confidence.MEDIUM),
    ]

    again = sorted(map(placed, reversed(order)), key=precedence)
    assert [each.issue.rule for each in again] == [each.rule for each in order]


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
def test_merging_loses_no_rule_and_does_not_depend_on_the_order(issues: list[Issue]) -> None:
    made = merged(TEXT, issues)

    named = {(i.rule, i.engine) for i in made} | {(o.rule, o.engine) for i in made for o in i.also}
    assert named == {(i.rule, i.engine) for i in issues}
    assert made == merged(TEXT, issues[::-1])
    assert [i.span.start for i in made] == [i.span.start for i in ordered(made)]
