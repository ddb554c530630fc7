"""Files that are not in Unicode: read, corrected, reviewed and written in their encoding."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit

TEXT = "The float boat (疫情) left at at noon.\r\n"
FIXED = "The ferry (疫情) left at noon.\r\n"
NONE = ("--engine", "none", "-g", "glossary.csv")


@pytest.fixture(autouse=True)
def article(editkit: Editkit, tmp_path: Path) -> Path:
    del editkit
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030"))
    return tmp_path / "a.txt"


def test_the_corrected_file_has_the_same_encoding(editkit: Editkit, article: Path) -> None:
    shown = editkit("fix", "a.txt", *NONE)
    assert (shown.code, shown.out.count("疫情")) == (1, 2)
    assert "This file is GB18030, so its diff cannot be applied" in shown.err

    assert editkit("fix", "a.txt", *NONE, "--write").code == 0
    assert article.read_bytes() == FIXED.encode("gb18030")
    assert editkit("lint", "a.txt", *NONE).code == 0


def test_the_report_names_the_encoding_and_results_are_cached(
    editkit: Editkit, article: Path
) -> None:
    first = editkit("lint", "a.txt", *NONE, "--format", "json").out
    [file] = json.loads(first)["files"]

    assert (file["encoding"], file["sha256"]) == (
        "GB18030",
        sha256(article.read_bytes()).hexdigest(),
    )
    spans = [(i["span"]["start"], i["text"]) for i in file["issues"]]
    assert spans == [(4, "float boat"), (TEXT.index("at at"), "at at")]
    assert editkit("lint", "a.txt", *NONE, "--format", "json").out == first


def test_another_encoding_is_another_cached_result(editkit: Editkit) -> None:
    arguments = ("lint", "a.txt", *NONE, "--format", "json")
    first = editkit(*arguments, "--encoding", "windows-1252").out
    second = editkit(*arguments).out

    assert [json.loads(each)["files"][0]["encoding"] for each in (first, second)] == [
        "windows-1252",
        "GB18030",
    ]
    assert json.loads(first)["files"][0]["issues"][1]["span"]["start"] == TEXT.index("at at") + 2


@pytest.mark.parametrize(
    ("label", "codec"),
    [("gbk", "gbk"), ("Big5", "cp950"), ("sjis", "cp932"), ("latin1", "cp1252"), ("UTF-16", None)],
)
def test_a_named_encoding_is_used(
    editkit: Editkit, article: Path, label: str, codec: str | None
) -> None:
    text = TEXT.replace("疫情", "é" if codec == "cp1252" else "京")
    fixed = FIXED.replace("疫情", "é" if codec == "cp1252" else "京")
    article.write_bytes(text.encode(codec or "utf-16-le"))

    result = editkit("fix", "a.txt", *NONE, "--encoding", label, "--write")

    assert (result.code, article.read_bytes()) == (0, fixed.encode(codec or "utf-16-le"))


def test_the_configuration_names_the_encoding(
    editkit: Editkit, article: Path, tmp_path: Path
) -> None:
    article.write_bytes("Kovačić left at at noon.\n".encode("cp1250"))
    refused = editkit("lint", "a.txt", *NONE)
    assert (refused.code, "it may be windows-1250" in refused.out) == (2, True)

    (tmp_path / "editkit.toml").write_text('encoding = "windows-1250"\n', encoding="utf-8")
    assert editkit("fix", "a.txt", *NONE, "--write").code == 0
    assert article.read_bytes() == "Kovačić left at noon.\n".encode("cp1250")
    assert editkit("lint", "a.txt", *NONE, "--encoding", "auto").code == 2

    (tmp_path / "editkit.toml").write_text('encoding = "gbq"\n', encoding="utf-8")
    assert "editkit.toml:1: encoding: “gbq” is not an encoding" in editkit("lint", "a.txt").err


def test_a_fix_with_a_lacking_character_is_named_and_not_made(
    editkit: Editkit, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "glossary.csv").write_text("term,forbidden\nferry ①𠀀,float boat\n", "utf-8")

    result = editkit("fix", "a.txt", *NONE, "--encoding", "gbk", "--write")

    assert article.read_bytes() == TEXT.replace("at at", "at").encode("gbk")
    assert (
        "a.txt: line 1: The fix of deprecated-term is not made, because GBK, the encoding of the "
        "file, lacks “𠀀”." in result.err
    )
    page = editkit("review", "a.txt", *NONE, "--encoding", "gbk", "-o", "-").out
    assert "Replace with “ferry" not in page


def test_decisions_keep_the_encoding(editkit: Editkit, article: Path, tmp_path: Path) -> None:
    article.write_bytes("Kovačić left at at noon.\n".encode("cp1250"))
    edit = {"start": 13, "end": 16, "before": "at ", "replacement": ""}
    decision = {"edit": "x", "rule": "r", "fingerprint": "f", "state": "accepted"}
    file: dict[str, object] = {
        "path": "a.txt",
        "part": None,
        "sha256": sha256(article.read_bytes()).hexdigest(),
        "encoding": "windows-1250",
        "decisions": [{**decision, "edits": [edit]}],
    }
    decisions = tmp_path / "d.json"

    def apply(value: dict[str, object]) -> tuple[int, str]:
        document = {"schema": "editkit.decisions/2", "files": [value]}
        decisions.write_text(json.dumps(document), encoding="utf-8")
        result = editkit("apply", "d.json")
        return result.code, result.out + result.err

    code, message = apply({**file, "encoding": "gbq"})
    assert (code, "“gbq” is not an encoding that editkit reads" in message) == (2, True)
    rewritten = {**decision, "state": "rewritten", "edits": [{**edit, "replacement": "车"}]}
    code, message = apply({**file, "decisions": [rewritten]})
    assert (code, "which windows-1250, the file’s encoding, lacks" in message) == (2, True)

    assert apply(file)[0] == 0
    assert article.read_bytes() == "Kovačić left at noon.\n".encode("cp1250")
    assert apply(file) == (0, "a.txt: 1 edit already applied\n")


def test_a_unicode_file_keeps_its_report_and_decisions(editkit: Editkit) -> None:
    out = editkit("lint", "clean.txt", *NONE, "--format", "json").out

    assert "encoding" not in json.loads(out)["files"][0]
