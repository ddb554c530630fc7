"""Review of a Word document with a header and footnotes in the browser."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from editkit.config import Settings
from editkit.core.fix import Tracked
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from editkit.reviewing.reviewed_result import as_reviewed
from tests.browser.page import OpenPage, Review
from tests.formats.docx.word_files import (
    footnotes,
    header,
    member,
    p,
    r,
    without_changes,
    word_file,
)

pytestmark = pytest.mark.browser
SETTINGS = Settings(engine="none", select=("repeated-word",))
BODY = p("The ", r("ferry", "<w:b/>"), " left at at noon.") + p(
    "See ", "<w:r><w:sym/></w:r>", " and go."
)
OTHERS = {
    "header1.xml": header(p("Figures of of 2026")),
    "footnotes.xml": footnotes(p("The note note.")),
}


@pytest.fixture
def review(open_page: OpenPage, tmp_path: Path) -> Review:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(BODY, OTHERS))
    with Session() as session:
        [result] = session.run([(SETTINGS, SourceFile(str(path)))])
    return open_page(as_reviewed(replace(result, uri="a.docx")))


def rewrite(review: Review, sentence: str, text: str) -> None:
    review.page.locator(".s", has_text=sentence).first.click()
    review.page.keyboard.press("e")
    review.page.get_by_role("textbox").fill(text)
    review.page.keyboard.press("Enter")


def test_decisions_of_all_parts_become_tracked_changes(review: Review, tmp_path: Path) -> None:
    for _ in range(3):
        review.page.keyboard.press("a")
    expect(review.page.locator("[data-edit][data-state='accepted']")).to_have_count(3)
    rewrite(review, "and go", "See \ufffc & R&D.")

    (tmp_path / "d.json").write_bytes(review.download("Download decisions"))
    decisions = read_decisions(tmp_path / "d.json")
    [applied] = apply_decisions(decisions, tmp_path, tracked=Tracked.now("Ann")).files

    assert {each.part for each in decisions.files} == {"Body", "Header 1", "Footnotes"}
    assert applied.error is None
    data = (tmp_path / "a.docx").read_bytes()
    xml = member(data)
    assert without_changes(xml, accept=True) == ["The ferry left at noon.", "See  & R&D."]
    assert without_changes(xml, accept=False) == ["The ferry left at at noon.", "See  and go."]
    head = without_changes(member(data, "word/header1.xml"), accept=True)
    assert head == ["Figures of 2026"]
    notes = without_changes(member(data, "word/footnotes.xml"), accept=True)
    assert notes == ["----", "The note."]
    assert review.errors == []


def test_a_rewrite_that_removes_an_object_is_refused(review: Review, tmp_path: Path) -> None:
    before = (tmp_path / "a.docx").read_bytes()
    rewrite(review, "and go", "See it and go.")

    (tmp_path / "d.json").write_bytes(review.download("Download decisions"))
    [applied] = apply_decisions(read_decisions(tmp_path / "d.json"), tmp_path).files

    assert "would change more than text" in str(applied.error)
    assert (tmp_path / "a.docx").read_bytes() == before


def test_the_page_shows_objects_as_one_quiet_sign(review: Review) -> None:
    mark = review.page.locator("article .mark")
    assert (mark.count(), mark.get_attribute("data-mark")) == (1, "▫")
    titles = review.page.locator("article h2 bdi").all_inner_texts()
    assert titles == ["a.docx (Body)", "a.docx (Header 1)", "a.docx (Footnotes)"]
