"""Decisions in a browser: accept, reject, undo, overlapping edits."""

import pytest

from editkit.core.fix import Safety
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser


def test_the_first_edit_is_current_and_nothing_is_decided(review: Review) -> None:
    assert review.current == "space-before-punctuation"
    assert set(review.states().values()) == {"pending"}
    assert review.errors == []


def test_accept_and_reject_move_on_to_the_next_pending_edit(review: Review) -> None:
    review.press("j", "a")
    assert review.current == "agreement"
    review.press("k", "k", "r")

    assert review.current == "agreement"
    assert review.states()["repeated-word"] == "accepted"
    assert review.states()["space-before-punctuation"] == "rejected"


def test_deciding_continues_with_skipped_items_after_the_last(review: Review) -> None:
    review.press("j", "a", "a", "a", "a")

    assert review.current == "space-before-punctuation"


def test_previous_and_next_stop_at_the_ends(review: Review) -> None:
    review.press("k")
    assert review.current == "space-before-punctuation"
    review.press(*"jjjjjjjj")

    assert review.current == "verb"


def test_undo_reverts_one_decision_at_a_time(review: Review) -> None:
    review.press("a", "r", "u")
    assert review.current == "repeated-word"
    assert review.states()["repeated-word"] == "pending"
    assert review.states()["space-before-punctuation"] == "accepted"
    review.press("u", "u")

    assert set(review.states().values()) == {"pending"}


def test_another_proposal_can_be_chosen(review: Review) -> None:
    review.edit("agreement").click()
    review.page.get_by_role("radio", name="lines run").check()
    review.press("a")

    assert "A second lines run there" in review.download("Download corrected text").decode()


@pytest.fixture
def overlapping(open_page: OpenPage) -> Review:
    first, second = (
        IssueSpec("big tram", ("large tram",), "one"),
        IssueSpec("tram line", ("tramway",), "two"),
    )
    return open_page(
        file_result(
            "A big tram line it is.\n", first, second, IssueSpec("it is", ("is it",), "apart")
        )
    )


def test_the_excluded_edit_is_named_and_comes_back_with_undo(overlapping: Review) -> None:
    overlapping.press("a")
    assert overlapping.states() == {"one": "accepted", "two": "rejected", "apart": "pending"}
    assert overlapping.edit("two").get_attribute("data-excluded") is not None
    assert overlapping.current == "apart"
    overlapping.press("u")

    assert set(overlapping.states().values()) == {"pending"}


def test_the_later_of_two_overlapping_decisions_wins(overlapping: Review) -> None:
    overlapping.press("a")
    overlapping.edit("two").click()
    assert overlapping.current == "two"
    overlapping.press("a")

    assert overlapping.states() == {"one": "rejected", "two": "accepted", "apart": "pending"}
    assert overlapping.download("Download corrected text").decode() == "A big tramway it is.\n"


def test_a_rewrite_excludes_overlapping_edits(overlapping: Review) -> None:
    overlapping.press("e")
    overlapping.page.keyboard.insert_text("long train")
    overlapping.press("Enter")

    assert overlapping.states() == {"one": "rewritten", "two": "rejected", "apart": "pending"}


def test_overlapping_edits_are_all_reached_by_key(overlapping: Review) -> None:
    seen = [overlapping.current]
    for _ in range(2):
        overlapping.press("j")
        seen.append(overlapping.current)
        assert overlapping.page.locator("[aria-current='true'] .view").first.is_visible()

    assert seen == ["one", "two", "apart"]


def test_accept_all_safe_takes_the_safe_ones_only(review: Review) -> None:
    review.page.get_by_role("button", name="Accept all safe").click()

    states = review.states()
    assert {rule for rule, state in states.items() if state == "accepted"} == {
        "space-before-punctuation",
        "repeated-word",
    }
    assert [rule for rule, state in states.items() if state == "pending"] == [
        "agreement",
        "term-spacing",
        "number",
        "verb",
    ]
    review.press("u")
    assert set(review.states().values()) == {"pending"}


def test_help_opens_and_closes_by_key(review: Review) -> None:
    review.press("?")
    assert review.page.get_by_role("dialog").is_visible()
    review.press("a")
    review.press("?")

    assert not review.page.get_by_role("dialog").is_visible()
    assert set(review.states().values()) == {"pending"}


def test_everything_can_be_done_with_buttons(review: Review) -> None:
    def click(name: str) -> None:
        review.page.get_by_role("button", name=name, exact=True).click()

    click("Next")
    click("Accept")
    click("Previous")
    click("Reject")
    click("Rewrite")
    review.page.get_by_role("textbox").fill("third line")
    click("Save")
    click("Undo")

    assert review.states()["repeated-word"] == "rejected"
    assert review.states()["agreement"] == "pending"


def test_progress_and_rule_counts_show_pending_items(review: Review) -> None:
    review.press("a", "r")

    assert "2 of 6 decided · 4 left" in review.page.locator("header").inner_text()


def test_an_excluded_edit_says_what_excludes_it(overlapping: Review) -> None:
    excludes = overlapping.page.locator("#issue-excludes")
    status = overlapping.page.locator("#status")
    before = excludes.inner_text()
    overlapping.press("a")
    decided = status.inner_text()
    overlapping.edit("two").click()
    after = excludes.inner_text()
    overlapping.press("a")

    assert before == "If accepted, excludes “tram line” → “tramway”."
    assert decided == "Accepted. 1 overlapping edit excluded."
    assert after == ("Excluded by “big tram” → “large tram”. Accept this one to undo that.")
    assert status.inner_text() == "Accepted instead of “big tram” → “large tram”."


@pytest.fixture
def nested(open_page: OpenPage) -> Review:
    text = "We say one two three today.\n"
    big = IssueSpec("one two three ", ("",), "big")
    left = IssueSpec("one", ("1",), "left", safety=Safety.SAFE)
    return open_page(file_result(text, big, left, IssueSpec("three", ("3",), "right")))


def test_the_current_edit_is_drawn_in_the_text_as_decided(nested: Review) -> None:
    cluster = nested.page.locator(".cluster")
    nested.edit("left").click()
    nested.press("a")
    nested.edit("right").click()

    assert nested.current == "right"
    laid = nested.page.locator(".laid")
    assert laid.inner_text().startswith("1 two three3")
    assert laid.locator("del").inner_text() == "three"
    assert not nested.page.locator("[aria-current='true'] > .view").is_visible()
    nested.press("a")
    nested.button("Final text").click()
    assert cluster.inner_text().startswith("1 two 3")


def test_an_excluded_edit_is_drawn_as_its_words_were_decided(nested: Review) -> None:
    nested.edit("big").click()
    nested.press("a")
    nested.edit("right").click()

    decided = nested.page.locator(".decided")
    assert decided.locator("del").inner_text() == "one two three "
    assert decided.locator("ins").count() == 0


def test_accept_all_safe_leaves_what_would_exclude_an_undecided_edit(nested: Review) -> None:
    assert nested.button("Accept all safe").is_disabled()
    nested.edit("big").click()
    nested.press("r")
    nested.button("Accept all safe (1)").click()

    assert nested.states() == {"big": "rejected", "left": "accepted", "right": "pending"}
