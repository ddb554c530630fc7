"""Table of phrase patterns: every row finds its example and corrects it."""

import re
from pathlib import Path

import pytest

import editkit
from editkit import Linter
from editkit.core.setup import Setup
from editkit.core.taxonomy import Status
from editkit.languages.en.phrase_patterns import (
    PhrasePattern,
    is_used,
    parse_table,
    phrase_patterns,
    scan_phrases,
)

TABLE = Path(editkit.__file__).parent / "languages" / "en" / "data" / "phrase-patterns.txt"


def corrected(rule: str, text: str) -> str:
    for match in reversed(scan_phrases(text).get(rule, ())):
        text = text[: match.span.start] + match.replacement + text[match.span.end :]
    return text


def finds_its_example(rule: str, row: PhrasePattern) -> bool:
    """Return whether a row matches its example once, and no row matches the corrected example."""
    once = len(scan_phrases(row.example).get(rule, ())) == 1
    return once and scan_phrases(corrected(rule, row.example)).get(rule, ()) == ()


def test_each_row_finds_its_example() -> None:
    bad = [
        f"{rule}: {row.example}"
        for rule, rows in phrase_patterns().items()
        for row in rows
        if not finds_its_example(rule, row)
    ]

    assert not bad


def test_every_line_of_the_table_is_read() -> None:
    lines = re.findall(r"^[^#\[\n].*$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    pairs = sum(line.count(" => ") for line in lines)

    assert pairs == sum(len(rows) for rows in phrase_patterns().values()) > 300


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("misjoined-word", "ALOT of it. Infact, it was.", "A LOT of it. In fact, it was."),
        ("misjoined-word", "An alot-like beast, or x.alot", "An alot-like beast, or x.alot"),
        ("missing-apostrophe", "They dont use a mens room.", "They don't use a men's room."),
        ("confused-words", "It’s to late to late nights.", "It’s too late to late nights."),
        ("malformed-verb", "They didn’t went.", "They didn’t go."),
        ("mismatched-number", "Each countries has many city.", "Each country has many city."),
        ("incomplete-phrase", "It played active role.", "It played an active role."),
        ("misused-preposition", "It’s in Sunday, in Sunday’s.", "It’s on Sunday, in Sunday’s."),
    ],
)
def test_a_correction_keeps_the_letter_case(rule: str, text: str, right: str) -> None:
    assert corrected(rule, text) == right


def test_an_excluded_word_before_a_pattern_prevents_a_match() -> None:
    assert scan_phrases("The value of them and they is high.").get("mismatched-number", ())
    assert not scan_phrases("What he has and who they is high.").get("mismatched-number", ())
    assert not scan_phrases("The lack of it, the lacks of it.").get("misused-preposition", ())


def test_a_curly_apostrophe_is_correct() -> None:
    assert scan_phrases("I’ll go, and I'll see.").get("uncapitalized-word", ()) == ()
    assert corrected("uncapitalized-word", "Then i’ll go.") == "Then I'll go."


def test_short_words_in_capitals_may_be_acronyms() -> None:
    assert (
        corrected("missing-apostrophe", "The IVE group, ive seen.") == "The IVE group, I've seen."
    )
    assert corrected("misspelled-word", "The TEH, teh car.") == "The TEH, the car."


@pytest.mark.parametrize(
    ("heading", "setup", "is_found"),
    [
        ("", Setup(), True),
        (" translation", Setup(), True),
        (" learner", Setup(), False),
        (" learner", Setup(explicit_rules=frozenset({"a-rule"})), True),
        (" preview", Setup(), False),
        (" preview", Setup(preview=True), True),
        (" learner preview", Setup(preview=True), False),
    ],
)
def test_the_heading_of_a_row_decides_when_it_is_used(
    heading: str, setup: Setup, *, is_found: bool
) -> None:
    table = f"# rows\n\n[a-rule]\nawoman => a woman\n\n[a-rule{heading}]\nalot => a lot\n"

    rows = parse_table(table)["a-rule"]

    assert [is_used(setup, "a-rule", row) for row in rows] == [True, is_found]
    assert (rows[1].status is Status.PREVIEW) is ("preview" in heading)


def test_phrases_of_learners_are_found_only_if_their_rule_is_selected() -> None:
    text = "He could goes there, and they were afraid from it."

    with Linter() as default, Linter(select=["malformed-verb"]) as selected:
        assert default.lint(text).issues == ()
        [placed] = selected.lint(text).issues

    assert placed.issue.span.of(text) == "could goes"
