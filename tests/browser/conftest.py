"""A browser for all tests, and for each a page or a served review of its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from editkit.core.result import FileResult
from editkit.reviewing.page import render
from tests.browser.page import ISSUES, RAW, Open, Review
from tests.browser.tabs import Serve, Served, Tab, refuse
from tests.results import result
from tests.serving import served

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
        context.set_default_timeout(15_000)
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


@pytest.fixture
def serve(browser: Browser, tmp_path: Path) -> Serve:
    """Serve the articles of a folder: `a.txt`, and what else is named."""

    @contextmanager
    def serving(*more: str) -> Iterator[Served]:
        contexts, tabs = [], []
        with served(tmp_path, "--baseline", "known.json", "--words", "w.txt", *more) as (
            process,
            url,
        ):
            origin = url.partition("/?")[0]

            def opened() -> Tab:
                context = browser.new_context()  # nothing is shared between tabs but the server
                context.set_default_timeout(10_000)
                contexts.append(context)
                tab = Tab(context.new_page())
                tabs.append(tab)
                tab.page.on("pageerror", lambda error: tab.faults.append(str(error)))
                tab.page.on("dialog", lambda dialog: tab.faults.append(dialog.message))
                tab.page.route(
                    lambda url: not url.startswith(origin), lambda route: refuse(route, tab)
                )
                tab.page.goto(url)
                return tab

            yield Served(tmp_path, process, opened)
            assert [fault for tab in tabs for fault in tab.faults] == []
            for context in contexts:
                context.close()

    return serving
