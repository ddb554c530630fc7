"""Unknown formats: named files are rejected, files in folders are skipped."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from editkit.formats import known_suffixes
from tests.capabilities import needs
from tests.cli.conftest import Editkit

TEXT = "The harbor lines left.\n"
UNKNOWN_SUFFIXES = "odt rst adoc tex json yaml toml xml csv tsv po srt vtt pdf log png".split()
OPTIONS = ("-g", "glossary.csv", "--engine", "none")


def rejection_message(name: str) -> str:
    suffix = Path(name).suffix.lower()
    known = f"{', '.join(sorted(known_suffixes()))} and files without a suffix"
    way = f"--format-of '*{suffix}=plain' reads them as plain text."
    return f"editkit cannot read {suffix} files, only {known}; {way}"


@pytest.mark.parametrize("command", [("normalize", "--write"), ("fix", "--write"), ("lint",)])
def test_named_files_are_rejected_and_others_are_linted(
    editkit: Editkit, tmp_path: Path, command: tuple[str, ...]
) -> None:
    names = [f"page.{suffix}" for suffix in UNKNOWN_SUFFIXES]
    for name in names:
        (tmp_path / name).write_text(TEXT, encoding="utf-8")

    ran = editkit(command[0], *names, "a.txt", *OPTIONS, *command[1:])

    assert ran.code == 2
    for name in names:
        assert re.search(rf"{name}: .*{re.escape(rejection_message(name))}", ran.out + ran.err)
        assert (tmp_path / name).read_text(encoding="utf-8") == TEXT
    if "--write" in command:
        assert "Harbour Lines" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    else:
        assert "deprecated-term" in ran.out


def test_a_globbed_file_is_rejected(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "page.odt").write_text(TEXT, encoding="utf-8")

    ran = editkit("lint", "p*", *OPTIONS)

    assert (ran.code, ran.out.split("\n")[0]) == (
        2,
        f"page.odt: not read: {rejection_message('page.odt')}",
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_in_a_folder_unknown_formats_are_skipped_with_one_notice(
    editkit: Editkit, tmp_path: Path, form: str
) -> None:
    for name in ("page.odt", "deep/a.json", "deep/b.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    notice = "Skipped 3 files in formats that editkit does not check: 2 .json, 1 .odt."

    ran = editkit("lint", ".", "deep/..", "--format", form, *OPTIONS)

    assert ran.code == 1
    assert (ran.out + ran.err).count(notice) == 1
    if form == "json":
        report = json.loads(ran.out)
        assert [n for n in report["notices"] if "Skipped" in n["message"]] == [
            {"message": notice, "path": None, "engine": None}
        ]
        assert [file["path"] for file in report["files"]] == ["a.txt", "clean.txt"]


def test_corrections_of_a_folder_skip_unknown_formats(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "page.odt").write_text(TEXT, encoding="utf-8")

    ran = editkit("normalize", ".", *OPTIONS, "--write")

    assert ran.code == 0
    assert "Skipped 1 file in" in ran.err
    assert (tmp_path / "page.odt").read_text(encoding="utf-8") == TEXT
    assert editkit("normalize", ".", *OPTIONS, "--write", "--quiet").err == ""


def test_a_review_contains_only_readable_files(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "page.odt").write_text(TEXT, encoding="utf-8")

    assert editkit("review", "page.odt", *OPTIONS, "-o", "r.html").code == 2
    ran = editkit("review", ".", "--engine", "none", "-o", "r.html")

    assert ran.code == 0
    assert "Skipped 2 files in formats that editkit does not check: 1 .csv, 1 .odt." in ran.err


def test_a_baseline_of_a_folder_skips_unknown_formats(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "page.odt").write_text(TEXT, encoding="utf-8")

    ran = editkit("lint", ".", "--engine", "none", "--write-baseline")

    assert ran.code == 0
    assert "Skipped 2 files in formats that editkit does not check: 1 .csv, 1 .odt." in ran.err


def test_decisions_about_such_a_file_are_refused(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "page.odt").write_text(TEXT, encoding="utf-8")
    edit = {"start": 4, "end": 16, "before": "harbor lines", "replacement": "Harbour Lines"}
    decision = {"edit": "1", "rule": None, "fingerprint": None, "state": "rewritten"}
    file = {
        "path": "page.odt",
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "decisions": [{**decision, "edits": [edit]}],
    }
    tool = {"name": "editkit", "version": "0"}
    value = {"schema": "editkit.decisions/1", "tool": tool, "files": [file]}
    (tmp_path / "d.json").write_text(json.dumps(value), encoding="utf-8")

    ran = editkit("apply", "d.json")

    assert ran.code == 2
    assert f"page.odt: {rejection_message('page.odt')}" in ran.err
    assert (tmp_path / "page.odt").read_text(encoding="utf-8") == TEXT


def test_mining_reports_skipped_files(editkit: Editkit) -> None:
    assert "Skipped 1 file in formats" in editkit("glossary", "mine", ".").err


@needs("links")
@pytest.mark.parametrize("command", [("normalize", "--write"), ("review", "-o", "r.html")])
def test_a_link_has_the_format_of_its_target(
    editkit: Editkit, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "page.odt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("page.odt")
    (tmp_path / "blob").write_text(f"A `harbor lines`.\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "blob.md").symlink_to("blob")

    ran = editkit(command[0], "link.txt", "blob.md", *OPTIONS, *command[1:])

    assert ran.code == 2
    assert f"link.txt: {rejection_message('page.odt')}" in ran.err
    assert (tmp_path / "page.odt").read_text(encoding="utf-8") == TEXT
    if command[0] == "normalize":
        assert (tmp_path / "blob").read_text(encoding="utf-8") == (
            "A `harbor lines`.\n\nThe Harbour Lines left.\n"
        )


def test_input_files_are_not_counted_as_skipped(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "editkit.toml").write_text(
        'engine = "none"\nwords = ["w.lst"]\npacks = ["p.csv"]\nbaseline = "b.json"\n'
    )
    (tmp_path / "w.lst").write_text("ferry\n")
    (tmp_path / "p.csv").write_text("term,forbidden,note\n")
    editkit("lint", "clean.txt", "--write-baseline")

    assert "Skipped" not in editkit("lint", ".", "-g", "glossary.csv").out


def test_a_name_with_a_period_in_a_sentence_has_no_suffix(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "Letter to Mr. Ho").write_text(TEXT, encoding="utf-8")

    assert editkit("lint", "Letter to Mr. Ho", *OPTIONS).code == 1
