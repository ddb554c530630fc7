"""`lint --source`: the original of an article, aligned by paragraphs."""

from pathlib import Path
from typing import Any

import pytest

from editkit.core.document import Original
from editkit.core.span import Span
from editkit.linting.files.source_file import SourceFile, read
from editkit.linting.lint_file import lint_file
from tests.cli.conftest import Editkit

ONLY = ("--engine", "none", "--select", "repeated-word")


def test_paragraphs_get_their_originals() -> None:
    file = SourceFile("t.md", data=b"# One\n\nTwo *2*.\n", original="一\n\n二 2。")

    [document] = read(file, "en").documents

    assert document.originals == (Original(Span(0, 3), "一"), Original(Span(5, 11), "二 2。"))


def test_other_numbers_of_paragraphs_are_a_notice(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("One one.\n\nTwo.\n")
    (tmp_path / "o.md").write_text("# 一\n", "utf-8")

    ran = editkit("lint", *ONLY, "--source", "o.md", "t.txt")

    notice = "The original has 1 paragraph and this article 2, so they are not aligned."
    assert (ran.code, ran.out.count(notice)) == (1, 1)


def test_the_original_is_a_part_of_the_cache_key(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "100")
    (tmp_path / "t.txt").write_text("One one.\n")
    linted: list[str | None] = []

    def count(parsed: Any, *args: Any) -> Any:  # noqa: ANN401  (passed on)
        linted.append(parsed.documents[0].originals[0].text)
        return lint_file(parsed, *args)

    monkeypatch.setattr("editkit.linting.runner.lint_file", count)
    for text in ("一", "二", "二"):
        (tmp_path / "o.txt").write_text(text, "utf-8")
        assert editkit("lint", *ONLY, "--source", "o.txt", "t.txt").code == 1

    assert linted == ["一", "二"]


def test_an_original_belongs_to_one_article(editkit: Editkit) -> None:
    ran = editkit("lint", *ONLY, "--source", "a.txt", "a.txt", "clean.txt")

    message = "editkit: An original belongs to one article, and 2 are checked.\n"
    assert (ran.code, ran.err) == (2, message)
    assert editkit("lint", *ONLY, "--source", "none.txt", "a.txt").code == 2
