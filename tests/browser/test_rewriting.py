"""Rewriting edits and notes in place."""

import json
from collections.abc import Callable

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


LEAVING = {
    "click on another edit": lambda review: review.edit("repeated-word").click(),
    "next": lambda review: review.button("Next").click(),
    "another view": lambda review: review.button("Final text").click(),
    "accept": lambda review: review.button("Accept").click(),
    "accept all": lambda review: review.button("Accept all safe", exact=False).click(),
    "another filter": lambda review: review.page.locator("#filters button").last.click(),
    "download": lambda review: review.download("Download decisions"),
}
"""Ways to leave the field other than its own buttons and keys."""


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_typed_text_is_kept_however_the_field_is_left(
    review: Review, leave: Callable[[Review], object]
) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt,")
    leave(review)

    assert review.states()["space-before-punctuation"] == "rewritten"
    assert b"tram halt, they" in review.download("Download corrected text")


def test_a_field_that_was_not_changed_decides_nothing(review: Review) -> None:
    review.press("e")
    review.button("Next").click()

    assert set(review.states().values()) == {"pending"}


def test_accept_goes_on_to_the_next_edit_with_the_typed_text(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt,")
    review.button("Accept").click()

    assert review.current == "repeated-word"


def test_undo_takes_back_a_text_that_was_kept_on_leaving(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt,")
    review.button("Next").click()
    review.press("u")
    undone = review.states()["space-before-punctuation"]
    review.press("U")

    assert undone == "pending"
    assert review.states()["space-before-punctuation"] == "rewritten"


def test_typed_text_outlives_a_reload(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt,")
    review.page.reload()
    field = review.page.get_by_role("textbox", name="Rewrite as")
    assert field.input_value() == "halt,"
    assert "restored" in review.page.locator("#status").inner_text()
    review.press("Enter")
    review.page.reload()

    assert review.states()["space-before-punctuation"] == "rewritten"
    assert not field.is_visible()


def test_the_typed_text_of_a_sentence_outlives_a_reload(review: Review) -> None:
    review.press("s", "e")
    review.page.keyboard.insert_text("A new sentence.")
    review.page.reload()

    assert review.page.get_by_role("textbox", name="Rewrite as").input_value() == "A new sentence."


def test_an_escaped_text_is_a_draft_for_the_next_rewrite(review: Review) -> None:
    review.press("e")
    review.page.keyboard.insert_text("halt,")
    review.press("Escape")
    assert review.states()["space-before-punctuation"] == "pending"
    assert "Not saved" in review.page.locator("#status").inner_text()
    review.press("e")

    assert review.page.get_by_role("textbox", name="Rewrite as").input_value() == "halt,"


def test_the_buttons_of_a_rewrite_of_several_places_follow_the_focus(open_page: OpenPage) -> None:
    raw = 'He said “the quick brown fox jumps over the lazy dog today" and left.\n'
    straight = SourceFix(
        "Use straight quotes",
        Safety.SAFE,
        (splice(raw, "“", '"'), splice(raw, 'today"', "today”")),
    )
    review = open_page(file_result(raw, placed_issue(raw, IssueSpec("“"), [straight])))
    review.press("e")
    fields = review.page.get_by_role("textbox", name="Rewrite, place")
    buttons = "field => field.nextElementSibling.id"
    assert fields.nth(0).evaluate(buttons) == "rewrite"

    fields.nth(1).focus()

    assert fields.nth(1).evaluate(buttons) == "rewrite"
