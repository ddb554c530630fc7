"""`editkit apply` with suppressions, words, glossary rows and a change report."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Editkit

ALONE = ("--engine", "none")


@pytest.fixture
def decisions(editkit: Editkit, tmp_path: Path) -> str:
    """Suppress the only issue of an article, and add a word and a term."""
    report = json.loads(editkit("lint", *ALONE, "a.txt", "--format", "json").out)
    [issue] = report["files"][0]["issues"]
    rejected = {
        "edit": "E",
        "rule": issue["rule"],
        "fingerprint": issue["fingerprint"],
        "state": "rejected",
        "edits": [],
        "suppress": True,
        "text": issue["text"],
    }
    digest = sha256(ARTICLE.encode()).hexdigest()
    document = {
        "schema": "editkit.decisions/1",
        "tool": {"name": "editkit", "version": "0"},
        "files": [{"path": "a.txt", "sha256": digest, "decisions": [rejected]}],
        "words": ["Zorbex"],
        "glossary": [{"term": "quay", "source": None, "forbidden": ["key side"]}],
    }
    (tmp_path / "d.json").write_text(json.dumps(document))
    return "d.json"


def test_a_suppressed_issue_is_not_reported_again(editkit: Editkit, decisions: str) -> None:
    applied = editkit("apply", decisions, "--baseline", "b.json", "--words", "w.txt")
    again = editkit("lint", *ALONE, "a.txt", "--baseline", "b.json")

    assert applied.code == 0
    assert "b.json: 1 suppression added\nw.txt: 1 word added\n" in applied.out
    assert "1 glossary row not saved. Use --glossary FILE" in applied.err
    assert (again.code, "1 suppressed by the baseline" in again.out) == (0, True)


def test_a_row_of_the_glossary_is_used_from_then_on(editkit: Editkit, decisions: str) -> None:
    places = ("--baseline", "b.json", "--words", "w.txt", "-g", "glossary.csv")
    assert editkit("apply", decisions, *places).err == ""
    Path("b.txt").write_text("On the key side.\n")

    ran = editkit("normalize", "b.txt", "-g", "glossary.csv", "--write")

    assert Path("b.txt").read_text() == "On the quay.\n", ran.err


def test_the_baseline_of_the_configuration_is_used(
    editkit: Editkit, decisions: str, tmp_path: Path
) -> None:
    (tmp_path / "editkit.toml").write_text('baseline = "known.json"\n')

    ran = editkit("apply", decisions, "--words", "w.txt", "-g", "glossary.csv")

    assert (ran.code, ran.err) == (0, "")
    assert len(json.loads((tmp_path / "known.json").read_text())["suppressed"]) == 1


def test_a_dry_run_adds_nothing(editkit: Editkit, decisions: str, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())

    ran = editkit("apply", decisions, "--dry-run", "--words", "w.txt", "--baseline", "b.json")

    assert (ran.code, ran.out) == (0, "")
    assert "b.json: 1 suppression added (dry run)" in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_glossary_that_cannot_be_extended_is_named(editkit: Editkit, decisions: str) -> None:
    ran = editkit("apply", decisions, "-g", "terms.tbx", "--words", "w.txt")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("editkit: terms.tbx: Rows can be added to a .csv or .tsv glossary only.\n")


@pytest.fixture
def accepted(tmp_path: Path, decisions: str) -> str:
    document = json.loads((tmp_path / decisions).read_text())
    edit = {"start": 0, "end": 3, "before": "The", "replacement": "All"}
    [file] = document["files"]
    file["decisions"] = [
        {**file["decisions"][0], "state": "accepted", "suppress": False, "edits": [edit]}
    ]
    (tmp_path / "d2.json").write_text(json.dumps({**document, "words": [], "glossary": []}))
    return "d2.json"


def test_a_change_report_is_written(editkit: Editkit, accepted: str, tmp_path: Path) -> None:
    ran = editkit("apply", accepted, "--report", "r.html")

    page = (tmp_path / "r.html").read_text()
    assert (ran.code, ran.out) == (0, "a.txt: 1 edit made\n")
    assert '<td dir="auto"><del>The</del> harbor lines' in page
    assert '<td dir="auto"><ins>All</ins> harbor lines' in page
    assert "<p>Repeated word</p>" in page
    assert "proposed" not in page


def test_a_dry_run_reports_what_would_be_changed(
    editkit: Editkit, accepted: str, tmp_path: Path
) -> None:
    ran = editkit("apply", accepted, "--report", "r.html", "--dry-run")

    assert ran.code == 0
    assert "These changes are proposed" in (tmp_path / "r.html").read_text()
    assert (tmp_path / "a.txt").read_text() == ARTICLE


def test_the_report_has_the_details_of_the_decisions_and_of_the_options(
    editkit: Editkit, accepted: str, tmp_path: Path
) -> None:
    document = json.loads((tmp_path / accepted).read_text())
    document["report"] = {"title": "Annual report", "glossaries": ["terms.csv"]}
    details = {"kind": "Word twice", "message": "Write it once.", "severity": "major"}
    document["files"][0]["decisions"][0]["details"] = details
    (tmp_path / "d3.json").write_text(json.dumps(document))

    options = ("--report-project", "Harbor Lines", "--report-glossary", "terms, 3rd edition")
    assert editkit("apply", "d3.json", "--report", "r.html", *options).code == 0

    page = (tmp_path / "r.html").read_text()
    assert "Change report: <bdi>Annual report</bdi>" in page
    assert "Harbor Lines" in page
    assert "terms, 3rd edition" in page
    assert "terms.csv" not in page
    assert "<p>Write it once.</p>" in page
    assert '<td dir="auto">Word twice</td>' in page


def test_details_with_an_unknown_severity_are_refused(
    editkit: Editkit, accepted: str, tmp_path: Path
) -> None:
    document = json.loads((tmp_path / accepted).read_text())
    details = {"kind": "Word twice", "message": "Write it once.", "severity": "grave"}
    document["files"][0]["decisions"][0]["details"] = details
    (tmp_path / "d3.json").write_text(json.dumps(document))

    ran = editkit("apply", "d3.json")

    assert (ran.code, ran.out) == (2, "")
    assert "“grave” is not a severity; known are info, minor, major, critical" in ran.err


@pytest.mark.parametrize("name", ["a.txt", "d2.json"])
def test_a_report_overwrites_no_input(
    name: str, editkit: Editkit, accepted: str, tmp_path: Path
) -> None:
    before = (tmp_path / name).read_bytes()

    ran = editkit("apply", accepted, "--report", f"./{name}")

    assert (ran.code, ran.out) == (2, "")
    assert "Use another one for --report" in ran.err
    assert (tmp_path / name).read_bytes() == before


def test_a_correction_next_to_a_suppressed_issue_does_not_restore_it(
    editkit: Editkit, tmp_path: Path
) -> None:
    raw = "Mind the the left left door.\n"
    (tmp_path / "b.txt").write_text(raw)
    report = json.loads(editkit("lint", *ALONE, "b.txt", "--format", "json").out)
    [file] = report["files"]
    entries = [
        {
            "edit": str(number),
            "rule": issue["rule"],
            "fingerprint": issue["fingerprint"],
            "state": "rejected" if issue["text"] == "the the" else "accepted",
            "edits": [
                {**edit, "before": raw[edit["start"] : edit["end"]]}
                for edit in issue["fixes"][0]["edits"]
            ],
            "suppress": issue["text"] == "the the",
            "text": issue["text"],
        }
        for number, issue in enumerate(file["issues"])
    ]
    decided = {"path": "b.txt", "sha256": file["sha256"], "decisions": entries}
    tool = {"name": "editkit", "version": "0"}
    whole = {"schema": "editkit.decisions/1", "tool": tool, "files": [decided]}
    (tmp_path / "d.json").write_text(json.dumps(whole))

    applied = editkit("apply", "d.json", "--baseline", "known.json")
    again = editkit("lint", *ALONE, "b.txt", "--baseline", "known.json")

    assert (applied.code, (tmp_path / "b.txt").read_text()) == (0, "Mind the the left door.\n")
    assert (again.code, "1 suppressed by the baseline" in again.out) == (0, True)
