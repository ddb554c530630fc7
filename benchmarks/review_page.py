"""Speed of review pages of 5,000 and 20,000 edits in Chromium: loading, keys, search.

Run it as `uv run python benchmarks/review_page.py` with `chromium` on PATH. "Interactive" is from
the start of loading until the first edit is current and keys work; "answered" is from an event
until the frame with its result is presented. "Written" is without the check of the article.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.linting.suppression.rule_index import rules_by_id
from editkit.reviewing.page import render

PARAGRAPHS = 834
PARAGRAPH = (
    "The harbor motors plant opened in the the spring ,and the the mayor came. Tests ran for "
    "forty days on wet roads. The harbor motors cars did well, said the the board of the town.\n\n"
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
KEYS = ("a", "r", "j", "k", "u", "U", "s", "a", "r", "f", "a", "f", "u")
BULK_KEYS = ("A", "Enter", "u", "v", "v", "v", "v")
QUERIES = ("harbor", "harbor motors", "t", "the the", "nothing like this")
MEASURE_KEY = """key => new Promise(done => {
  const start = performance.now();
  const preview = document.querySelector("dialog[open] #bulk-go");
  if (preview && key === "Enter") preview.click();
  else document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - start); port2.postMessage(0); });
})"""
MEASURE_SEARCH = """query => new Promise(done => {
  const field = document.getElementById("search"), start = performance.now();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - start); port2.postMessage(0); });
})"""
READY = "() => performance.getEntriesByName('ready')[0]?.startTime ?? null"


def results(paragraphs: int, glossary: str) -> list[FileResult]:
    """Return the result for a text with six issues per paragraph, without an engine."""
    settings = Settings((glossary,), engine="none").for_review()
    data = (PARAGRAPH * paragraphs).encode()
    with Session() as session:
        return list(session.run([(settings, SourceFile("article.txt", data=data))]))


def write(paragraphs: int, glossary: str, path: Path) -> str:
    """Write a page and return its size and the time that this took, in words."""
    found = results(paragraphs, glossary)
    start = time.perf_counter()
    page = render(found, rules=rules_by_id())
    path.write_text(page, encoding="utf-8", newline="")
    seconds = time.perf_counter() - start
    return f"{path.stat().st_size / 1e6:.1f} MB, written in {seconds:.1f} s"


def opened(browser: Browser, path: Path) -> tuple[Page, float]:
    """Open a page; return it and the milliseconds until it is interactive."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(path.as_uri(), timeout=120_000)
    return page, page.evaluate(READY)


def key_latencies(page: Page, keys: Iterable[str]) -> dict[str, float]:
    """Return the longest response time of each of `keys`, in milliseconds."""
    took: dict[str, float] = {}
    for key in keys:
        took[key] = max(took.get(key, 0), page.evaluate(MEASURE_KEY, key))
    return took


def longest_scroll_frame(page: Page) -> float:
    """Return the longest frame, in milliseconds, of a scroll through the whole page."""
    return float(
        page.evaluate(
            """async () => { let longest = 0, before = performance.now();
              const step = document.documentElement.scrollHeight / 60;
              for (let at = 0; at < 60; at += 1) { scrollTo(0, at * step);
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                longest = Math.max(longest, now - before);
                before = now; }
              return longest; }"""
        )
    )


def main() -> None:
    """Print the sizes of the pages and their times."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not on PATH")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        glossary, path = Path(folder, "glossary.csv"), Path(folder, "review.html")
        glossary.write_text(
            "term,source,forbidden\nHarbour Motors,海港汽车,harbor motors\n", "utf-8"
        )
        written = write(PARAGRAPHS, str(glossary), path)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        tries = [opened(browser, path) for _ in range(3)]
        page = tries[-1][0]
        print(f"page of {page.locator('[data-edit]').count():,} edits: {written}")
        print(
            f"interactive after {statistics.median(ms for _, ms in tries):.0f} ms (1,500 at most)"
        )
        longest = longest_scroll_frame(page)
        for key, milliseconds in key_latencies(page, KEYS).items():
            print(f"key {key!r} answered within {milliseconds:.0f} ms (100 at most)")
        for query in QUERIES:
            milliseconds = page.evaluate(MEASURE_SEARCH, query)
            print(f"search for {query!r} answered within {milliseconds:.0f} ms (150 at most)")
        page.evaluate(MEASURE_SEARCH, "")
        for key, milliseconds in key_latencies(page, BULK_KEYS).items():
            print(f"key {key!r}, for all of a rule or of the page, within {milliseconds:.0f} ms")
        print(f"longest frame of a scroll through all of it: {longest:.0f} ms")
        for each, _ in tries:
            each.context.close()
        written = write(4 * PARAGRAPHS, str(glossary), path)
        page, ready = opened(browser, path)
        print(f"page of {page.locator('[data-edit]').count():,} edits: {written} (15 MB, 3 s)")
        print(f"interactive after {ready:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
