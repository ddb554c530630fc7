"""Take the screenshots of the review page in docs/images/: light, dark, and on a phone.

Run it as `uv run python scripts/screenshot.py` with `chromium` on PATH. Install fonts with Chinese
characters, or the source terms of the glossary appear as boxes.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
ARTICLE, GLOSSARY = "corpus/car-group.txt", "glossary/car-group.csv"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


class Shot(NamedTuple):
    """A screenshot: window size, color scheme, and keys to press."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    keys: str


SHOTS = (
    Shot("review-page.png", 1280, 800, "light", "arajaajjjjj"),
    Shot("review-page-dark.png", 1280, 800, "dark", "arajaaav"),
    Shot("review-page-phone.png", 390, 844, "light", "arajaaj"),
)


def main() -> None:
    """Write the screenshots, or exit with a message if chromium is missing."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not on PATH")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "review.html")
        command = [sys.executable, "-m", "editkit", "review", ARTICLE, "-g", GLOSSARY]
        subprocess.run([*command, "-o", str(page_file)], cwd=ROOT, check=True)  # noqa: S603  (our own program)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            size = {"width": shot.width, "height": shot.height}
            context = browser.new_context(viewport=size, color_scheme=shot.scheme)
            page = context.new_page()
            page.goto(page_file.as_uri())
            for key in shot.keys:
                page.keyboard.press(key)
            page.wait_for_timeout(200)
            page.screenshot(path=ROOT / "docs" / "images" / shot.name)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
