"""Suppressions, accepted spellings and glossary rows in the downloaded decisions."""

import json
from typing import Any

import pytest

from editkit.core.fix import Safety, Splice
from editkit.core.issue import ConceptRef
from editkit.core.result import SourceFix
from editkit.core.span import RawSpan
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result, placed_issue

pytestmark = pytest.mark.browser

RAW = "The tramm stops. The tramm goes. A red car."
ISSUES = (
    IssueSpec("tramm", ("tram",), "misspelt"),
    IssueSpec("tramm", ("tram",), "misspelt", 1),
    IssueSpec("car", ("tram",), "deprecated-term", concept=ConceptRef("tram", "电车")),
)


@pytest.fixture
def page(open_page: OpenPage) -> Review:
    return open_page(file_result(RAW, *ISSUES))


def saved(review: Review) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(review.download("Download decisions"))
    return document


def test_dont_ask_again_is_a_rejection_with_suppress(page: Review) -> None:
    page.press("d")
    [decision] = saved(page)["files"][0]["decisions"]
    assert (decision["state"], decision["suppress"]) == ("rejected", True)
    page.page.reload()
    assert saved(page)["files"][0]["decisions"] == [decision]

    page.press("k", "a")
    [decision] = saved(page)["files"][0]["decisions"]
    assert decision["state"] == "accepted"
    assert "suppress" not in decision


def test_always_right_rejects_all_issues_of_the_word(page: Review) -> None:
    page.press("w")

    document = saved(page)
    assert document["words"] == ["tramm"]
    assert [each["state"] for each in document["files"][0]["decisions"]] == ["rejected"] * 2
    assert page.current == "deprecated-term"
    page.press("u")
    assert "words" not in saved(page)
    assert set(page.states().values()) == {"pending"}


def test_a_row_for_the_glossary_is_filled_in_and_kept(page: Review) -> None:
    page.press("j", "j", "g")
    dialog = page.page.get_by_role("dialog")
    assert dialog.get_by_label("Source term").input_value() == "电车"
    dialog.get_by_label("Forbidden").fill("car| auto |")
    dialog.get_by_role("button", name="Add", exact=True).click()
    page.page.reload()

    row = {"term": "tram", "source": "电车", "forbidden": ["car", "auto"]}
    assert saved(page)["glossary"] == [row]
    assert "Glossary: tram" in page.page.locator("#extras").inner_text()


def test_a_row_that_is_cancelled_is_not_kept(page: Review) -> None:
    page.press("g", "Escape")
    page.page.get_by_role("dialog").wait_for(state="hidden")
    page.press("g")
    page.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()

    assert "glossary" not in saved(page)


def test_letters_in_the_row_dialog_are_not_shortcuts(page: Review) -> None:
    page.press("g", *"jar")

    assert page.page.get_by_label("Term", exact=True).input_value() == "tramjar"
    assert set(page.states().values()) == {"pending"}


def test_a_row_has_the_whole_phrase_and_counts_its_places(open_page: OpenPage) -> None:
    raw = "The ARCFOX αs HI is here. An ARCFOX αs HI stops, the ARCFOX αs HIM not."
    fix = SourceFix("Write “ARCFOX αS HI”", Safety.SAFE, (Splice(RawSpan(12, 13), "S"),))
    review = open_page(file_result(raw, placed_issue(raw, IssueSpec("ARCFOX αs HI"), [fix])))
    review.press("g")

    dialog = review.page.get_by_role("dialog")
    assert dialog.get_by_label("Term", exact=True).input_value() == "ARCFOX αS HI"
    assert dialog.get_by_label("Forbidden").input_value() == "ARCFOX αs HI"
    places = dialog.locator("#row-places")
    assert places.inner_text() == "2 places would be flagged in these articles."
    dialog.get_by_label("Forbidden").fill("ARCFOX|H1")
    assert places.inner_text() == "3 places would be flagged in these articles."
