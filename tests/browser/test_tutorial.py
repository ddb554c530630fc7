"""The tutorial in a browser: what its reader does ends in the article that it shows."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from editkit.cli import run
from scripts.reference import DOCS
from tests.browser.page import Review

PAGE = DOCS / "tutorial" / "first-article.md"
OPTIONS = ("-g", "glossary.csv", "--engine", "none")


@pytest.mark.browser
def test_the_tutorial_ends_in_its_corrected_article(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PAGE.read_text(encoding="utf-8")
    files = re.findall(r'(?s)```text title="([\w.]+)"\n(.*?)```', text)
    (article, before), (glossary, rows), (last, after) = files
    assert article == last == "article.txt"
    monkeypatch.chdir(tmp_path)
    Path(article).write_text(before, encoding="utf-8")
    Path(glossary).write_text(rows, encoding="utf-8")

    assert run(["fix", article, *OPTIONS, "--write"]) == 0
    assert run(["review", article, *OPTIONS, "-o", "review.html"]) == 0
    with browser.new_context(accept_downloads=True) as context:
        review = Review(context.new_page(), tmp_path / "review.html")
        review.page.goto(review.path.as_uri())
        review.press("a", "a", "a")
        assert review.page.locator("#finish").is_visible()
        Path("article.decisions.json").write_bytes(review.download("Download decisions"))

    assert run(["apply", "article.decisions.json"]) == 0
    assert Path(article).read_text(encoding="utf-8") == after
