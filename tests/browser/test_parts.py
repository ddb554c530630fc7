"""Review of a file of two parts in the browser."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from starlette.testclient import TestClient

from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from editkit.reviewing.server.app import create_app
from editkit.reviewing.server.review_files import ReviewFiles
from editkit.reviewing.server.session import ReviewSession
from editkit.reviewing.server.store import DecisionStore
from tests.browser.page import OpenPage, Review
from tests.two_parts import SEPARATOR

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("two_parts")]

SETTINGS = Settings(engine="none", select=("repeated-word",))
ORIGIN = "http://127.0.0.1:8123"
RAW = f"It is wet. The ferry left at at noon.\n{SEPARATOR}It is wet. The quay of of stone.\n"
FIXED = f"It is wet. The ferry left at noon.\n{SEPARATOR}It is dry. The quay of stone.\n"


@pytest.fixture
def review(open_page: OpenPage, tmp_path: Path) -> Review:
    return open_page(lint(tmp_path))


def lint(folder: Path) -> FileResult:
    (folder / "a.two").write_text(RAW)
    with Session() as session:
        [result] = session.run([(SETTINGS, SourceFile(str(folder / "a.two")))])
    return replace(result, uri="a.two")


def decide(page: Page) -> None:
    """Accept the edits of both parts, and rewrite the first sentence of the notes."""
    page.keyboard.press("a")
    page.keyboard.press("a")
    rewrite(page, "It is wet.", "It is dry.", 1)


def rewrite(page: Page, sentence: str, text: str, nth: int) -> None:
    page.get_by_text(sentence).nth(nth).click()
    page.keyboard.press("e")
    page.get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")


def first_sentences(page: Page) -> list[str]:
    return [page.locator(f"article:nth-of-type({n}) .s").first.inner_text() for n in (1, 2)]


def test_downloaded_decisions_change_both_parts(review: Review, tmp_path: Path) -> None:
    assert "a.two (body), line 1" in review.page.locator("#issue-where").inner_text()
    decide(review.page)
    review.page.reload()

    assert first_sentences(review.page) == ["It is wet.", "It is dry."]
    (tmp_path / "d.json").write_bytes(review.download("Download decisions"))
    decisions = read_decisions(tmp_path / "d.json")
    [applied] = apply_decisions(decisions, tmp_path).files

    counts = [(file.part, len(file.decisions)) for file in decisions.files]
    assert counts == [("body", 1), ("notes", 2)]
    assert (applied.error, (tmp_path / "a.two").read_text()) == (None, FIXED)
    assert review.errors == []


def test_parts_have_no_corrected_text_or_diff(review: Review) -> None:
    review.press("a")
    for name in ("Download corrected text", "Download diff"):
        review.page.get_by_role("button", name=name, exact=True).click()
        status = review.page.locator("#status")
        expect(status).to_contain_text("Files that only editkit can write are not included")


@pytest.fixture
def served(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, Page]]:
    """Two tabs of one review server, which runs in this process."""
    (tmp_path / "a.two").write_text(RAW)
    with Session() as linter:
        files = ReviewFiles(
            [(SETTINGS, SourceFile(str(tmp_path / "a.two")))], ("a.two",), tmp_path, linter
        )
        store = DecisionStore(tmp_path / "d.json")
        app = create_app(ReviewSession(files, list(files.lint()), store), {}, "right", 8123)
        client = TestClient(app, base_url=ORIGIN)

        def forward(route: Route) -> None:
            sent = route.request
            token = {"X-Editkit-Token": sent.headers.get("x-editkit-token", "")}
            response = client.request(
                sent.method, sent.url, content=sent.post_data or "", headers=token
            )
            kind = response.headers["content-type"]
            route.fulfill(status=response.status_code, body=response.content, content_type=kind)

        with closing(browser.new_context()) as first, closing(browser.new_context()) as second:
            pages = first.new_page(), second.new_page()
            for page in pages:
                page.route("**/*", forward)
                page.goto(f"{ORIGIN}/?token=right")
            yield pages
            # A page asks the server again and again; closing would wait for an open request.
            for page in pages:
                page.unroute_all(behavior="ignoreErrors")


def wait_until_saved(page: Page) -> None:
    # Not wait_for_function: it polls with eval, which the page's policy forbids.
    end = time.monotonic() + 30
    while not page.evaluate("!server.dirty && !server.saving"):
        assert time.monotonic() < end
        page.wait_for_timeout(20)


def test_a_tab_from_before_an_apply_keeps_decisions_about_another_part(
    served: tuple[Page, Page],
) -> None:
    first, late = served
    first.keyboard.press("a")
    wait_until_saved(first)
    first.get_by_role("button", name="Apply to the files").click()
    expect(first.locator("[data-edit]")).to_have_count(1)
    first.keyboard.press("r")
    wait_until_saved(first)

    rewrite(late, "It is wet.", "It is dry.", 0)

    expect(late.locator("[data-edit]")).to_have_count(1)
    expect(late.locator("[data-edit]")).to_have_attribute("data-state", "rejected")
    assert first_sentences(late) == ["It is dry.", "It is wet."]


def test_two_tabs_of_the_server_decide_about_both_parts(
    served: tuple[Page, Page], tmp_path: Path
) -> None:
    first, second = served
    decide(first)
    expect(first.locator("#status")).to_contain_text("Rewritten")
    wait_until_saved(first)

    second.evaluate("dispatchEvent(new Event('focus'))")
    expect(second.locator("[data-edit][data-state='accepted']")).to_have_count(2)
    assert first_sentences(second) == ["It is wet.", "It is dry."]
    second.get_by_role("button", name="Apply to the files").click()

    expect(second.locator("[data-edit]")).to_have_count(0)
    assert (tmp_path / "a.two").read_text() == FIXED
