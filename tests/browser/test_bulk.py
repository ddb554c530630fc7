"""Decisions about several edits: identical ones at once, a preview of others, names of undo."""

import pytest

from editkit.core.fix import Safety
from editkit.core.issue import ConceptRef
from editkit.core.taxonomy import Family
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

RAW = "An aim and an aim.\nAn aim, and the the end.\nThe the aim; no no.\n"
AIMS = tuple(
    IssueSpec("aim", ("goal",) if n else ("goal", "dream"), "deprecated-term", n) for n in range(4)
)
SAFE = tuple(
    IssueSpec(text, (fix,), "repeated-word", safety=Safety.SAFE)
    for text, fix in (("the the", "the"), ("The the", "The"), ("no no", "no"))
)


@pytest.fixture
def repeated(open_page: OpenPage) -> Review:
    return open_page(file_result(RAW, *AIMS, *SAFE))


def states(review: Review, rule: str) -> list[str | None]:
    return [node.get_attribute("data-state") for node in review.edit(rule).all()]


def status(review: Review) -> str:
    return review.page.locator("#status").inner_text()


def test_identical_edits_are_named_with_their_places(repeated: Review) -> None:
    page = repeated.page
    assert page.locator("#same-name").inner_text() == "“goal” ← “aim”, 4 places"
    page.locator("#same summary").click()
    places = page.locator("#same-places li")
    assert places.all_inner_texts() == ["line 1", "line 1", "line 2", "line 3"]
    places.nth(2).get_by_role("button").click()
    assert "line 2" in page.locator("#issue-where").inner_text()


@pytest.mark.parametrize(("key", "state"), [("i", "accepted"), ("I", "rejected")])
def test_identical_edits_are_decided_once_and_undone_once(
    repeated: Review, key: str, state: str
) -> None:
    repeated.press("r", key)
    assert states(repeated, "deprecated-term") == ["rejected", *[state] * 3]
    assert set(states(repeated, "repeated-word")) == {"pending"}
    assert repeated.current == "repeated-word"

    repeated.press("u")
    assert states(repeated, "deprecated-term") == ["rejected", *["pending"] * 3]


def test_deletions_are_named_by_their_proposal(open_page: OpenPage) -> None:
    lines = [IssueSpec(text, ("",), "page", family=Family.WEB) for text in ("Share", "Print")]
    inner = IssueSpec("har", ("tar",), "inner")
    review = open_page(file_result("Share\nPrint\n", *lines, inner))

    name = review.page.locator("#same-name").inner_text()
    review.edit("inner").click()

    assert name == "Replace with “”: “Share” and 1 other form, 2 places"
    excludes = review.page.locator("#issue-excludes").inner_text()
    assert excludes == "If accepted, excludes “Replace with “””."


def test_forms_of_a_term_and_lines_to_remove_are_alike(open_page: OpenPage) -> None:
    forms = {"An aim": "A goal", "an aim": "a goal", "The the aim": "The goal"}
    concept = ConceptRef("goal", None)
    terms = [IssueSpec(text, (fix,), "old", concept=concept) for text, fix in forms.items()]
    lines = [IssueSpec(text, ("",), "page", family=Family.WEB) for text in ("Share", "Print")]
    spaces = [
        IssueSpec(text, ("!",), "space", family=Family.TYPOGRAPHY) for text in ("  !", " !!")
    ]
    review = open_page(file_result(f"{RAW}Share  !\nPrint !!\n", *terms, *lines, *spaces))
    name = review.page.locator("#same-name")
    assert name.inner_text() == "“A goal” ← “An aim” and 2 other forms, 3 places"
    name.click()
    assert review.page.locator("#same-places li").all_inner_texts() == [
        "line 1: “An aim”",
        "line 1: “an aim”",
        "line 3: “The the aim”",
    ]

    review.press("i", "i", "i")

    assert review.page.locator("[data-edit][data-state='accepted']").count() == 7


def test_another_proposal_is_another_edit(repeated: Review) -> None:
    repeated.press("2")
    assert not repeated.page.locator("#same").is_visible()
    repeated.press("i")

    assert states(repeated, "deprecated-term") == ["accepted", *["pending"] * 3]


def test_edits_to_check_are_previewed_and_can_be_unticked(repeated: Review) -> None:
    repeated.press("A")
    dialog = repeated.page.get_by_role("dialog")
    assert "4 edits of these need review" in dialog.inner_text()
    dialog.get_by_role("checkbox").nth(1).uncheck()
    dialog.get_by_role("button", name="Accept 3 edits").click()

    assert states(repeated, "deprecated-term") == ["accepted", "pending", "accepted", "accepted"]
    assert status(repeated).startswith("3 edits accepted.")


def test_a_cancelled_preview_decides_nothing(repeated: Review) -> None:
    repeated.press("R")
    repeated.button("Cancel").click()
    repeated.press("A", "Escape")

    assert {*states(repeated, "deprecated-term")} == {"pending"}


def test_safe_edits_need_no_preview_but_can_be_chosen(repeated: Review) -> None:
    repeated.button("Choose safe edits").click()
    dialog = repeated.page.get_by_role("dialog")
    assert "checked one by one" not in dialog.inner_text()
    dialog.get_by_role("checkbox").first.uncheck()
    dialog.get_by_role("button", name="Accept 2 edits").click()
    assert states(repeated, "repeated-word") == ["pending", "accepted", "accepted"]

    repeated.press("u")
    repeated.button("Accept all safe (3)").click()
    assert {*states(repeated, "repeated-word")} == {"accepted"}


def test_undo_is_named_after_what_it_takes_back(repeated: Review) -> None:
    undo = repeated.page.locator("#undo-last")
    assert not undo.is_visible()
    repeated.press("r")
    assert undo.inner_text() == "Undo reject of “aim”"
    repeated.button("Accept all safe (3)").click()
    repeated.button("Undo accept of 3 edits").click()
    assert status(repeated) == "Undone: accept of 3 edits."
    assert undo.inner_text() == "Undo reject of “aim”"
    repeated.press("U")
    assert status(repeated) == "Redone: accept of 3 edits."


def test_a_bulk_decision_is_still_announced_when_the_filter_is_done(repeated: Review) -> None:
    repeated.press("f", "A", "Enter")

    assert status(repeated) == (
        "4 edits accepted. Nothing left in the filter “Rule: Deprecated term”."
    )
