from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.linting.files.discovery import expand, skipped_files_message
from editkit.linting.files.source_file import SourceFile, read, with_bytes
from tests.capabilities import needs


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.md",
        "picture.png",
        "deep/c.markdown",
        "deep/er/D.TXT",
        ".git/e.txt",
        ".hidden.txt",
        "node_modules/f.md",
        ".venv/g.txt",
        "deep/.cache/h.txt",
        "bare/i.png",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def names(*paths: str) -> list[str]:
    return [found.uri for found in expand(paths, set()) if found.error is None]


def test_a_folder_expands_to_its_sorted_articles(folder: Path) -> None:
    assert names(".") == ["a.md", "b.txt", "deep/c.markdown", "deep/er/D.TXT"]
    assert names("deep/") == ["deep/c.markdown", "deep/er/D.TXT"]
    assert names(str(folder / "deep")) == [
        str(folder / "deep/c.markdown"),
        str(folder / "deep/er/D.TXT"),
    ]


@pytest.mark.usefixtures("folder")
def test_a_file_is_yielded_once_under_its_first_name() -> None:
    assert names("b.txt", "./b.txt", ".", "deep/../a.md") == [
        "b.txt",
        "a.md",
        "deep/c.markdown",
        "deep/er/D.TXT",
    ]
    assert names("picture.png", "-", "-") == ["picture.png", "<stdin>"]


@needs("links")
@pytest.mark.parametrize("paths", [["links", "b"], ["b", "links"], ["links", "b/x.txt"]])
def test_a_file_is_not_found_by_a_link_out_of_a_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    for name in ("links", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "b" / "x.txt").touch()
    (tmp_path / "links" / "l.txt").symlink_to("../b/x.txt")
    monkeypatch.chdir(tmp_path)

    [found] = expand(paths, set())

    assert (found.uri, found.leads_outside) == ("b/x.txt", False)


@pytest.mark.usefixtures("folder")
def test_a_glob_is_expanded() -> None:
    assert names("*.txt", "**/*.markdown") == ["b.txt", "deep/c.markdown"]
    assert names("dee*") == ["deep/c.markdown", "deep/er/D.TXT"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(folder: Path) -> None:
    (folder / "[b].txt").touch()

    assert names("[b].txt") == ["[b].txt"]


@pytest.mark.usefixtures("folder")
def test_a_path_without_files_has_an_error() -> None:
    found = list(expand(["bare", "*.html", "gone.txt"], set()))

    assert [f.uri for f in found] == ["bare", "*.html", "gone.txt"]
    assert str(found[0].error).startswith("This folder has no articles (.")
    assert found[1].error == "No file matches this pattern."
    with pytest.raises(InputError, match=r"gone\.txt: No such file\."):
        read(found[2], "en-US")


@pytest.mark.usefixtures("folder")
def test_the_suffix_determines_the_format_unless_it_is_given() -> None:
    assert read(SourceFile("a.md"), "en").format == "markdown"
    assert read(SourceFile("b.txt"), "en").format == "plain"
    assert read(SourceFile("x", data=b"*hi*", format="markdown"), "en").documents[0].text == "hi"


@pytest.mark.usefixtures("folder")
def test_an_unknown_suffix_is_not_read_as_plain_text() -> None:
    for name in ("picture.png", "a/b.ODT", "x.tar.gz"):
        with pytest.raises(InputError, match=r"cannot read \.\w+ files, only \..*\.markdown, "):
            read(SourceFile(name), "en-US")
    assert with_bytes(SourceFile("picture.png")).data is None


def test_skipped_files_of_folders_are_counted(folder: Path) -> None:
    (folder / "LICENSE").touch()
    (folder / "deep/page.odt").touch()
    skipped: set[str] = set()

    assert len(list(expand([".", "deep/..", "picture.png"], skipped))) == 5

    assert skipped == {str(folder / n) for n in ("picture.png", "deep/page.odt", "bare/i.png")}
    assert skipped_files_message(skipped) == (
        "Skipped 3 files in formats that editkit does not check: 2 .png, 1 .odt."
    )


def test_the_most_frequent_skipped_suffixes_are_named() -> None:
    names = [f"{at}.x{at % 8}" for at in range(20)]

    assert skipped_files_message(names) == (
        "Skipped 20 files in formats that editkit does not check: "
        "3 .x0, 3 .x1, 3 .x2, 3 .x3, 2 .x4 and 6 others."
    )
