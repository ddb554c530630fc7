"""Lists of the page: filters, and decisions about several items at once."""

from typing import Any

import pytest

from editkit.core.issue import ConceptRef
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

RAW = "A red car, a blue car, a big bus and a red bus. The the end.\n"
CAR, BUS = ConceptRef("tram", "电车", "Only in town."), ConceptRef("coach")
ISSUES = (
    IssueSpec("car", ("tram",), "deprecated-term", concept=CAR),
    IssueSpec("car", ("tram",), "deprecated-term", 1, concept=CAR),
    IssueSpec("bus", ("coach",), "deprecated-term", concept=BUS),
    IssueSpec("bus", ("coach",), "miscased-term", 1, concept=BUS),
    IssueSpec("The the", ("The",), "repeated-word"),
    IssueSpec("big", rule="vague"),
)


@pytest.fixture
def many(open_page: OpenPage) -> Review:
    return open_page(file_result(RAW, *ISSUES))


def click(review: Review, name: str, **how: Any) -> None:  # noqa: ANN401  (passed on)
    review.page.get_by_role("button", name=name, **how).click()


def test_a_rule_filters_the_items_that_keys_move_through(many: Review) -> None:
    click(many, "Repeated word 1 of 1")
    assert many.current == "repeated-word"
    many.press("j", "k")
    assert many.current == "repeated-word"
    assert not many.page.locator("ins", has_text="tram").first.is_visible()

    many.press("f", "k")
    assert many.current == "miscased-term"
    assert many.page.locator("ins", has_text="tram").first.is_visible()


def test_a_rule_with_notes_only_links_to_its_notes(many: Review) -> None:
    click(many, "Vague 1 of 1")

    assert many.page.locator("[aria-current='true']").get_attribute("data-note")


def test_all_of_a_term_are_accepted_and_come_back_as_one_step(many: Review) -> None:
    click(many, "Accept all 2 of tram")
    click(many, "Accept 2 edits")

    assert many.page.locator("[data-edit][data-state='accepted']").count() == 2
    assert many.download("Download corrected text").startswith(b"A red tram, a blue tram, a big")
    many.press("u")
    assert many.page.locator("[data-edit][data-state='accepted']").count() == 0
    many.press("U")
    assert many.page.locator("[data-edit][data-state='accepted']").count() == 2


def test_all_of_a_rule_are_rejected(many: Review) -> None:
    many.press("R", "Enter")

    assert many.page.locator("[data-edit][data-state='rejected']").count() == 3
    assert many.current == "miscased-term"


def test_all_of_a_filter_of_two_lists_are_accepted(many: Review) -> None:
    click(many, "Deprecated term 3 of 3")
    click(many, "Term", exact=True)
    click(many, "coach 2 of 2")
    assert many.page.locator("#status").inner_text() == "1 edit in the filter."
    many.press("A")

    text = many.download("Download corrected text")
    assert text.startswith(b"A red car, a blue car, a big coach")


def test_counts_show_the_pending_items_of_each_row(many: Review) -> None:
    many.press("a", "r")
    rows = many.page.locator("#filters li")
    assert rows.all_inner_texts()[0].split("\n") == ["Deprecated term", "1 of 3"]
    click(many, "Decision", exact=True)

    texts = [" ".join(text.split()) for text in rows.all_inner_texts()]
    assert texts == ["Pending 4", "Accepted 1", "Rejected 1", "Rewritten 0"]


def test_the_glossary_entry_is_in_the_card(many: Review) -> None:
    entry = many.page.locator("#issue-concept dd")

    assert entry.all_inner_texts() == ["tram", "电车", "Only in town."]


def test_several_files_have_a_file_list(open_page: OpenPage) -> None:
    other = IssueSpec("the the", ("the",), "repeated-word")
    review = open_page(
        file_result(RAW, *ISSUES), file_result("By the the sea.", other, path="b.txt")
    )
    click(review, "File", exact=True)
    review.page.locator("#filters").get_by_role("button", name="b.txt 1 of 1").click()

    assert review.page.locator("[aria-current='true']").inner_text().startswith("the")
    review.press("A", "f")
    assert review.page.locator("[data-edit][data-state='accepted']").count() == 1


def test_a_single_file_has_no_file_list(many: Review) -> None:
    assert many.page.get_by_role("button", name="File", exact=True).count() == 0
