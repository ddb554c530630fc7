"""Triage on the page: groups by severity and confidence, filters with chips, order, search."""

import pytest

from editkit.core.fix import Safety
from editkit.core.taxonomy import Confidence, Family, Severity
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

RAW = "A heavy ambition moved the the town. It kept its initial\ndream , and the port grew.\n"
TASTE = IssueSpec("heavy ambition", ("great ambition",), "calque", confidence=Confidence.LOW)
TWICE = IssueSpec("the the", ("the",), "repeated-word", family=Family.GRAMMAR, safety=Safety.SAFE)
DREAM = IssueSpec(
    "dream",
    ("aspiration",),
    "deprecated-term",
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
)
SPACE = IssueSpec("dream ,", ("dream,",), "space", severity=Severity.INFO)
MARKS = IssueSpec(
    "grew.", ("grew!",), "stop", family=Family.TYPOGRAPHY, confidence=Confidence.MEDIUM
)


@pytest.fixture
def mixed(open_page: OpenPage) -> Review:
    return open_page(file_result(RAW, TASTE, TWICE, DREAM, MARKS))


def rows(review: Review, css: str) -> list[str]:
    return [" ".join(text.split()) for text in review.page.locator(css).all_inner_texts()]


def choose(review: Review, *names: str) -> None:
    for name in names:
        review.page.get_by_role("button", name=name).click()


def test_optional_edits_are_hidden_until_the_others_are_decided(mixed: Review) -> None:
    assert rows(mixed, "#triage li") == ["Sure 1 of 1", "Check 2 of 2", "Optional 1 of 1"]
    assert mixed.current == "repeated-word"
    assert not mixed.edit("calque").locator("ins").is_visible()

    mixed.press("a", "r")
    assert mixed.current == "stop"
    mixed.press("a")
    assert mixed.current == "calque"
    assert "Only optional edits are left" in mixed.page.locator("#status").inner_text()
    mixed.press("a")
    assert set(mixed.states().values()) == {"accepted", "rejected"}


def test_next_after_the_last_shows_the_optional_edits(mixed: Review) -> None:
    mixed.press("j", "j", "j")

    assert mixed.current == "calque"
    assert mixed.states()["stop"] == "pending"


def test_a_button_shows_and_hides_the_optional_edits(mixed: Review) -> None:
    proposed = mixed.edit("calque").locator("ins")
    choose(mixed, "Show 1 optional edit")
    assert proposed.is_visible()
    mixed.press("k")
    assert mixed.current == "calque"
    mixed.press("j")
    choose(mixed, "Hide 1 optional edit")
    assert not proposed.is_visible()


def test_all_are_shown_if_all_are_optional(open_page: OpenPage) -> None:
    review = open_page(file_result(RAW, TASTE, SPACE))

    assert review.current == "calque"
    assert review.edit("space").locator("ins, del").first.is_visible()


@pytest.mark.parametrize(
    ("tab", "expected"),
    [
        ("Family", ["term 2 of 2", "grammar 1 of 1", "typography 1 of 1"]),
        ("Severity", ["Major 1 of 1", "Minor 3 of 3"]),
        (
            "Confidence",
            ["High confidence 1 of 1", "Medium confidence 2 of 2", "Low confidence 1 of 1"],
        ),
        ("Safety", ["Safe to accept 1 of 1", "Needs review 3 of 3"]),
    ],
)
def test_lists_are_in_words_and_in_their_order(
    mixed: Review, tab: str, expected: list[str]
) -> None:
    mixed.page.get_by_role("button", name=tab, exact=True).click()

    assert rows(mixed, "#filters li") == expected


def test_active_filters_are_chips_that_remove_them(mixed: Review) -> None:
    mixed.page.get_by_role("button", name="Severity", exact=True).click()
    choose(mixed, "Minor 3 of 3", "Check 2 of 2")
    assert rows(mixed, "#chips li") == ["Severity: Minor ×", "Group: Check ×", "All filters ×"]
    assert mixed.current == "stop"
    mixed.press("a")
    status = mixed.page.locator("#status").inner_text()
    assert status == "Nothing left in the filter “Severity: Minor, Group: Check”."

    choose(mixed, "Remove the filter Severity: Minor", "Remove the filter Group: Check")
    assert not mixed.page.locator("#chips").is_visible()


def test_the_walk_can_go_by_severity(mixed: Review) -> None:
    mixed.page.get_by_label("Sort by").select_option("Severity")
    mixed.page.locator("#articles").focus()
    mixed.press("a")
    assert mixed.current == "stop"
    mixed.press("k", "k")
    assert mixed.current == "deprecated-term"


def test_search_finds_edits_and_text_as_written_and_as_proposed(mixed: Review) -> None:
    mixed.press("/")
    field = mixed.page.get_by_role("searchbox")
    field.fill("initial aspiration")
    status = mixed.page.locator("#status")
    assert status.inner_text().startswith("1 edit in the filter, 0 sentences")
    assert mixed.current == "deprecated-term"

    field.fill("the port")
    assert ", 1 sentence with “the port”" in status.inner_text()
    field.press("Escape")
    assert not mixed.page.locator("#chips").is_visible()


def test_enter_in_the_search_goes_through_the_places(mixed: Review) -> None:
    mixed.press("/")
    field = mixed.page.get_by_role("searchbox")
    field.fill("heavy")
    assert mixed.current == "calque"
    field.fill("IT KEPT")
    field.press("Enter")

    place = mixed.page.locator("[aria-current='true']")
    assert "initial" in place.inner_text() or mixed.current == "deprecated-term"
    assert field.evaluate("node => node === document.activeElement")
    assert mixed.page.evaluate("() => CSS.highlights.get('search')?.size") == 1
