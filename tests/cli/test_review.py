"""`editkit review`: the written page and its paths, read by `editkit apply`."""

from pathlib import Path

import pytest

from editkit.cli import run
from tests.capabilities import needs

RAW = "The tram runs up the the hill.\n"


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "in" / "a.txt"
    path.parent.mkdir()
    path.write_text(RAW)
    return path


def review(*arguments: str) -> int:
    return run(["review", "--engine", "none", *arguments])


def test_the_page_names_files_from_the_root(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review("in/a.txt", "-o", "page.html") == 0
    first = (tmp_path / "page.html").read_text()
    assert review(str(tmp_path / "in" / "a.txt"), "-o", "page.html", "--root", "in") == 0

    assert '"path":"in/a.txt"' in first
    assert '"path":"a.txt"' in (tmp_path / "page.html").read_text()
    assert "page.html: 1 edit and 0 notes in 1 file\n" in capsys.readouterr().err


def test_a_file_outside_of_the_root_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other").mkdir()

    assert review("in/a.txt", "-o", "page.html", "--root", "other") == 2

    assert "in/a.txt" in (errors := capsys.readouterr().err)
    assert "--root" in errors
    assert not (tmp_path / "page.html").exists()


@needs("links")
def test_a_link_to_a_file_outside_of_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "b.txt").symlink_to(tmp_path / "in" / "a.txt")

    assert review("root/b.txt", "-o", "page.html", "--root", "root") == 2


def test_the_page_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert review("in/a.txt", "-o", "-") == 0

    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_the_page_is_never_written_over_an_article(article: Path) -> None:
    assert review("in/a.txt", "-o", "in/../in/a.txt") == 2

    assert article.read_text() == RAW


def test_a_missing_output_path_is_a_usage_error() -> None:
    assert review("in/a.txt") == 2


def test_standard_input_cannot_be_reviewed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert review("-", "-o", "page.html") == 2

    assert "Standard input" in capsys.readouterr().err


def test_a_missing_file_is_reported_and_others_are_reviewed(tmp_path: Path) -> None:
    assert review("in/a.txt", "in/none.txt", "-o", "page.html") == 2

    page = (tmp_path / "page.html").read_text()
    assert '"path":"in/a.txt"' in page
    assert "in/none.txt: No such file." in page


def test_no_page_is_written_if_no_file_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review("missing\x1b[2J.txt", "-o", "page.html") == 2

    assert not (tmp_path / "page.html").exists()
    assert "missing<U+001B>[2J.txt" in capsys.readouterr().err


def test_the_original_is_shown_next_to_its_translation(tmp_path: Path) -> None:
    (tmp_path / "in" / "a.txt").write_text("One.\n\nTwo the the hill.\n")
    (tmp_path / "a.zh.txt").write_text("一。\r\n \r\n\r\n二。\r\n", encoding="utf-8")

    assert review("in/a.txt", "--source", "a.zh.txt", "-o", "page.html") == 0

    assert '"originals":[[0,"一。"],[6,"二。"]]' in (tmp_path / "page.html").read_text("utf-8")


def test_an_original_with_other_paragraphs_is_reported_and_omitted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.zh.txt").write_text("一。\n\n二。\n", encoding="utf-8")

    assert review("in/a.txt", "--source", "a.zh.txt", "-o", "page.html") == 0

    assert "“a.zh.txt” has 2 paragraphs and this article 1" in capsys.readouterr().err
    page = (tmp_path / "page.html").read_text("utf-8")
    assert '"originals":[]' in page
    assert "has 2 paragraphs" in page


def test_an_original_that_is_missing_or_of_two_articles_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in" / "b.txt").write_text(RAW)

    assert review("in/a.txt", "--source", "none.txt", "-o", "page.html") == 2
    assert "none.txt" in capsys.readouterr().err
    assert review("in", "--source", "in/a.txt", "-o", "page.html") == 2
    assert "An original belongs to one article, and 2 are reviewed." in capsys.readouterr().err


def test_similar_terms_are_notes_with_synonyms(article: Path, tmp_path: Path) -> None:
    article.write_text(
        "The world economy fell. The world economy is old. The global economy rose.\n"
    )

    assert review("in/a.txt", "-o", "plain.html") == 0
    assert review("in/a.txt", "-o", "page.html", "--synonyms") == 0

    note = "“global economy” may mean the same as “world economy”."
    assert note in (tmp_path / "page.html").read_text("utf-8")
    assert note not in (tmp_path / "plain.html").read_text("utf-8")
