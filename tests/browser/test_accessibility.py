"""Accessibility (WCAG 2.2 AA): axe-core, 400 % zoom, phones, right-to-left and Chinese text."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from editkit.core.issue import ConceptRef
from editkit.core.result import Notice
from editkit.reviewing.page import Original
from tests.browser.page import ISSUES, RAW, OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONCEPT = ConceptRef("R&D", "研发", "As the ministry writes it.")
MORE = IssueSpec("in 2027", ("in 2028",), "year", concept=CONCEPT)


def axe_violations(review: Review) -> list[tuple[str, str]]:
    options: dict[str, Any] = {"runOnly": STANDARDS}
    found = Axe().run(review.page, options=options).response["violations"]
    return [
        (each["id"], node["html"])
        for each in found
        if each["impact"] in {"serious", "critical", "moderate"}
        for node in each["nodes"]
    ]


def horizontal_overflow(review: Review) -> int:
    """Return the horizontal overflow of the page, its panel or its lists in pixels."""
    wide = """() => Math.max(...[...document.querySelectorAll("html, aside, nav, #filters")]
      .map(node => node.scrollWidth - node.clientWidth))"""
    return int(review.page.evaluate(wide))


def is_current_visible(review: Review) -> bool:
    """Return whether the current edit is not covered by the bars of the page."""
    return bool(
        review.page.evaluate(
            """() => { const node = document.querySelector("[aria-current]");
              const box = node.getBoundingClientRect();
              const at = document.elementFromPoint(box.x + 4, box.y + 4);
              return Boolean(at?.closest("[aria-current]")); }"""
        )
    )


@pytest.fixture
def full(open_page: OpenPage) -> Review:
    originals = {("a.txt", None): [Original(0, "电车站。")]}
    notices = (Notice("An engine is missing."),)
    return open_page(file_result(RAW, *ISSUES, MORE, notices=notices), originals=originals)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_the_page(full: Review, scheme: Scheme) -> None:
    page = full.page
    page.emulate_media(color_scheme=scheme)
    assert axe_violations(full) == []
    full.press("a", "r", "e", "Enter", "f")
    assert full.page.locator("#chips").is_visible()
    assert axe_violations(full) == []
    for summary in page.locator("#issue summary:visible").all():
        summary.click()
    assert axe_violations(full) == []
    full.press("f", "s", "e")
    assert axe_violations(full) == []
    full.press("Escape", "?")
    assert axe_violations(full) == []
    full.press("?", "R")
    assert axe_violations(full) == []
    full.press("Escape", "k", "g")
    assert axe_violations(full) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(full: Review, scheme: Scheme) -> None:
    full.page.emulate_media(color_scheme=scheme)
    full.press("a", "r", "a")
    for _ in range(4):
        full.press("v")
        assert axe_violations(full) == []
    full.press("v", *"r" * 6)
    assert full.page.locator("#finish").is_visible()
    assert axe_violations(full) == []


def test_axe_finds_nothing_on_the_page_of_a_clean_article(open_page: OpenPage) -> None:
    review = open_page(file_result(RAW))
    assert review.page.locator("#clean").is_visible()
    assert axe_violations(review) == []


@pytest.mark.parametrize("size", [(320, 256), (320, 640), (390, 844), (768, 1024), (1100, 700)])
def test_the_page_never_scrolls_horizontally(full: Review, size: tuple[int, int]) -> None:
    full.page.set_viewport_size({"width": size[0], "height": size[1]})
    for key in ("a", "e", "Escape", "s", "e", "Escape", "v", "v", "v", "v", "v"):
        full.press(key)
        assert horizontal_overflow(full) <= 0, key
    full.press("j", "k")
    full.page.wait_for_timeout(50)
    assert is_current_visible(full)


def test_on_a_phone_a_button_opens_the_lists_and_downloads(full: Review) -> None:
    full.page.set_viewport_size({"width": 320, "height": 640})
    full.page.get_by_role("button", name="Filters").click()
    full.page.get_by_role("button", name="Repeated word").click()
    assert full.current == "repeated-word"
    assert horizontal_overflow(full) <= 0

    assert full.download("Download corrected text").decode() == RAW
    full.press("Escape")
    full.page.get_by_role("button", name="Accept", exact=True).click()
    assert full.states()["repeated-word"] == "accepted"


def test_single_letters_can_be_switched_off(full: Review) -> None:
    full.press("?")
    full.page.get_by_role("checkbox", name="Single-key shortcuts").uncheck()
    full.page.get_by_role("button", name="Close").click()
    full.press("a", "r")
    assert set(full.states().values()) == {"pending"}
    full.page.reload()
    full.press("a")
    assert set(full.states().values()) == {"pending"}


def test_right_to_left_text_is_shown_and_rewritten_right_to_left(open_page: OpenPage) -> None:
    raw = "توقف الترام , عند الميناء.\n\nThe tram stopped.\n"
    review = open_page(
        file_result(raw, IssueSpec("الترام ,", ("الترام،",), "space-around-punctuation"))
    )
    direction = "node => getComputedStyle(node).direction"
    blocks = review.page.locator(".block")
    assert [node.evaluate(direction) for node in blocks.all()] == ["rtl", "ltr"]
    review.press("e")
    field = review.page.get_by_role("textbox")
    assert field.evaluate(direction) == "rtl"
    field.fill("القطار،")
    review.press("Enter")

    assert review.download("Download corrected text").decode() == raw.replace(
        "الترام ,", "القطار،"
    )


def test_chinese_is_compared_without_spaces_between_its_words(open_page: OpenPage) -> None:
    raw = "新线路将于明年开通。市长昨天参观了车站。"
    review = open_page(file_result(raw, IssueSpec("明年", ("后年",), "year")))
    assert review.edit("year").locator("ins").all_inner_texts() == ["后"]
    review.press("s", "s", "e")
    review.page.get_by_role("textbox").fill("市长今天参观了车站。")
    review.press("Enter")

    own = review.page.locator(".own")
    assert [own.locator(tag).all_inner_texts() for tag in ("del", "ins")] == [["昨天"], ["今天"]]
