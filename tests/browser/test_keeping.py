"""Decisions are kept in the browser."""

import pytest

from editkit.report.review import render
from tests.browser.page import RAW, Review
from tests.reviewing import Found, result

pytestmark = pytest.mark.browser


def test_decisions_outlive_a_reload(review: Review) -> None:
    review.press("a", "r", "e")
    review.page.keyboard.insert_text("lines are running")
    review.press("Enter")
    before, text = review.states(), review.download("Download corrected text")
    review.page.reload()

    assert review.states() == before
    assert review.current == "term-spacing"
    assert review.download("Download corrected text") == text


def test_a_kept_decision_about_another_proposal_is_not_taken_over(review: Review) -> None:
    review.press("a")
    other = Found("stop ,", ("stop.",), "space-before-punctuation")
    review.path.write_text(render([result(RAW, other)]), encoding="utf-8", newline="")
    review.page.reload()

    assert review.states() == {"space-before-punctuation": "pending"}
