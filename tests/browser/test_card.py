"""The card of an edit: title, whole phrases, reason, position; and how the article marks edits."""

import pytest
from playwright.sync_api import Locator

from editkit.checks.style.calque import Calque
from editkit.core.issue import ConceptRef
from editkit.core.taxonomy import Family
from editkit.reviewing.page import Original
from tests.browser.page import ISSUES, RAW, OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

PEAK = "They will be Peaking Carbon Emissions soon. Then , ARCFOX cars came .\n"
CALQUE = IssueSpec("Peaking Carbon Emissions", ("Carbon Peaking",), "calque")
ARTICLE = IssueSpec(", ARCFOX", (", the ARCFOX",), "missing-article", concept=ConceptRef("ARCFOX"))
SPACE = IssueSpec("came .", ("came.",), "space", family=Family.TYPOGRAPHY)


def top(node: Locator) -> float:
    return float(node.evaluate("node => node.getBoundingClientRect().top"))


def is_inside(node: Locator) -> bool:
    """Return whether a node is within the window from top to bottom."""
    inside = "node => node.getBoundingClientRect().bottom <= innerHeight"
    return top(node) >= 0 and bool(node.evaluate(inside))


@pytest.fixture
def card(open_page: OpenPage) -> Review:
    return open_page(
        file_result(PEAK, CALQUE, ARTICLE, SPACE),
        rules={"calque": Calque.rule},
        originals={("a.txt", None): [Original(0, "碳达峰。")]},
    )


def marked(review: Review, css: str) -> list[tuple[str, str]]:
    nodes = review.page.locator(f"{css} :is(del, ins)").all()
    return [(node.evaluate("node => node.localName"), node.inner_text()) for node in nodes]


def test_the_card_has_a_title_in_words_and_the_id_of_the_rule(card: Review) -> None:
    page = card.page
    assert page.locator("#issue-rule").inner_text() == "Literal translation"
    assert page.locator("#issue-facts").inner_text() == "calque · Minor · high confidence"
    assert page.locator("#issue-choices small").inner_text() == "needs review"
    assert page.locator("#filters li").first.inner_text().startswith("Literal translation")
    card.press("j")
    assert page.locator("#issue-rule").inner_text() == "Missing article"


def test_the_source_the_glossary_and_the_reason_are_open(card: Review) -> None:
    page = card.page
    assert page.locator("#issue-original p").inner_text() == "碳达峰。"
    reason = page.locator("#issue-why p")
    lines = "node => node.clientHeight / parseFloat(getComputedStyle(node).lineHeight)"
    assert round(reason.evaluate(lines)) == 2
    card.button("More").click()
    assert reason.evaluate(lines) > 2
    card.press("j")
    assert page.locator("#issue-concept dd").inner_text() == "ARCFOX"
    assert not reason.is_visible()


def test_a_change_that_keeps_little_is_replaced_as_a_whole(card: Review) -> None:
    whole = [("del", "Peaking Carbon Emissions"), ("ins", "Carbon Peaking")]

    assert marked(card, "#issue-choices") == whole
    assert marked(card, "[data-rule='calque']") == whole


def test_a_rewrite_that_keeps_little_is_replaced_as_a_whole(card: Review) -> None:
    card.press("e")
    card.page.get_by_role("textbox").fill("Carbon, not Peaking")
    card.press("Enter")

    own = marked(card, "[data-rule='calque'] > .view > .own")
    assert own == [("del", "Peaking Carbon Emissions"), ("ins", "Carbon, not Peaking")]


def test_an_insertion_is_drawn_as_an_insertion(card: Review) -> None:
    card.press("j")

    assert marked(card, "#issue-choices") == [("ins", "the ")]
    assert card.page.locator(".change").inner_text() == ", the ARCFOX"


def test_typography_is_marked_more_quietly_than_terms(card: Review) -> None:
    background = "node => getComputedStyle(node).backgroundColor"
    card.press("j")
    term = card.edit("calque").locator("ins").evaluate(background)
    quiet = card.edit("space").locator("del").first.evaluate(background)

    assert (quiet, term == quiet) == ("rgba(0, 0, 0, 0)", False)


@pytest.mark.parametrize("y", [200, 350])
def test_on_a_wide_screen_the_card_is_level_with_its_line(open_page: OpenPage, y: int) -> None:
    raw = "".join(f"Line {number} ran to the port.\n\n" for number in range(60))
    spots = [IssueSpec(f"Line {n} ran", (f"Line {n} runs",), "run") for n in range(60)]
    review = open_page(file_result(raw, *spots))
    review.page.set_viewport_size({"width": 1440, "height": 900})
    review.press(*"j" * 30)
    current = review.page.locator("[aria-current='true']")
    card = review.page.locator("#issue")
    assert is_inside(card)
    current.evaluate("(node, y) => scrollBy(0, node.getBoundingClientRect().top - y)", y)
    review.page.wait_for_timeout(150)

    assert abs(top(card) - top(current)) < 30
    assert is_inside(card)


@pytest.mark.parametrize("height", [640, 844])
def test_on_a_phone_the_sheet_takes_less_than_a_third(open_page: OpenPage, height: int) -> None:
    review = open_page(file_result(RAW, *ISSUES), rules={"verb": Calque.rule})
    review.page.set_viewport_size({"width": 390, "height": height})
    review.press(*"j" * 6)
    review.page.wait_for_timeout(150)
    sheet = review.page.locator("aside").bounding_box()
    accept = review.button("Accept").bounding_box()

    assert sheet
    assert accept
    assert sheet["height"] <= 0.3 * height
    assert accept["y"] + accept["height"] <= height
    review.button("Accept").click()
    assert review.states()["verb"] == "accepted"
