"""Rewriting edits and notes in place."""

import json

import pytest

from editkit.core.fix import Safety
from editkit.core.result import SourceFix
from tests.browser.page import RAW, OpenPage, Review
from tests.file_results import IssueSpec, file_result, placed_issue, splice

pytestmark = pytest.mark.browser


def test_enter_saves_a_rewrite(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt,")
    review.press("Enter")

    assert review.states()["space-before-punctuation"] == "rewritten"
    assert review.download("Download corrected text").decode() == RAW.replace("stop ,", "halt,")


def test_escape_cancels_a_rewrite(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt")
    review.press("Escape")
    assert review.states()["space-before-punctuation"] == "pending"
    review.press("j")

    assert review.current == "repeated-word"


def test_escape_on_a_button_cancels_a_rewrite(review: Review) -> None:
    review.press("e", "Tab", "Escape")

    assert not review.page.get_by_role("textbox").is_visible()


def test_letters_in_a_rewrite_are_not_shortcuts(review: Review) -> None:
    review.press("e", *"jar?u", "Enter")

    assert set(review.states().values()) == {"rewritten", "pending"}
    assert review.download("Download corrected text").decode().startswith("The tram jar?u")


def test_a_note_can_be_rewritten_or_dismissed(review: Review) -> None:
    review.press("n", "e")
    review.page.keyboard.insert_text("it is said")
    review.press("Enter")
    rewritten = json.loads(review.download("Download decisions"))["files"][0]["decisions"]
    review.press("r")
    dismissed = json.loads(review.download("Download decisions"))["files"][0]["decisions"]

    assert [(d["rule"], d["state"]) for d in rewritten] == [("hearsay", "rewritten")]
    assert [edit["replacement"] for edit in rewritten[0]["edits"]] == ["it is said"]
    assert [(d["state"], d["edits"]) for d in dismissed] == [("rejected", [])]


def test_a_fix_with_two_pieces_is_made_and_rewritten_as_one(open_page: OpenPage) -> None:
    raw = 'He said “the quick brown fox jumps over the lazy dog" and left.'
    quotes = SourceFix(
        "Use straight quotes", Safety.SAFE, (splice(raw, "“", '"'), splice(raw, 'dog"', "dog!"))
    )
    review = open_page(
        file_result(raw, placed_issue(raw, IssueSpec("“"), [quotes]), IssueSpec("brown", ("red",)))
    )
    review.press("a", "a")

    text = review.download("Download corrected text").decode()
    assert text == 'He said "the quick red fox jumps over the lazy dog! and left.'
