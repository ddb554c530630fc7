"""A browser for all tests, and for each a page of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from editkit.core.result import FileResult
from editkit.report.review import render
from tests.browser.page import ISSUES, RAW, Open, Review
from tests.reviewing import result

FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "these tests need Chromium on PATH"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    contexts = []

    def open_page(*results: FileResult, **how: Any) -> Review:  # noqa: ANN401  (passed on)
        path = tmp_path / "page" / "review.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(render(results, **how), encoding="utf-8", newline="")
        context = browser.new_context(accept_downloads=True)
        context.set_default_timeout(5_000)
        contexts.append(context)
        review = Review(context.new_page(), path)
        context.on("request", lambda request: review.requests.append(request.url))
        review.page.on("pageerror", lambda error: review.faults.append(str(error)))
        review.page.on("console", lambda message: review.faults.append(message.text))
        review.page.on("dialog", lambda dialog: review.faults.append(dialog.message))
        review.page.goto(path.as_uri())
        return review

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def review(opened: Open) -> Review:
    return opened(result(RAW, *ISSUES))
