"""Two hundred edits, decided by keyboard with a reload in between, and applied."""

from pathlib import Path

import pytest

from tests.browser.page import OpenPage, apply_downloaded_decisions
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
