"""Word documents on the command line: report, correction, tracked changes, review and apply."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit
from tests.formats.docx.word_files import (
    footnotes,
    header,
    member,
    p,
    r,
    without_changes,
    word_file,
)
from tests.page_elements import page_files

ONLY = ("--engine", "none", "--select", "repeated-word,unbalanced-brackets")
BODY = p("The ", r("ferry", "<w:b/>"), " left at at noon.") + p("R&amp;D (came.")
OTHERS = {"header1.xml": header(p("The the head.")), "footnotes.xml": footnotes(p("A note note."))}
DATA = word_file(BODY, OTHERS)


@pytest.fixture
def report(editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert editkit("--version").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    path = tmp_path / "in" / "report.docx"
    path.parent.mkdir()
    path.write_bytes(DATA)
    return path


def test_lint_reports_places_that_people_find(editkit: Editkit, report: Path) -> None:
    report.with_name("~$report.docx").write_bytes(b"lock")

    ran = editkit("lint", *ONLY, "in")

    assert ran.code == 1
    assert "  Body 1:16 minor repeated-word: Repeated word. Delete the second “at”." in ran.out
    assert "  Body 2:5 minor unbalanced-brackets" in ran.out
    assert "  Header 1 1:1 minor repeated-word" in ran.out
    assert "  Footnotes note 1 (1:3) minor repeated-word" in ran.out
    assert "1 file, 4 issues" in ran.out


def test_a_footer_is_no_remains_of_a_web_page(editkit: Editkit, report: Path) -> None:
    notice = "© 2026 Example Inc. All rights reserved."
    report.write_bytes(word_file(p("A ferry left."), {"footer1.xml": header(p(notice))}))
    report.with_name("a.txt").write_text(f"A ferry left.\n\n{notice}\n", "utf-8")

    ran = editkit("lint", "--engine", "none", "--select", "web", "in")

    assert ran.out.count("web-boilerplate") == 1
    assert "in/report.docx: no issues" in ran.out


def test_fix_corrects_all_parts(editkit: Editkit, report: Path) -> None:
    assert editkit("fix", *ONLY, "--unsafe", "--write", "in").code == 0

    data = report.read_bytes()
    assert '<w:t xml:space="preserve"> left at noon.</w:t>' in member(data)
    assert "The head." in member(data, "word/header1.xml")
    assert "A note." in member(data, "word/footnotes.xml")
    assert "R&amp;D" in member(data)
    assert editkit("fix", *ONLY, "--unsafe", "--write", "in").code == 0
    assert report.read_bytes() == data


def test_review_proposes_every_fix_as_a_change(
    editkit: Editkit, report: Path, tmp_path: Path
) -> None:
    ran = editkit("review", *ONLY, "in/report.docx", "-o", "reviewed.docx")

    assert ran.code == 0
    assert ran.err.endswith("reviewed.docx: 3 tracked changes and 1 comment\n")
    assert report.read_bytes() == DATA
    data = (tmp_path / "reviewed.docx").read_bytes()
    xml = member(data)
    assert without_changes(xml, accept=True)[0] == "The ferry left at noon."
    assert without_changes(xml, accept=False)[0] == "The ferry left at at noon."
    assert 'w:author="editkit" w:date="1970-01-02T00:00:00Z"' in xml
    assert "Unbalanced bracket “(”: it is not closed." in member(data, "word/comments.xml")


def test_track_writes_changes(editkit: Editkit, report: Path) -> None:
    args = ("fix", *ONLY, "--unsafe", "--write", "--track", "--author", "Ann", "in")
    assert editkit(*args).code == 0

    xml = member(report.read_bytes())
    assert 'w:author="Ann"' in xml
    assert without_changes(xml, accept=False)[0] == "The ferry left at at noon."
    before = report.read_bytes()
    assert editkit(*args).code == 0
    assert report.read_bytes() == before


def test_decisions_of_the_page_are_applied(editkit: Editkit, report: Path, tmp_path: Path) -> None:
    assert editkit("review", *ONLY, "in/report.docx", "-o", "page.html").code == 0
    files = page_files((tmp_path / "page.html").read_text("utf-8"))
    saved = []
    for file in files:
        head = {key: file[key] for key in ("path", "part", "sha256")} | file["named"]
        decided = [
            {
                "edit": item["id"],
                "rule": item["rule"],
                "fingerprint": item["fingerprint"],
                "state": "accepted",
                "edits": item["choices"][0]["edits"],
            }
            for item in file["items"]
            if item["choices"]
        ]
        saved.append({**head, "decisions": decided})
    start = files[0]["raw"].index("R&D")
    edit = {"start": start, "end": start + 3, "before": "R&D", "replacement": "Q<A"}
    own = {"edit": f"own-{start}-{start + 3}", "rule": None, "fingerprint": None}
    saved[0]["decisions"].append({**own, "state": "rewritten", "edits": [edit]})
    decisions = json.dumps({"schema": "editkit.decisions/2", "files": saved})
    (tmp_path / "d.json").write_text(decisions, "utf-8")

    assert editkit("apply", "d.json", "--track").out == "in/report.docx: 4 edits made\n"

    data = report.read_bytes()
    accepted = without_changes(member(data), accept=True)
    assert accepted == ["The ferry left at noon.", "Q<A (came."]
    assert without_changes(member(data), accept=False)[1] == "R&D (came."
    notes = without_changes(member(data, "word/footnotes.xml"), accept=True)
    assert notes == ["----", "A note."]
    assert "has changed since it was reviewed" in editkit("apply", "d.json").err


def test_a_document_that_is_none_is_one_sentence(editkit: Editkit, report: Path) -> None:
    report.write_bytes(DATA[:300])

    ran = editkit("lint", *ONLY, "in")

    assert ran.code == 2
    assert ran.out.startswith("in/report.docx: not read: This file is not complete")
