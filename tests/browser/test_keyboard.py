"""Two hundred edits, decided by keyboard with a reload in between, and applied."""

from pathlib import Path

import pytest

from tests.browser.page import RAW, SPACE, TWICE, OpenPage, Review, apply_downloaded_decisions
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser

COUNT = 200
LINE = "Line {} ran to the the port .\n"


def test_two_hundred_edits_are_decided_by_keyboard_alone(
    open_page: OpenPage, tmp_path: Path
) -> None:
    raw = "".join(LINE.format(number) for number in range(COUNT // 2))
    pairs = (
        (
            IssueSpec("the the", ("the",), "repeated-word", number),
            IssueSpec("port .", ("port.",), "space-around-punctuation", number),
        )
        for number in range(COUNT // 2)
    )
    one = file_result(raw, *(found for pair in pairs for found in pair))
    review = open_page(one)
    wanted = []
    for number in range(COUNT // 2):
        line = LINE.format(number)
        if number % 10 == 3:
            review.press("r", "e")
            review.page.keyboard.insert_text("harbour!")
            review.press("Enter", "j")
            wanted.append(line.replace("port .", "harbour!"))
        elif number % 10 == 6:
            review.press("a", "r", "u", "u", "r", "a")
            wanted.append(line.replace("port .", "port."))
        else:
            review.press("a", "a")
            wanted.append(line.replace("the the", "the").replace("port .", "port."))
        if number == COUNT // 4:
            review.page.reload()

    assert "200 of 200 decided · 0 left" in review.page.locator("header").inner_text()
    assert review.errors == []
    assert apply_downloaded_decisions(review, one, tmp_path / "root").decode() == "".join(wanted)


def test_brackets_step_from_file_to_file(open_page: OpenPage) -> None:
    names = ("a.txt", "b/news.txt", "clean.txt", "c/news.txt")
    files = [file_result(RAW, *(() if "clean" in n else (SPACE, TWICE)), path=n) for n in names]
    review = open_page(*files)
    status = review.page.locator("#status")

    def place() -> object:
        return review.page.evaluate("[current.file.path, current.rule]")

    review.press("]", "a")
    assert place() == ["b/news.txt", "repeated-word"]
    review.press("]")
    assert place() == ["c/news.txt", "space-before-punctuation"]
    assert status.inner_text() == "c/news.txt: 2 of 2 left."
    review.press("]")
    assert status.inner_text() == "This is the last file."
    review.press("[")
    assert place() == ["b/news.txt", "repeated-word"]
    assert status.inner_text() == "b/news.txt: 1 of 2 left."
    review.press("[", "[")
    assert place() == ["a.txt", "space-before-punctuation"]


def test_the_key_for_notes_returns_to_an_unread_one(review: Review) -> None:
    review.edit("verb").click()
    review.press("n")

    assert review.current == "hearsay"
