"""First and last screen: what to do, a clean article, and the next step when all is decided."""

import pytest

from tests.browser.page import ISSUES, RAW, OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

TWICE = IssueSpec("the the", ("the",), "repeated-word")
NOTE = IssueSpec("they say", rule="hearsay")


def finish(review: Review) -> str:
    return review.page.locator("#finish").inner_text()


def test_three_lines_say_what_to_do_until_they_are_dismissed(review: Review) -> None:
    begin = review.page.locator("#begin")
    assert begin.locator("li").count() == 3
    review.button("Got it").click()
    assert not begin.is_visible()
    review.press("a")
    assert review.states()["space-before-punctuation"] == "accepted"
    review.press("u")
    review.page.reload()
    assert not begin.is_visible()


def test_they_are_not_shown_in_a_review_that_has_begun(review: Review) -> None:
    review.press("a")
    review.page.reload()

    assert not review.page.locator("#begin").is_visible()


def test_a_clean_article_says_so_and_can_be_rewritten(open_page: OpenPage) -> None:
    review = open_page(file_result(RAW))
    assert review.page.get_by_role("heading", name="No issues found").is_visible()
    assert not review.page.locator("#issue").is_visible()
    assert not review.button("Accept all safe").is_visible()
    assert not review.page.locator("#finish").is_visible()

    review.page.locator(".s").last.dblclick()
    review.page.get_by_role("textbox", name="Rewrite as").fill("It opens in 2027.")
    review.press("Enter")
    text = review.download("Download corrected text").decode()
    assert text.endswith("\nIt opens in 2027.\n")


def test_the_end_shows_counts_and_the_unread_note_first(open_page: OpenPage) -> None:
    review = open_page(file_result(RAW, TWICE, NOTE))
    assert not review.page.locator("#finish").is_visible()
    review.press("a")
    assert finish(review).split("\n") == [
        "1 edit decided",
        "1 accepted, 0 rejected, 0 rewritten.",
        "1 note left.",
        "Go to the next note",
    ]

    review.button("Go to the next note").click()
    assert review.page.locator("[aria-current='true']").get_attribute("data-note")
    review.press("r")
    assert "note left" not in finish(review)
    assert review.download("Save the corrected text").decode() == RAW.replace("the the", "the")


def test_a_new_fault_comes_before_everything_else(open_page: OpenPage) -> None:
    review = open_page(file_result("Near the port.\n", IssueSpec("the", ("the the",), "twice")))
    review.press("a")

    assert "1 decision with a new issue." in finish(review)
    review.button("Show the new issue").click()
    assert review.current == "twice"
    review.press("u")
    assert not review.page.locator("#finish").is_visible()


def test_without_a_change_the_decisions_are_saved(review: Review) -> None:
    review.press(*"r" * 7)
    assert f"0 accepted, {len(ISSUES) - 1} rejected" in finish(review)
    review.page.locator("#finish").get_by_role("button", name="Go to").click()
    review.press("r")

    assert review.download("Save the decisions").startswith(b"{")
