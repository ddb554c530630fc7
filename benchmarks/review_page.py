"""Speed of a review page of 5,000 edits in Chromium: loading, and response to keys.

Run it as `uv run python benchmarks/review_page.py` with `chromium` on PATH. "Interactive" is from
the start of loading until the first edit is current and keys work; "answered" is from a key event
until the frame with its result is presented.
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import editkit

PARAGRAPHS = 834
PARAGRAPH = (
    "The harbor motors plant opened in the the spring ,and the the mayor came. Tests ran for "
    "forty days on wet roads. The harbor motors cars did well, said the the board of the town.\n\n"
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
KEYS = ("a", "r", "j", "k", "u", "U", "s", "a", "r", "f", "a", "f", "u")
BULK_KEYS = ("A", "u", "v", "v", "v", "v")
MEASURE_KEY = """key => new Promise(done => {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - start); port2.postMessage(0); });
})"""
READY = "() => performance.getEntriesByName('ready')[0]?.startTime ?? null"


def article() -> str:
    """Return a text with six issues per paragraph for checks without an engine."""
    return PARAGRAPH * PARAGRAPHS


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
    """Print the size of the page and its times."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not on PATH")
    glossary = Path(tempfile.mkdtemp(), "glossary.csv")
    glossary.write_text("term,source,forbidden\nHarbour Motors,海港汽车,harbor motors\n", "utf-8")
    html = editkit.review(article(), glossary=str(glossary), engine="none")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "review.html")
        file.write_text(html, encoding="utf-8", newline="")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        opened = []
        for _ in range(3):
            page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
            page.goto(file.as_uri())
            opened.append(page.evaluate(READY))
            edits = page.locator("[data-edit]").count()
        longest = longest_scroll_frame(page)
        took, whole = key_latencies(page, KEYS), key_latencies(page, BULK_KEYS)
        browser.close()
    print(f"page: {edits:,} edits, {len(html.encode()) / 1e6:.1f} MB")
    print(f"interactive after {statistics.median(opened):.0f} ms (2,000 at most)")
    for key, milliseconds in took.items():
        print(f"key {key!r} answered within {milliseconds:.0f} ms (100 at most)")
    for key, milliseconds in whole.items():
        print(f"key {key!r}, for all of a rule or of the page, within {milliseconds:.0f} ms")
    print(f"longest frame of a scroll through all of it: {longest:.0f} ms")


if __name__ == "__main__":
    main()
