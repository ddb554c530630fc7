"""Storage of decisions in the browser."""

import pytest
from playwright.sync_api import expect

from editkit.reviewing.page import render
from tests.browser.page import RAW, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser


def test_decisions_survive_a_reload(review: Review) -> None:
    review.press("a", "r", "e")
    review.page.keyboard.insert_text("lines are running")
    review.press("Enter")
    before, text = review.states(), review.download("Download corrected text")
    review.page.reload()

    assert review.states() == before
    assert review.current == "term-spacing"
    assert review.download("Download corrected text") == text


def test_a_stored_decision_about_another_proposal_is_ignored(review: Review) -> None:
    review.press("a")
    other = IssueSpec("stop ,", ("stop.",), "space-before-punctuation")
    review.path.write_text(render([file_result(RAW, other)]), encoding="utf-8", newline="")
    review.page.reload()

    assert review.states() == {"space-before-punctuation": "pending"}


def test_a_decision_in_one_tab_appears_in_the_other(review: Review) -> None:
    other = Review(review.page.context.new_page(), review.path)
    other.page.goto(review.path.as_uri())
    review.press("a")
    expect(other.edit("space-before-punctuation")).to_have_attribute("data-state", "accepted")
    other.press("j", "j", "r")
    expect(review.edit("agreement")).to_have_attribute("data-state", "rejected")

    review.page.get_by_text("in 2027").click()
    review.press("e")
    review.page.get_by_role("textbox").fill("No tram stops.")
    review.press("Enter")
    expect(other.page.locator(".s .own")).to_contain_text("No tram stops.")
    text = review.download("Download corrected text")
    assert other.download("Download corrected text") == text
    review.press("u", "u")
    expect(other.edit("space-before-punctuation")).to_have_attribute("data-state", "pending")
    assert other.page.locator(".s .own").count() == 0


def test_an_open_field_is_not_repainted_by_another_tab(review: Review) -> None:
    other = Review(review.page.context.new_page(), review.path)
    other.page.goto(review.path.as_uri())
    other.press("s", "e")
    other.page.keyboard.insert_text("It stops.")
    other.press("Enter")
    expect(review.page.locator("#articles .own")).to_have_count(1)
    sentence = review.page.locator(".s").first
    sentence.click()
    review.press("e")
    review.page.keyboard.insert_text("A tram stops.")

    other.press("r")
    expect(other.page.locator("#articles .own")).to_have_count(0)
    expect(sentence).to_have_attribute("data-state", "pending")

    assert sentence.inner_text().split("\n")[0].startswith("Save")
    review.press("Enter")
    assert "A tram stops." in sentence.inner_text()
