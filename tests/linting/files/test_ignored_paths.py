"""Ignored and excluded files: what a search of folders leaves out."""

import os
from pathlib import Path

import pytest

from editkit.config import Configuration
from editkit.core.errors import InputError
from editkit.linting.files.discover_settings import Search, find_files
from tests.capabilities import needs

DEFAULT = Search()
FILES = ("a.md", "build/out.md", "docs/b.md", "docs/build/c.md", "docs/drafts/d.md", "docs/x.png")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(dict.fromkeys(FILES, "text"))
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*paths: str, search: Search = DEFAULT, **overrides: object) -> list[str]:
    files = find_files(paths, Configuration(overrides), search).files
    assert all(file.error is None for _, file in files), [file.error for _, file in files]
    return [file.uri for _, file in files]


def test_folders_and_patterns_leave_out_what_git_ignores() -> None:
    write({".gitignore": "build/\n"})
    kept = ["a.md", "docs/b.md", "docs/drafts/d.md"]

    assert found(".") == kept
    assert found("**/*.md") == kept
    assert found("docs") == kept[1:]  # the file in the folder above counts
    assert found(".", search=Search(reads_ignore_files=False)) == sorted(
        each for each in FILES if each.endswith(".md")
    )


def test_a_named_file_or_folder_is_read() -> None:
    write({".gitignore": "build/\n*.md\n!out.md\n"})

    assert found("docs/b.md", "build") == ["docs/b.md", "build/out.md"]
    forced = Search(force_exclude=True)
    assert found("docs/b.md", "build/out.md", "docs/build/c.md", search=forced) == []


def test_the_nearest_file_decides_and_negation_brings_back() -> None:
    write({".gitignore": "drafts/\n*.md\n", "docs/.gitignore": "!b.md\n!drafts/\n"})
    assert found(".") == ["docs/b.md"]

    write({"docs/.gitignore": "!*.md\n!drafts/\n", ".ignore": "b.md\n"})
    assert found(".") == ["docs/build/c.md", "docs/drafts/d.md"]


def test_a_file_in_an_ignored_folder_cannot_be_brought_back() -> None:
    write({".gitignore": "docs/\n!docs/b.md\n"})

    assert found(".") == ["a.md", "build/out.md"]


def test_the_exclude_file_of_the_repository_counts() -> None:
    write({".git/info/exclude": "docs\n", ".gitignore": "!/docs/\nbuild\n"})
    assert found(".") == ["a.md", "docs/b.md", "docs/drafts/d.md"]

    write({".gitignore": ""})
    assert found(".") == ["a.md", "build/out.md"]


def test_a_repository_inside_does_not_inherit(folder: Path) -> None:
    write({".gitignore": "*.md\n", ".ignore": "drafts\n"})
    (folder / "docs" / ".git").mkdir()

    assert (
        found(".")
        == found("docs")
        == [
            "docs/b.md",
            "docs/build/c.md",
            "docs/drafts/d.md",
        ]
    )


def test_outside_of_a_repository_files_up_to_the_current_folder_count(folder: Path) -> None:
    (folder / ".git").rmdir()
    write({".gitignore": "build\n"})
    assert found("docs") == ["docs/b.md", "docs/drafts/d.md"]

    os.chdir("docs/drafts")
    assert found("../build") == ["../build/c.md"]


def test_exclude_is_relative_to_the_configuration() -> None:
    write({"docs/editkit.toml": 'exclude = ["build/**", "/drafts"]\n', "docs/sub/build/e.md": ""})

    assert found("docs") == ["docs/b.md", "docs/sub/build/e.md"]
    assert found("docs/build/c.md") == ["docs/build/c.md"]
    assert found("docs/build/c.md", search=Search(force_exclude=True)) == []
    unignored = Search(reads_ignore_files=False)
    assert found("docs", search=unignored) == ["docs/b.md", "docs/sub/build/e.md"]


def test_a_configuration_that_excludes_shares_its_settings() -> None:
    write({"editkit.toml": 'exclude = "docs"\n'})
    [(settings, _), _] = find_files(["."], Configuration()).files

    assert settings.exclude == ()
    assert [str(uri) for uri in found(".")] == ["a.md", "build/out.md"]


def test_a_broken_pattern_is_an_error() -> None:
    write({"editkit.toml": 'exclude = ["[a"]\n'})

    with pytest.raises(InputError, match="exclude: “\\[a” is no pattern"):
        find_files(["."], Configuration())


def test_a_folder_where_all_is_ignored_is_an_error() -> None:
    write({".gitignore": "*.md\n"})
    [(_, file)] = find_files(["docs"], Configuration()).files
    assert file.error is not None
    assert file.error.endswith("that are not ignored or excluded; see --no-ignore.")

    [(_, file)] = find_files(["docs/*.md"], Configuration()).files
    assert file.error is not None
    assert file.error.startswith("All files that match this pattern are ignored or excluded")


def test_ignored_files_are_not_counted_as_skipped() -> None:
    write({".gitignore": "*.png\n"})
    assert find_files(["."], Configuration()).notices == ()

    write({".gitignore": ""})
    assert len(find_files(["."], Configuration()).notices) == 1


@needs("links", "pipes")
@pytest.mark.parametrize("kind", ["link", "pipe", "large", "bytes", "many"])
def test_an_ignore_file_that_cannot_be_used_is_a_notice(folder: Path, kind: str) -> None:
    path = folder / "docs" / ".gitignore"
    match kind:
        case "link":
            path.symlink_to("x.png")
        case "pipe":
            os.mkfifo(path)
        case "large":
            path.write_bytes(b"*\n" * 600_000)
        case "bytes":
            path.write_bytes(b"\xff\n")
        case "many":
            path.write_bytes(b"#\n" * 20_000 + b"*\n")
    (folder / "docs" / "x.png").unlink()

    files = find_files([".", "docs/**/*.md"], Configuration())

    assert len(files.files) == 5
    [notice] = files.notices
    assert notice.uri == "docs/.gitignore"
    assert "used" in notice.message
