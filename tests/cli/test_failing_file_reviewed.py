"""Whatever fails in one file makes it not read: `review`, `apply` and `glossary`."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from editkit.core.document import Document
from editkit.languages.en.noun_phrases import NounPhrase, noun_phrases
from editkit.reviewing.decisions import read_decisions
from tests.cli.conftest import Editkit
from tests.cli.failing import BARE, PANIC, Break, articles, break_for_b

__all__ = ["articles", "break_for_b"]  # fixtures
pytestmark = pytest.mark.usefixtures("articles")


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (("editkit.linting.lint_file", "segment"), "cannot be read"),
        (("editkit.linting.lint_file", "merge_duplicates"), "cannot be checked"),
        (("editkit.reviewing.page", "article"), "cannot be shown"),
        (("editkit.reviewing.page.model", "_items"), "cannot be shown"),
    ],
)
def test_review(
    editkit: Editkit,
    break_for_b: Break,
    tmp_path: Path,
    function: tuple[str, str],
    problem: str,
) -> None:
    break_for_b(*function)

    ran = editkit("review", *BARE, "-o", "page.html", "a.txt", "b.txt", "c.txt")

    assert ran.code == 2
    sentence = f"This file {problem}: PanicException: boom."
    assert ran.err.splitlines()[0] == f"editkit: b.txt: {sentence}"
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert sentence in page
    assert len(set(re.findall('data-edit="([^"]+)"', page))) == 2


def test_an_original_that_cannot_be_aligned(editkit: Editkit, break_for_b: Break) -> None:
    break_for_b("editkit.reviewing.original_text", "align_paragraphs")

    ran = editkit("review", *BARE, "-o", "page.html", "--source", "a.txt", "b.txt")

    sentence = "This file cannot be shown next to its original: PanicException: boom."
    assert (ran.code, ran.err) == (2, f"editkit: b.txt: {sentence}\n")


def test_apply(editkit: Editkit, break_for_b: Break, tmp_path: Path) -> None:
    path = _write_decisions(tmp_path)
    for function, problem in (
        (("editkit.report.unified_diff", "unified_diff"), "cannot be shown as a diff"),
        (("editkit.reviewing.plan", "check_structure"), "cannot be changed"),
    ):
        break_for_b(*function)
        ran = editkit("apply", path, "--dry-run")
        assert (ran.code, ran.out.count("\n+The plan")) == (2, 2)
        assert ran.err == f"editkit: b.txt: This file {problem}: PanicException: boom.\n"

    ran = editkit("apply", path)

    assert ran.code == 2
    assert ran.out == "a.txt: 1 edit made\nc.txt: 1 edit made\n"
    assert (tmp_path / "b.txt").read_text() == "The the plan b.\n"
    assert (tmp_path / "c.txt").read_text() == "The plan c.\n"


def test_a_change_report_that_fails(editkit: Editkit, break_for_b: Break, tmp_path: Path) -> None:
    path = _write_decisions(tmp_path)
    break_for_b("editkit.cli.change_report", "_reported_change")

    ran = editkit("apply", path, "--report", "changes.html")

    assert ran.code == 2
    assert ran.err == "editkit: changes.html: This file cannot be written: PanicException: boom.\n"
    assert ran.out.count("1 edit made") == 3


def _write_decisions(folder: Path) -> str:
    files = []
    for name in ("a.txt", "b.txt", "c.txt"):
        edit = {"start": 0, "end": 7, "before": "The the", "replacement": "The"}
        decision = {"edit": name, "rule": None, "fingerprint": None, "state": "rewritten"}
        digest = sha256((folder / name).read_bytes()).hexdigest()
        entry = {"path": name, "sha256": digest, "decisions": [{**decision, "edits": [edit]}]}
        files.append(entry)
    tool = {"name": "editkit", "version": "0"}
    value = {"schema": "editkit.decisions/1", "tool": tool, "files": files}
    path = folder / "decisions.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    assert len(read_decisions(str(path)).files) == 3
    return str(path)


def phrases_until_b_fails(document: Document) -> Iterator[NounPhrase]:
    phrases = list(noun_phrases(document))
    yield from phrases[: len(phrases) // 2]
    if document.uri == "b.txt":
        raise PANIC
    yield from phrases[len(phrases) // 2 :]


def test_glossary_mine(editkit: Editkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for letter in "abc":
        text = f"The ferry terminal opened in plan {letter}.\n" * 4
        (tmp_path / f"{letter}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr("editkit.termbase.term_counts.noun_phrases", phrases_until_b_fails)

    mine = ("glossary", "mine", "--min-count", "1")

    ran = editkit(*mine, "a.txt", "b.txt", "c.txt")

    assert ran.code == 2
    assert ran.err == "editkit: b.txt: This file cannot be counted: PanicException: boom.\n"
    assert ran.out == editkit(*mine, "a.txt", "c.txt").out


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (("editkit.termbase.table", "read_table"), "cannot be read"),
        (("editkit.termbase.audit", "_check_preferred"), "cannot be checked"),
    ],
)
def test_glossary_check(
    editkit: Editkit, break_for_b: Break, tmp_path: Path, function: tuple[str, str], problem: str
) -> None:
    for name in ("a.csv", "b.txt.csv", "c.csv"):
        (tmp_path / name).write_text(f"term\n{name}\n", encoding="utf-8")
    break_for_b(*function)

    ran = editkit("glossary", "check", "a.csv", "b.txt.csv", "c.csv")

    assert ran.code == 2
    assert ran.err == f"b.txt.csv: This file {problem}: PanicException: boom.\n"
    assert ran.out.endswith("in 2 concepts of 2 files; 1 file could not be read.\n")
