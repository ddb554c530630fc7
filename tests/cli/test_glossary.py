import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from editkit.cli.glossary import command
from editkit.config.packs import pack_path
from tests.cli.conftest import Editkit

CLEAN = "term,forbidden\nferry,boat\n"
FAULTY = "term,forbidden\nferry,boat|ferry\nship,boat\n"
WITH_REMARK = "term,forbidden,colour\nFoss FB,FB,red\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, table in {
        "clean.csv": CLEAN,
        "faulty.csv": FAULTY,
        "remarkable.csv": WITH_REMARK,
        "broken.csv": 'term\n"ferry\n',
        "other.csv": "term,forbidden\nvessel,boat\n",
    }.items():
        (tmp_path / name).write_text(table, encoding="utf-8")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["check", *arguments])


def test_a_clean_glossary() -> None:
    result = check("clean.csv")

    assert result.output == "0 faults and 0 remarks in 1 concept of 1 file.\n"
    assert result.exit_code == 0


def test_issues_are_printed_with_their_lines() -> None:
    result = check("faulty.csv", "clean.csv")

    assert result.stdout.split("\n") == [
        "faulty.csv:2: “ferry” is forbidden and is its own term.",
        "faulty.csv:3: “boat” is forbidden for “ship” here and for “ferry” in line 2.",
        "2 faults and 0 remarks in 3 concepts of 2 files.",
        "",
    ]
    assert result.exit_code == 1


def test_remarks_and_notices_alone_exit_with_0() -> None:
    result = check("remarkable.csv")

    assert result.stdout.split("\n") == [
        "remarkable.csv: The column “colour” is unknown and not used.",
        "remarkable.csv:2: remark: “FB” is forbidden, except inside “Foss FB”.",
        "0 faults and 1 remark in 1 concept of 1 file.",
        "",
    ]
    assert result.exit_code == 0


def test_an_unreadable_glossary_does_not_stop_the_others() -> None:
    result = check("broken.csv", "missing.tbx", "faulty.csv")

    assert result.stderr.split("\n") == [
        "broken.csv:2: The row opens a quotation mark and never closes it.",
        "missing.tbx: No such file.",
        "",
    ]
    assert "faulty.csv:2: " in result.stdout
    assert result.stdout.endswith("of 1 file; 2 files could not be read.\n")
    assert result.exit_code == 2


def test_a_report_in_json() -> None:
    result = check("--format", "json", "faulty.csv", "broken.csv", "remarkable.csv")

    report = json.loads(result.stdout)
    faulty, broken, remarkable = report["files"]
    assert report["schema"] == "editkit.glossary-check/1"
    assert faulty["faults"][1] == {
        "kind": "forbidden-twice",
        "severity": "major",
        "message": "“boat” is forbidden for “ship” here and for “ferry” in line 2.",
        "line": 3,
        "related": [{"path": "faulty.csv", "line": 2}],
    }
    assert broken["error"]["line"] == 2
    assert remarkable["notices"] == ["The column “colour” is unknown and not used."]
    assert remarkable["error"] is None
    assert report["summary"] == {
        "files": 2,
        "concepts": 3,
        "faults": 2,
        "remarks": 1,
        "unreadable": 1,
    }
    assert result.exit_code == 2


def test_files_are_compared_with_each_other_only_together() -> None:
    assert check("clean.csv", "other.csv").exit_code == 0

    result = check("--together", "clean.csv", "other.csv")

    assert result.stdout.startswith(
        "other.csv:2: “boat” is forbidden for “vessel” here and for “ferry” in line 2 of clean.csv"
    )
    assert result.exit_code == 1


def test_skipped_entries_are_issues() -> None:
    Path("g.tbx").write_text(
        '<martif><termEntry><langSet xml:lang="en"><tig>\n<term/></tig></langSet></termEntry>'
        "</martif>",
        encoding="utf-8",
    )

    result = check("g.tbx")

    assert result.stdout.startswith("g.tbx: No terms for texts in “en-US”.\ng.tbx:2: The ")
    assert result.exit_code == 1


def test_the_language_selects_the_compared_terms() -> None:
    Path("lang.csv").write_text("term,forbidden,lang\na,a,de\nb,c,en\n", encoding="utf-8")

    assert check("lang.csv").exit_code == 0
    assert check("--lang", "de-AT", "lang.csv").exit_code == 1


def test_control_characters_do_not_reach_the_terminal() -> None:
    Path("hostile.csv").write_text("term,forbidden\n\x1b[31ma,\x1b[31ma\n", encoding="utf-8")

    result = check("hostile.csv")

    assert "\x1b" not in result.output
    assert "“<U+001B>[31ma” is forbidden and is its own term" in result.output


def test_a_check_without_files_is_a_usage_error() -> None:
    assert check().exit_code == 2


def test_a_row_of_a_pack_needs_no_term() -> None:
    rows = "term,forbidden,source,note\n,boat street,码头,Say where.\nwharf,ship road,码头,\n"
    Path("pack.csv").write_text(rows + "quay,boat road,码头,\n", encoding="utf-8")

    assert check("pack.csv").exit_code == 2
    assert check("--pack", "pack.csv").exit_code == 0
    assert check("--pack", "faulty.csv").exit_code == 1


def test_the_built_in_pack_has_no_issue() -> None:
    result = check("--pack", str(pack_path("zh-en")))

    assert "\n0 faults and " in result.stdout
    assert result.exit_code == 0


def test_lint_names_cells_with_another_separator(editkit: Editkit, tmp_path: Path) -> None:
    rows = "".join(f'term {n},"wrong {n}, bad {n}"\n' for n in "abcde")
    (tmp_path / "many.csv").write_text(f"term,forbidden\n{rows}", encoding="utf-8")

    err = editkit("lint", "clean.txt", "-g", "many.csv", "--engine", "none").out
    assert "many.csv: line 2: “wrong a, bad a” is one form, but looks like several" in err
    assert "many.csv: 2 more such cells; see “editkit glossary check”." in err
    assert editkit("glossary", "check", "many.csv").out.count("remark: “wrong") == 5


def test_lint_does_not_quote_a_table_outside_of_the_configuration(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text('term,forbidden\na,"secret, b"\n', encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "editkit.toml").write_text('glossary = "../secret.csv"\n', "utf-8")
    (tmp_path / "sub" / "a.txt").write_text("Text.\n", encoding="utf-8")

    result = editkit("lint", "sub", "--engine", "none")
    assert "secret, b" not in result.out + result.err
