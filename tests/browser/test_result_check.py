"""Decisions that make a new fault are marked, without an engine."""

import pytest
from playwright.sync_api import expect

from editkit.core.issue import ConceptRef
from tests.browser.page import OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

RAW = "They saw a epidemic there. A red car goes on the the road.\n\nHe said so.\n"
ISSUES = (
    IssueSpec("a epidemic", ("an epidemic",), "wrong-indefinite-article"),
    IssueSpec("epidemic", ("pandemic",), "deprecated-term", concept=ConceptRef("pandemic", None)),
    IssueSpec("red car", ("auto",), "synonym"),
    IssueSpec("said", ("told",), "verb"),
)


@pytest.fixture
def page(open_page: OpenPage) -> Review:
    return open_page(file_result(RAW, *ISSUES))


def rewrite(review: Review, rule: str, text: str) -> None:
    review.edit(rule).click()
    review.press("e")
    review.page.keyboard.press("ControlOrMeta+a")
    review.page.keyboard.insert_text(text)
    review.press("Enter")


def test_an_accepted_edit_that_needs_another_article_is_marked(page: Review) -> None:
    page.edit("synonym").click()
    page.press("a")
    button = page.page.locator("#faults")

    expect(button).to_have_text("⚠ 1 decision with a new issue")
    button.click()
    assert page.current == "synonym"
    fault = page.page.locator("#issue-fault")
    assert fault.inner_text() == "Introduces “a” for “an”: “A auto”."
    assert page.edit("synonym").get_attribute("data-fault") is not None
    page.press("u")
    expect(button).to_be_hidden()
    assert page.edit("synonym").get_attribute("data-fault") is None


def test_a_forbidden_form_in_a_rewrite_is_marked(page: Review) -> None:
    rewrite(page, "verb", "saw the epidemic,")

    assert page.page.locator("#faults").is_visible()
    page.edit("verb").click()
    fault = page.page.locator("#issue-fault")
    assert fault.inner_text() == "Introduces a forbidden form: “epidemic”."


def test_a_doubled_word_of_the_source_is_no_new_fault(page: Review) -> None:
    rewrite(page, "synonym", "red bus")
    assert not page.page.locator("#faults").is_visible()
    rewrite(page, "synonym", "red bus goes")

    assert page.page.locator("#faults").is_visible()
    page.edit("synonym").click()
    fault = page.page.locator("#issue-fault")
    assert fault.inner_text() == "Introduces a repeated word: “goes goes”."


def test_faults_are_found_again_after_a_reload(page: Review) -> None:
    rewrite(page, "verb", "said said")
    page.page.reload()

    assert page.page.locator("#faults").is_visible()


def test_a_fault_in_a_rewritten_sentence_is_found(page: Review) -> None:
    page.press("s", "e")
    page.page.keyboard.press("ControlOrMeta+a")
    page.page.keyboard.insert_text("It goes goes.")
    page.press("Enter")

    assert (
        page.page.locator("#issue-fault").inner_text()
        == "Introduces a repeated word: “goes goes”."
    )


def test_a_part_of_a_term_is_no_forbidden_form(open_page: OpenPage) -> None:
    group = ConceptRef("Party Committee of BAIC Group", None)
    spec = IssueSpec("Committee", ("Committee of BAIC",), "incomplete-term", concept=group)
    review = open_page(file_result("The Committee met.\n", spec))

    review.press("a")

    assert not review.page.locator("#faults").is_visible()
