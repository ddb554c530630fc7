"""Views of the page: edits, side by side, source, final text, report."""

import pytest

from editkit.reviewing.page import Original
from tests.browser.page import ISSUES, RAW, OpenPage, Review
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser


def view(review: Review, name: str) -> None:
    review.page.get_by_role("button", name=name, exact=True).click()


def lines(review: Review, css: str) -> list[str]:
    return [" ".join(text.split()) for text in review.page.locator(css).all_inner_texts()]


def test_the_final_view_equals_the_downloaded_text(review: Review) -> None:
    review.press("a", "r", "a", "e")
    review.page.keyboard.insert_text("RnD")
    review.press("Enter")
    view(review, "Final text")

    text = review.download("Download corrected text").decode()
    assert lines(review, ".block") == text.rstrip("\n").split("\n")
    review.press("j", "j", "a")
    text = review.download("Download corrected text").decode()
    assert lines(review, ".block") == text.rstrip("\n").split("\n")


def test_the_final_view_has_no_marks_and_no_holes(open_page: OpenPage) -> None:
    raw = "The tram is new.\n\nShare it, please\n\nA line\u00a0ran.\n"
    issues = (
        IssueSpec("\n\nShare it, please", ("",), "line"),
        IssueSpec("Share", ("Send",), "one"),
        IssueSpec("please", ("now",), "two"),
        IssueSpec("line\u00a0ran", ("line ran",), "space"),
    )
    review = open_page(file_result(raw, *issues))
    tall = "nodes => Math.max(...nodes.map(node => node.offsetHeight))"
    line_height = review.page.get_by_text("The tram is new.").evaluate("node => node.offsetHeight")
    assert review.page.locator("[data-mark='↵']").evaluate_all(tall) < 2 * line_height
    for rule in ("one", "two", "space"):
        review.edit(rule).click()
        review.press("a")
    assert review.page.locator("#finish").is_visible()
    assert review.page.locator("#begin").is_hidden()
    view(review, "Final text")

    shown = "nodes => nodes.map(node => getComputedStyle(node, '::after').display)"
    assert set(review.page.locator(".mark").evaluate_all(shown)) == {"none"}
    assert review.page.locator(".together").inner_text() == "Send it, now"


def test_the_final_view_shows_approved_edits_of_a_cluster(open_page: OpenPage) -> None:
    raw = "The big tram line is new, it is.\n"
    issues = (
        IssueSpec("big tram", ("large tram",), "one"),
        IssueSpec("tram line", ("tramway",), "two"),
        IssueSpec("line is", ("line was",), "three"),
    )
    review = open_page(file_result(raw, *issues))
    for rule in ("one", "three", "two"):
        review.edit(rule).click()
        if rule != "two":
            review.press("a")
    view(review, "Final text")
    assert lines(review, ".block") == ["The large tram line was new, it is."]

    review.edit("two").evaluate("node => select(node.item)")
    review.press("a")
    assert lines(review, ".block") == ["The big tramway is new, it is."]


def test_side_by_side_shows_the_original_and_the_corrected_article(review: Review) -> None:
    review.press("r")
    view(review, "Side by side")

    assert lines(review, ".before") == RAW.rstrip("\n").split("\n")
    assert lines(review, ".before del")[1] == "the the"
    block = review.page.locator(".block").first
    assert block.locator("del:visible").all_inner_texts() == [" "]
    before, after = review.page.locator(".row").first.locator("> div").all()
    boxes = before.bounding_box(), after.bounding_box()
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]


def test_side_by_side_rows_are_removed_with_the_view(review: Review) -> None:
    review.press("v")
    assert review.page.locator(".before").count() == 3
    review.press("v")

    assert review.page.locator(".before").count() == 0


def test_the_original_is_shown_next_to_the_edit_and_the_article(open_page: OpenPage) -> None:
    originals = {
        ("a.txt", None): (Original(0, "电车站。"), Original(RAW.index("A second"), "第二条线。"))
    }
    review = open_page(file_result(RAW, *ISSUES), originals=originals)
    shown = review.page.locator("#issue-original p")
    assert shown.inner_text() == "电车站。"
    review.press("j", "j")
    assert shown.inner_text() == "第二条线。"

    view(review, "With source")
    assert lines(review, ".before") == ["电车站。", "第二条线。", ""]


def test_without_an_original_there_is_no_source_view(review: Review) -> None:
    assert review.page.get_by_role("button", name="With source").count() == 0
    assert not review.page.locator("#issue-original").is_visible()


def test_the_report_lists_what_was_changed_and_why(review: Review) -> None:
    review.press("a", "r", "s", "e")
    review.page.get_by_role("textbox").fill("A third line is open.")
    review.press("Enter")
    view(review, "Report")

    report = review.page.locator("#report")
    table = report.locator("table").last
    rows = [row.locator("td").all_inner_texts() for row in table.locator("tbody tr").all()]
    assert [(row[0], row[3]) for row in rows] == [
        ("1", "Something is wrong."),
        ("2", "Rewritten by the editor"),
    ]
    assert rows[0][1:3] == [
        "The tram stop⟨space⟩, they say, is near the the…",
        "The tram stop, they say, is near the the…",
    ]
    assert "Not in this report: 4 rejected, 2 undecided." in report.inner_text()
    review.press("u")
    assert table.locator("tbody tr").count() == 1


def test_the_printed_report_omits_the_rest_of_the_page(review: Review) -> None:
    review.page.evaluate("window.print = () => { window.printed = true; }")
    review.press("a")
    view(review, "Print report")
    review.page.emulate_media(media="print")

    assert review.page.evaluate("window.printed")
    assert review.page.locator("#report table").last.is_visible()
    for part in ("header", "nav", "aside", "article"):
        assert not review.page.locator(part).is_visible()
    assert review.page.pdf().startswith(b"%PDF")


def test_a_related_location_is_a_link(open_page: OpenPage) -> None:
    review = open_page(file_result(RAW, *ISSUES))
    review.page.evaluate(
        """() => { const [, note] = review.items;
          review.edits[0].related = [
            { line: 2, path: null, start: 50, end: 56, message: "one" },
            { line: 1, path: "other.txt", start: 0, end: 3, message: "two" }];
          select(review.edits[0]); }"""
    )
    review.page.locator("#issue-related summary").click()
    assert lines(review, "#issue-related li") == ["Line 2: one", "other.txt: two"]
    review.page.get_by_role("button", name="Line 2: one").click()

    current = review.page.locator("[aria-current='true']")
    assert current.inner_text().startswith("A second line")


def test_a_related_location_selects_the_edit_there(open_page: OpenPage) -> None:
    review = open_page(file_result(RAW, *ISSUES, IssueSpec("2027", rule="year")))
    at = RAW.index("the the")
    review.page.evaluate(f"goTo(review.files[0], {at}, {at + 3})")

    assert review.current == "repeated-word"
