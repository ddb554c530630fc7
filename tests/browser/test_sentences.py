"""Rewriting of any sentence, with or without issues."""

import json
from pathlib import Path

import pytest

from editkit.core.document import Document
from tests.browser.page import RAW, OpenPage, Review, apply_downloaded_decisions
from tests.file_results import IssueSpec, file_result

pytestmark = pytest.mark.browser


def rewrite(review: Review, text: str) -> None:
    review.press("e")
    review.page.keyboard.insert_text(text)
    review.press("Enter")


def test_an_unflagged_sentence_is_rewritten_and_applied(
    open_page: OpenPage, tmp_path: Path
) -> None:
    raw = "The tram runs. It stops at the the port. Nobody knows why.\n"
    one = file_result(raw, IssueSpec("the the", ("the",), "repeated-word"))
    review = open_page(one)
    review.press("s", "s")
    rewrite(review, "Everybody knows why.")
    review.press("k", "a")

    [file] = json.loads(review.download("Download decisions"))["files"]
    assert [(d["rule"], d["fingerprint"], d["state"]) for d in file["decisions"]] == [
        ("repeated-word", file["decisions"][0]["fingerprint"], "accepted"),
        (None, None, "rewritten"),
    ]
    wanted = b"The tram runs. It stops at the port. Everybody knows why.\n"
    assert apply_downloaded_decisions(review, one, tmp_path / "root") == wanted


def test_a_rewritten_sentence_replaces_the_edits_inside_it(open_page: OpenPage) -> None:
    review = open_page(
        file_result(RAW, IssueSpec("line run", ("line runs",), "agreement"), IssueSpec("R & D"))
    )
    review.press("a", "s")
    review.press("e")
    field = review.page.get_by_role("textbox")
    assert field.input_value().startswith("A second line runs there")
    field.fill("There is a second line.")
    review.press("Enter")

    assert review.states() == {"agreement": "rejected"}
    assert b"\nThere is a second line.\nIt" in review.download("Download corrected text")
    review.press("u")
    assert review.states() == {"agreement": "accepted"}


def test_a_rewritten_sentence_shows_what_changed_word_by_word(review: Review) -> None:
    review.press("S", "S")
    assert review.current is None
    sentence = review.page.locator(".s[aria-current]")
    review.press("e")
    review.page.get_by_role("textbox").fill("The tram halt , they say, is near the the port.")
    review.press("Enter")

    assert sentence.locator(".own del").all_inner_texts() == ["stop"]
    assert sentence.locator(".own ins").all_inner_texts() == ["halt"]


def test_a_rewritten_sentence_survives_a_reload_and_can_be_restored(review: Review) -> None:
    review.page.get_by_text("in 2027").click()
    rewrite(review, "Cars come.")
    review.page.reload()
    assert review.download("Download corrected text").endswith(b"says.\nCars come.\n")

    review.page.get_by_text("Cars come.").click()
    review.page.get_by_role("button", name="Restore").click()
    assert review.download("Download corrected text") == RAW.encode()


def test_an_unchanged_sentence_is_not_a_decision(review: Review) -> None:
    review.press("s", "e", "Enter")

    assert json.loads(review.download("Download decisions"))["files"] == []


def test_a_double_click_opens_the_sentence(review: Review) -> None:
    review.page.get_by_text("in 2027").dblclick()

    value = review.page.get_by_role("textbox").input_value()
    assert value == "It will stationed in 2027."


def test_only_prose_has_sentences(open_page: OpenPage) -> None:
    raw = "One.\n\n---\n\nTwo.\n"
    review = open_page(file_result(raw))

    assert Document.plain(raw, lang="en").blocks
    assert review.page.locator(".s").all_inner_texts() == ["One.", "---", "Two."]
