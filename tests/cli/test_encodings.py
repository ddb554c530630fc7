"""Output encodings: text reports in any terminal encoding, other formats in UTF-8."""

import csv
import gc
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editkit.__main__ import main
from tests.processes import COMMAND

ENCODINGS = (
    "ascii",
    "gbk",
    "gbk:surrogateescape",
    "cp936",
    "cp1252",
    "latin-1",
    "shift_jis",
    "utf-8",
)
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


Printed = Callable[..., bytes]


@pytest.fixture
def printed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Run a command in this process with a standard output in another encoding."""
    monkeypatch.chdir(folder)
    for name in ("freeze", "set_threshold"):  # they would apply to the other tests as well
        monkeypatch.setattr(gc, name, lambda *_: None)

    def run(encoding: str, *args: str) -> bytes:
        name, _, errors = encoding.partition(":")
        output = io.BytesIO()
        with monkeypatch.context() as patch, io.TextIOWrapper(output, name, errors or None) as out:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", sys.stderr)  # which `main` replaces
            patch.setattr(sys, "argv", ["editkit", *args])
            with pytest.raises(SystemExit) as ended:
                main()
            out.flush()
            assert ended.value.code in {0, 1}
            return output.getvalue()

    return run


@pytest.mark.live
@pytest.mark.parametrize(
    ("encoding", "form"),
    [("gbk:surrogateescape", "text"), ("cp1252", "text"), ("cp1252", "json")],
)
def test_a_process_prints_the_same(
    folder: Path, printed: Printed, encoding: str, form: str
) -> None:
    ran = subprocess.run(
        [*COMMAND, *LINT, form],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )

    assert (ran.returncode, ran.stderr) == (1, b"")
    assert ran.stdout == printed(encoding, *LINT, form)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_report_escapes_unencodable_characters(printed: Printed, encoding: str) -> None:
    # Click takes ASCII, the encoding of LC_ALL=C, for UTF-8.
    name = "utf-8" if encoding == "ascii" else encoding.partition(":")[0]
    text = printed(encoding, *LINT, "text").decode(name)

    assert text.endswith("can be fixed automatically: editkit fix\n")
    assert ("疫情" in text) == (encoding not in {"cp1252", "latin-1"})
    assert ("\\u75ab\\u60c5" in text) == (encoding in {"cp1252", "latin-1"})


@pytest.mark.parametrize("form", ["json", "jsonl", "github"])
def test_a_machine_readable_report_is_utf_8(printed: Printed, form: str) -> None:
    expected = printed("utf-8", *LINT, form)

    assert "U+3000 IDEOGRAPHIC SPACE" in expected.decode()
    for encoding in CODE_PAGES:
        assert printed(encoding, *LINT, form) == expected


def test_a_glossary_is_checked_and_mined_in_utf_8(folder: Path, printed: Printed) -> None:
    (folder / "b.txt").write_text("The Škoda Group grew.\n" * 5, encoding="utf-8")
    for encoding in CODE_PAGES:
        assert "Škoda" in json.dumps(json.loads(printed(encoding, *CHECK)), ensure_ascii=False)
        mined = printed(encoding, "glossary", "mine", "b.txt").decode()
        assert next(csv.DictReader(io.StringIO(mined)))["term"] == "Škoda Group"


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize("args", [("rules", "--all"), ("rules", "calque"), ("engines",), ("-h",)])
def test_other_commands_print_too(printed: Printed, encoding: str, args: tuple[str, ...]) -> None:
    assert printed(encoding, *args).decode(encoding)
