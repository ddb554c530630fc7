"""The table of frames: every row finds its example, and what it writes is right."""

import re
from pathlib import Path

import pytest

import editkit
from editkit.languages.en.phrase_patterns import Frame, frames, slips

ROWS = [
    pytest.param(rule, frame, id=f"{rule}-{number}-{frame.firsts[0]}")
    for rule, rows in frames().items()
    for number, frame in enumerate(rows)
]
TABLE = Path(editkit.__file__).parent / "languages" / "en" / "data" / "phrase-patterns.txt"


def mended(rule: str, text: str) -> str:
    for slip in reversed(slips(rule, text)):
        text = text[: slip.span.start] + slip.right + text[slip.span.end :]
    return text


@pytest.mark.parametrize(("rule", "frame"), ROWS)
def test_row_finds_its_example_once_and_no_more_when_it_is_mended(rule: str, frame: Frame) -> None:
    assert len(slips(rule, frame.example)) == 1
    assert slips(rule, mended(rule, frame.example)) == ()


def test_every_line_of_the_table_is_read() -> None:
    lines = re.findall(r"^[^#\[\n].*$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    pairs = sum(line.count(" => ") for line in lines)

    assert pairs == sum(len(rows) for rows in frames().values()) == len(ROWS) > 300


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
def test_a_slip_is_mended_in_its_own_letters(rule: str, text: str, right: str) -> None:
    assert mended(rule, text) == right


def test_what_must_not_stand_before_a_frame_keeps_it_silent() -> None:
    assert slips("mismatched-number", "The value of them and they is high.")
    assert not slips("mismatched-number", "What he has and who they is high.")
    assert not slips("misused-preposition", "The lack of it, the lacks of it.")


def test_a_curly_apostrophe_is_no_slip() -> None:
    assert slips("uncapitalised-word", "I’ll go, and I'll see.") == ()
    assert mended("uncapitalised-word", "Then i’ll go.") == "Then I'll go."
