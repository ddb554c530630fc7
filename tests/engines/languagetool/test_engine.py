"""Issues of the LanguageTool engine from recorded responses."""

from typing import Any

import pytest

from editkit.core.document import Block, BlockKind, Document
from editkit.core.engine import EngineError
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Family, Severity
from editkit.engines.findings import FindingPolicy
from editkit.engines.languagetool.engine import LanguageTool
from editkit.text.segmenter import segment
from tests.engines.languagetool.recorded_responses import (
    TABLE,
    EnglishTags,
    RecordedConnection,
    match,
)


def run(text: str, *matches: dict[str, Any], terms: tuple[Term, ...] = ()) -> tuple[Issue, ...]:
    glossary = Glossary(tuple(Concept(term.text, (term,)) for term in terms))
    setup = Setup(glossary)
    connection = RecordedConnection({text: list(matches)})
    engine = LanguageTool(connection, EnglishTags(), setup, FindingPolicy(setup, TABLE))
    (issues,) = engine.run([Document.plain(text, lang="en-US")])
    engine.close()
    assert not isinstance(issues, EngineError)
    return issues


def test_an_issue_has_the_content_of_its_match() -> None:
    text = "a companny here"

    (issue,) = run(text, match(2, 8, "MORFOLOGIK_RULE_EN_US", "company", "companion"))

    assert issue.rule == "languagetool/MORFOLOGIK_RULE_EN_US"
    assert (issue.engine, issue.family) == ("languagetool", Family.SPELLING)
    assert issue.message == "“companny” may be misspelled."
    assert [fix.edits[0].text for fix in issue.fixes] == ["company", "companion"]
    assert {fix.edits[0].span.of(text) for fix in issue.fixes} == {"companny"}
    assert {fix.safety for fix in issue.fixes} == {Safety.REVIEW}


def test_both_positions_are_converted() -> None:
    text = "😀 a \U0001d400\U0001d401\U0001d402 is nott 😀 gud"

    first, second = run(text, match(5, 6, "SOMETHING_NEW"), match(23, 3))

    assert [first.span.of(text), second.span.of(text)] == ["\U0001d400\U0001d401\U0001d402", "gud"]


def test_a_lone_surrogate_does_not_shift_positions() -> None:
    text = "bad \ud83d char wronf"
    connection = RecordedConnection({text.replace("\ud83d", "\ufffd"): [match(11, 5)]})
    engine = LanguageTool(connection, EnglishTags(), Setup(), FindingPolicy(Setup(), TABLE))

    (issues,) = engine.run([Document.plain(text, lang="en-US")])
    engine.close()

    assert isinstance(issues, tuple)
    assert [issue.span.of(text) for issue in issues] == ["wronf"]


@pytest.mark.parametrize("word", ["Foton", "BAIC", "iBlue", "αs", "V2x"])
def test_names_and_codes_are_not_misspellings(word: str) -> None:
    assert run(f"the {word} here", match(4, len(word))) == ()


@pytest.mark.parametrize(
    ("text", "at"), [("with Chi-kwong", "kwong"), ("by al-Harbi", "al"), ("at an-Nur", "an")]
)
def test_hyphenated_words_are_part_of_a_name(text: str, at: str) -> None:
    assert run(text, match(text.index(at), len(at))) == ()
    assert len(run(text.lower(), match(text.index(at), len(at)))) == 1


def test_a_name_similar_to_a_famous_one_is_not_a_misspelling() -> None:
    text = "said Wang Jinjin today"

    assert run(text, match(5, 11, "EN_MULTITOKEN_SPELLING_TWO", "Wang Jianlin")) == ()


@pytest.mark.parametrize(
    ("text", "correction", "flagged"),
    [
        ("It is. Teh port grew.", "The", True),
        ("It is.\n“Teh port grew.”", "The", True),
        ("Of late, Teh port grew.", "The", False),
        ("Teh Zhou grew. So it is.", "The", False),
        ("Teh port grew. So did Teh.", "The", False),
        ("Teh port grew.", "Theodor", False),
        ("Teh port grew.", "", False),
        ("TEH port grew.", "The", False),
    ],
)
def test_a_misspelling_at_the_start_of_a_sentence_is_not_a_name(
    text: str, correction: str, *, flagged: bool
) -> None:
    found = match(
        text.upper().index("TEH"), 3, "MORFOLOGIK_RULE_EN_US", *filter(None, [correction])
    )
    engine = LanguageTool(
        RecordedConnection({text: [found]}), EnglishTags(), Setup(), FindingPolicy(Setup(), TABLE)
    )

    (issues,) = engine.run([segment(Document.plain(text, lang="en-US"))])
    engine.close()

    assert isinstance(issues, tuple)
    assert [issue.span.of(text) for issue in issues] == ["Teh"] * flagged


def test_a_full_width_mark_does_not_make_its_word_a_misspelling() -> None:
    text = "two bells， and batterys， too"

    (issue,) = run(
        text,
        match(4, 6, "MORFOLOGIK_RULE_EN_US", "bells"),
        match(15, 9, "MORFOLOGIK_RULE_EN_US", "batteries"),
    )

    assert issue.span.of(text) == "batterys，"


@pytest.mark.parametrize("kind", BlockKind)
@pytest.mark.parametrize(
    ("rule", "everywhere"),
    [
        ("UPPERCASE_SENTENCE_START", False),
        ("missing-article", False),
        ("doubled-determiner", True),
    ],
)
def test_a_heading_needs_no_capital_and_no_article(
    kind: BlockKind, rule: str, *, everywhere: bool
) -> None:
    text = "start here"
    chunk = Chunk(Span(0, 10), RawSpan(0, 10))
    document = Document(
        "a.md", "en-US", text, text, SourceMap((chunk,)), (Block(kind, Span(0, 10)),)
    )
    connection = RecordedConnection({text: [match(0, 5, rule, "Start")]})
    engine = LanguageTool(connection, EnglishTags(), Setup(), FindingPolicy(Setup(), TABLE))

    (issues,) = engine.run([document])
    engine.close()

    assert isinstance(issues, tuple)
    assert len(issues) == (everywhere or kind is BlockKind.PARAGRAPH)


def test_a_name_with_its_own_rule_is_reported() -> None:
    (issue,) = run("on Wechat", match(3, 6, "WECHAT", "WeChat"))

    assert issue.rule == "languagetool/WECHAT"


@pytest.mark.parametrize(
    ("text", "at", "dropped"),
    [
        ("two minivanns here", "minivanns", True),
        ("Minivann here", "Minivann", True),
        ("a minivannish one", "minivannish", False),
        ("grippet and vannet", "vannet", True),
        ("a badd word", "badd", False),
    ],
)
def test_words_of_usable_terms_are_known(text: str, at: str, *, dropped: bool) -> None:
    terms = (
        Term("minivann"),
        Term("vannet grippet"),
        Term("badd", status=TermStatus.DEPRECATED),
    )

    issues = run(text, match(text.index(at), len(at)), terms=terms)

    assert (issues == ()) is dropped


def test_findings_that_touch_hidden_text_are_dropped() -> None:
    text = "run \ufffc noww and agayn"

    issues = run(text, match(4, 6, "SOMETHING_NEW"), match(5, 5, "SOMETHING_NEW"), match(15, 5))

    assert [issue.span.of(text) for issue in issues] == ["agayn"]


def test_findings_that_cross_blocks_are_dropped() -> None:
    text = "the end ,\n\nthe start"
    chunk = Chunk(Span(0, len(text)), RawSpan(0, len(text)))
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 9)), Block(BlockKind.PARAGRAPH, Span(11, 20)))
    document = Document("a.md", "en-US", text, text, SourceMap((chunk,)), blocks)
    found = [match(7, 3, "SOMETHING_NEW", ", "), match(7, 2, "SOMETHING_NEW", ",")]
    engine = LanguageTool(
        RecordedConnection({text: found}), EnglishTags(), Setup(), FindingPolicy(Setup(), TABLE)
    )

    (issues,) = engine.run([document])
    engine.close()

    assert isinstance(issues, tuple)
    assert [issue.span for issue in issues] == [Span(7, 9)]


def test_the_suggestion_of_md_baseform_is_not_first() -> None:
    (issue,) = run("it would stationed", match(9, 9, "MD_BASEFORM", "station"))

    assert [fix.edits[0].text for fix in issue.fixes] == ["be stationed", "station"]


@pytest.mark.parametrize(
    "text", ["it can delivers it", "it would moved the", "it would stationed it"]
)
def test_a_verb_with_an_object_needs_no_be(text: str) -> None:
    word = text.split()[2]
    (issue,) = run(text, match(text.index(word), len(word), "MD_BASEFORM", "do"))

    assert [fix.edits[0].text for fix in issue.fixes] == ["do"]


@pytest.mark.parametrize(
    ("rule", "family", "severity"),
    [
        ("MD_BASEFORM", Family.GRAMMAR, Severity.MAJOR),
        ("WORDY", Family.STYLE, Severity.INFO),
        ("MORFOLOGIK_RULE_EN_US", Family.SPELLING, Severity.MINOR),
        ("SOMETHING_NEW", Family.GRAMMAR, Severity.MAJOR),
    ],
)
def test_a_rule_has_the_family_and_severity_of_the_table(
    rule: str, family: Family, severity: Severity
) -> None:
    (issue,) = run("some words", match(0, 4, rule))

    assert (issue.family, issue.severity) == (family, severity)


def test_at_most_five_fixes_are_offered() -> None:
    (issue,) = run("wronf", match(0, 5, "MORFOLOGIK_RULE_EN_US", *"abcdefgh", "a", "wronf"))

    assert [fix.edits[0].text for fix in issue.fixes] == list("abcde")
