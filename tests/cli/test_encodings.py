"""Output encodings: text reports in any terminal encoding, other formats in UTF-8."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENCODINGS = ("gbk", "gbk:surrogateescape", "cp936", "cp1252", "latin-1", "shift_jis", "utf-8")
CODE_PAGES = ("gbk", "cp1252")
CHECK = ("glossary", "check", "glossary.csv", "--format", "json")
LINT = ("lint", "a.txt", "-g", "glossary.csv", "--engine", "none", "--no-cache", "--format")
ARTICLE = "The Harb0ur\u00a0Motor “ïss” — 疫情 costs €5 at at noon\u3000.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    table = "term,source,forbidden\nHarbour Motor,海港汽车,\nŠkoda,,Škoda\n"
    (tmp_path / "glossary.csv").write_text(table, encoding="utf-8")
    return tmp_path


def printed(folder: Path, encoding: str, *args: str) -> bytes:
    ran = subprocess.run(
        [sys.executable, "-m", "editkit", *args],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert b"Traceback" not in ran.stderr
    assert ran.returncode in {0, 1}
    return ran.stdout


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_report_escapes_unencodable_characters(folder: Path, encoding: str) -> None:
    text = printed(folder, encoding, *LINT, "text").decode(encoding.split(":", maxsplit=1)[0])

    assert text.endswith("safe correction (editkit fix)\n")
    assert ("疫情" in text) == (encoding not in {"cp1252", "latin-1"})
    assert ("\\u75ab\\u60c5" in text) == (encoding in {"cp1252", "latin-1"})


@pytest.mark.parametrize("form", ["json", "jsonl", "github"])
def test_a_machine_readable_report_is_utf_8(folder: Path, form: str) -> None:
    expected = printed(folder, "utf-8", *LINT, form)

    assert "U+3000 IDEOGRAPHIC SPACE" in expected.decode()
    for encoding in CODE_PAGES:
        assert printed(folder, encoding, *LINT, form) == expected


def test_a_glossary_is_checked_and_mined_in_utf_8(folder: Path) -> None:
    (folder / "b.txt").write_text("The Škoda Group grew.\n" * 5, encoding="utf-8")
    for encoding in CODE_PAGES:
        assert "Škoda" in json.dumps(
            json.loads(printed(folder, encoding, *CHECK)), ensure_ascii=False
        )
        mined = printed(folder, encoding, "glossary", "mine", "b.txt").decode()
        assert next(csv.DictReader(io.StringIO(mined)))["term"] == "Škoda Group"


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize("args", [("rules", "--all"), ("rules", "calque"), ("engines",), ("-h",)])
def test_other_commands_print_too(folder: Path, encoding: str, args: tuple[str, ...]) -> None:
    assert printed(folder, encoding, *args).decode(encoding)
