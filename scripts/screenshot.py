"""Makes docs/review-page.png: the review page of an article of the corpus, a few edits decided.

Run it as `uv run python scripts/screenshot.py` where `chromium` is on PATH; fonts with Chinese
characters should be installed, or the glossary's source terms show as boxes.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
ARTICLE, GLOSSARY = "corpus/car-group.txt", "glossary/car-group.csv"
KEYS = "aaraaaj"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def main() -> None:
    """Write the picture, or end with a sentence on what is missing."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not on PATH")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "review.html")
        command = [sys.executable, "-m", "editkit", "review", ARTICLE, "-g", GLOSSARY]
        subprocess.run([*command, "-o", str(page_file)], cwd=ROOT, check=True)  # noqa: S603  (our own command)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        page.goto(page_file.as_uri())
        for key in KEYS:
            page.keyboard.press(key)
        page.screenshot(path=ROOT / "docs" / "review-page.png")
        browser.close()


if __name__ == "__main__":
    main()
