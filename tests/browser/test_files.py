"""Files of a page: a tree with counts, and moves from file to file."""

import pytest
from playwright.sync_api import expect

from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

RAW = "It is the the end of of it.\n"
ISSUES = (
    IssueSpec("the the", ("the",), "repeated-word"),
    IssueSpec("of of", ("of",), "repeated-word"),
)
PATHS = ("news/2024/may/a.txt", "news/2024/june/b.txt", "c.txt")


@pytest.fixture
def page(open_page: OpenPage) -> Review:
    clean = file_result("All is well.\n", path="news/2024/june/d.txt")
    return open_page(*(file_result(RAW, *ISSUES, path=path) for path in PATHS), clean)


def rows(review: Review) -> list[str]:
    found = review.page.locator("#tree-rows :is(summary, button)").all_inner_texts()
    return [" ".join(row.split()) for row in found]


def test_folders_and_files_have_counts_that_follow_decisions(page: Review) -> None:
    assert rows(page) == [
        *("news/2024/ 4 of 4", "may/a.txt 2 of 2", "june/ 2 of 2", "b.txt 2 of 2", "d.txt"),
        "c.txt 2 of 2",
    ]
    page.press("a", "a")

    assert rows(page)[:3] == ["news/2024/ 2 of 4", "may/a.txt ✓ 2", "june/ 2 of 2"]
    here = page.page.locator("#tree-rows [aria-current]")
    expect(here).to_have_text("b.txt 2 of 2")


def test_a_file_in_the_tree_leads_to_its_next_edit_on_a_narrow_screen(page: Review) -> None:
    page.page.set_viewport_size({"width": 360, "height": 700})
    page.button("Filters").click()
    page.button("c.txt 2 of 2").click()
    assert not page.page.locator("#tree").is_visible()
    assert page.page.locator("article[data-file='2'] [aria-current='true']").is_visible()
    page.press("[")
    assert page.page.locator("#status").inner_text() == "news/2024/june/b.txt: 2 of 2 left."

    page.button("Filters").click()
    page.button("d.txt").click()
    expect(page.page.get_by_text("All is well.")).to_be_in_viewport()


def test_a_single_file_has_no_tree_and_no_keys_for_files(review: Review) -> None:
    review.press("]", "?")

    assert review.errors == []
    assert review.page.locator("#tree").count() == 0
    assert "next file" not in review.page.locator("#keys").inner_text()
