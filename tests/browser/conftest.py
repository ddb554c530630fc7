"""Fixtures: a shared browser, and a page or a served review for each test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from editkit.core.result import FileResult
from editkit.reviewing.page import render
from tests.browser.page import ISSUES, RAW, OpenPage, Review
from tests.browser.tabs import ServedReview, ServeReview, Tab, block_request
from tests.file_results import file_result
from tests.serving import run_server

FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # A page in the headless shell costs a fifth of one in a window of Chromium.
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert chromium, "these tests need Chromium on PATH"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    contexts = []

    def open_results(*results: FileResult, **how: Any) -> Review:  # noqa: ANN401  (passed on)
        path = tmp_path / "page" / "review.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(render(results, **how), encoding="utf-8", newline="")
        context = browser.new_context(accept_downloads=True)
        context.set_default_timeout(15_000)
        contexts.append(context)
        review = Review(context.new_page(), path)
        context.on("request", lambda request: review.requests.append(request.url))
        review.page.on("pageerror", lambda error: review.errors.append(str(error)))
        review.page.on("console", lambda message: review.errors.append(message.text))
        review.page.on("dialog", lambda dialog: review.errors.append(dialog.message))
        review.page.goto(path.as_uri())
        return review

    yield open_results
    for context in contexts:
        context.close()


@pytest.fixture
def review(open_page: OpenPage) -> Review:
    return open_page(file_result(RAW, *ISSUES))


@pytest.fixture
def serve(browser: Browser, tmp_path: Path) -> ServeReview:
    """Serve `a.txt` and other named articles of a folder."""

    @contextmanager
    def serving(*more: str) -> Iterator[ServedReview]:
        contexts, tabs = [], []
        with run_server(tmp_path, "--baseline", "known.json", "--words", "w.txt", *more) as (
            process,
            url,
        ):
            origin = url.partition("/?")[0]

            def open_tab() -> Tab:
                context = browser.new_context()  # tabs share only the server
                context.set_default_timeout(10_000)
                contexts.append(context)
                tab = Tab(context.new_page())
                tabs.append(tab)
                tab.page.on("pageerror", lambda error: tab.errors.append(str(error)))
                tab.page.on("dialog", lambda dialog: tab.errors.append(dialog.message))
                tab.page.route(
                    lambda url: not url.startswith(origin), lambda route: block_request(route, tab)
                )
                tab.page.goto(url)
                return tab

            yield ServedReview(tmp_path, process, open_tab)
            assert [error for tab in tabs for error in tab.errors] == []
            for context in contexts:
                context.close()

    return serving
