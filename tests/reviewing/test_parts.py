"""Files of several parts: from lint to the page, to decisions, to all parts of the file."""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from editkit.cli import run
from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import (
    DecidedEdit,
    Decision,
    Decisions,
    DecisionState,
    FileDecisions,
    read_decisions,
)
from editkit.reviewing.decisions_writer import decisions_to_json
from editkit.reviewing.original_text import align_original
from editkit.reviewing.page import render
from editkit.reviewing.page.model import Source, decided_edits, sources
from tests.page_elements import page_files, page_tree
from tests.two_parts import SEPARATOR

pytestmark = pytest.mark.usefixtures("two_parts")

BODY = "The ferry left at at noon.\n"
NOTES = "A quay of of stone. It it is new.\n"
RAW = f"{BODY}{SEPARATOR}{NOTES}"
FIXED = f"The ferry left at noon.\n{SEPARATOR}A quay of stone. It is new.\n"


@pytest.fixture
def result(tmp_path: Path) -> FileResult:
    (tmp_path / "a.two").write_text(RAW)
    settings = Settings(engine="none", select=("repeated-word",))
    with Session() as session:
        [linted] = session.run([(settings, SourceFile(str(tmp_path / "a.two")))])
    return replace(linted, uri="a.two")


def accept_all(source: Source) -> FileDecisions:
    decisions = (
        Decision(
            item.id,
            item.placed.issue.rule,
            item.placed.issue.fingerprint,
            DecisionState.ACCEPTED,
            decided_edits(source.raw, item.choices[0]),
        )
        for item in source.items
    )
    return FileDecisions(*source.key, source.file.sha256, tuple(decisions))


def accepted(result: FileResult) -> tuple[FileDecisions, FileDecisions]:
    body, notes = map(accept_all, sources([result]))
    return body, notes


def save(folder: Path, files: Sequence[FileDecisions]) -> Path:
    path = folder / "d.json"
    path.write_text(decisions_to_json(Decisions("", tuple(files))))
    return path


def test_accepted_edits_are_made_in_both_parts(result: FileResult, tmp_path: Path) -> None:
    path = save(tmp_path, accepted(result))

    written = json.loads(path.read_text())
    [applied] = apply_decisions(read_decisions(path), tmp_path).files

    assert [file["part"] for file in written["files"]] == ["body", "notes"]
    assert (applied.error, applied.edit_count) == (None, 3)
    assert (tmp_path / "a.two").read_text() == FIXED


def test_a_part_without_decisions_stays_as_it_is(result: FileResult, tmp_path: Path) -> None:
    _, notes = accepted(result)

    apply_decisions(Decisions("", (notes,)), tmp_path)

    assert (tmp_path / "a.two").read_text() == BODY + FIXED.partition("noon.\n")[2]


def outdated(file: FileDecisions) -> FileDecisions:
    return replace(file, sha256="0" * 64)


def shifted(file: FileDecisions) -> FileDecisions:
    edit = DecidedEdit(file.decisions[0].edits[0].span, "xxx", "")
    decision = replace(file.decisions[0], edits=(edit,))
    return replace(file, decisions=(decision, *file.decisions[1:]))


REFUSED = [
    (outdated, "a.two: This file has changed since it was reviewed"),
    (shifted, "a.two (notes):1: Edit “"),
    (lambda file: replace(file, part="header"), "a.two: This file has no part “header”. Nothing"),
    (lambda file: replace(file, part=None), "a.two: This file has parts, and none is named."),
]


@pytest.mark.parametrize(("change", "message"), REFUSED)
def test_one_wrong_part_refuses_the_whole_file(
    change: Any,  # noqa: ANN401  (a function)
    message: str,
    result: FileResult,
    tmp_path: Path,
) -> None:
    body, notes = accepted(result)

    [applied] = apply_decisions(Decisions("", (body, change(notes))), tmp_path).files

    assert str(applied.error).startswith(message)
    assert (tmp_path / "a.two").read_text() == RAW


def test_equal_edits_of_two_parts_do_not_overlap(tmp_path: Path) -> None:
    (tmp_path / "a.two").write_text(f"One.\n{SEPARATOR}One.\n")
    digest = sha256((tmp_path / "a.two").read_bytes()).hexdigest()

    def decisions(part: str, text: str) -> dict[str, Any]:
        edit = {"start": 0, "end": 3, "before": "One", "replacement": text}
        made = {"edit": "own-0-3", "rule": None, "fingerprint": None, "state": "rewritten"}
        return {
            "path": "a.two",
            "part": part,
            "sha256": digest,
            "decisions": [made | {"edits": [edit]}],
        }

    files = [decisions("body", "A"), decisions("notes", "B")]
    (tmp_path / "d.json").write_text(json.dumps({"schema": "editkit.decisions/2", "files": files}))

    [applied] = apply_decisions(read_decisions(tmp_path / "d.json"), tmp_path).files

    assert applied.error is None
    assert (tmp_path / "a.two").read_text() == f"A.\n{SEPARATOR}B.\n"


def test_the_page_shows_each_part_with_its_name_and_items(result: FileResult) -> None:
    page = render([result])

    files = page_files(page)
    assert [(file["path"], file["part"], file["raw"]) for file in files] == [
        ("a.two", "body", BODY),
        ("a.two", "notes", NOTES),
    ]
    assert [[item["found"] for item in file["items"]] for file in files] == [
        ["at at"],
        ["of of", "It it"],
    ]
    assert len({file["sha256"] for file in files}) == 1
    assert [each.text_content() for each in page_tree(page).xpath("//article/h2")] == [
        "a.two (body) 6 words · 1 edit · 0 notes",
        "a.two (notes) 9 words · 2 edits · 0 notes",
    ]


def test_the_original_is_shown_next_to_both_parts(result: FileResult) -> None:
    shown, originals = align_original(result, "渡轮。\n\n码头。", "o.txt")

    files = page_files(render([shown], originals=originals))

    assert [file["originals"] for file in files] == [[[0, "渡轮。"]], [[0, "码头。"]]]
    [notice] = align_original(result, "渡轮。", "o.txt")[0].notices
    assert notice.message.startswith("o.txt has 1 paragraph and this article 2")


def test_the_command_line_shows_and_reports_both_parts(
    result: FileResult,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    save(tmp_path, accepted(result))

    shown = run(["apply", "d.json", "--dry-run"]), capsys.readouterr().out
    made = run(["apply", "d.json", "--report", "r.html"]), capsys.readouterr().out

    assert shown[0] == 0
    assert [line for line in shown[1].split("\n") if line[:1] in {"-", "+"}] == [
        "--- a/a.two (body)\t",
        "+++ b/a.two (body)\t",
        "-The ferry left at at noon.",
        "+The ferry left at noon.",
        "--- a/a.two (notes)\t",
        "+++ b/a.two (notes)\t",
        "-A quay of of stone. It it is new.",
        "+A quay of stone. It is new.",
    ]
    assert made == (0, "a.two: 3 edits made\n")
    report = page_tree((tmp_path / "r.html").read_text())
    headings = [each.text_content() for each in report.xpath("//h3")]
    assert report.xpath("//h1")[0].text_content() == "Change report: a.two"
    assert "3 changes in 1 file" in report.text_content()
    assert headings[1:] == ["a.two (body) · 1 change", "a.two (notes) · 2 changes"]
