"""Files that are saved by another program while a command runs are not overwritten."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Editkit

ALONE = ("--engine", "none", "--no-cache", "-g", "glossary.csv")
SAVED = "What a person saved.\n"


def save_during_the_write(
    monkeypatch: pytest.MonkeyPatch, path: Path, *, first_draft: int = 1
) -> None:
    """Save when this draft and each later one has been written."""
    fsync, calls = os.fsync, list[int]()

    def late(number: int) -> None:
        fsync(number)
        calls.append(number)
        if len(calls) >= first_draft:
            path.write_text(SAVED)

    monkeypatch.setattr(os, "fsync", late)


@pytest.mark.parametrize("command", ["fix", "normalize"])
def test_a_saved_article_is_refused_and_the_others_go_on(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "b.txt").write_text(ARTICLE)
    save_during_the_write(monkeypatch, tmp_path / "a.txt")

    ran = editkit(command, *ALONE, "--write", "a.txt", "b.txt")

    assert ran.code == 2
    assert "a.txt: This file has changed since it was read" in ran.err
    assert (tmp_path / "a.txt").read_text() == SAVED
    assert (tmp_path / "b.txt").read_text() != ARTICLE
    assert not list(tmp_path.glob(".editkit-*"))


def test_a_baseline_that_another_run_wrote_is_not_overwritten(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_during_the_write(monkeypatch, tmp_path / "b.json")

    ran = editkit("lint", *ALONE, "a.txt", "--baseline", "b.json", "--write-baseline")

    assert ran.code == 2
    assert "b.json: This file has changed since it was read" in ran.err
    assert (tmp_path / "b.json").read_text() == SAVED


@pytest.mark.parametrize("name", ["b.json", "w.txt", "g.csv"])
@pytest.mark.parametrize("exists", [True, False])
def test_apply_overwrites_no_changed_target(
    editkit: Editkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, exists: bool
) -> None:
    edit = {"start": 0, "end": 3, "before": "The", "replacement": "All"}
    made = {"edit": "e", "rule": "r", "fingerprint": "f", "state": "accepted", "edits": [edit]}
    rejected = {**made, "edit": "n", "state": "rejected", "edits": [], "suppress": True}
    digest = sha256(ARTICLE.encode()).hexdigest()
    document = {
        "schema": "editkit.decisions/1",
        "tool": {"name": "editkit", "version": "0"},
        "files": [{"path": "a.txt", "sha256": digest, "decisions": [made, rejected]}],
        "words": ["Zorbex"],
        "glossary": [{"term": "quay", "source": None, "forbidden": []}],
    }
    (tmp_path / "d.json").write_text(json.dumps(document))
    if exists:
        (tmp_path / "b.json").write_text('{"schema": "editkit.baseline/1", "suppressed": []}')
        (tmp_path / "w.txt").write_text("ours\n")
        (tmp_path / "g.csv").write_text("term\nferry\n")
    save_during_the_write(monkeypatch, tmp_path / name, first_draft=2)  # the article's is first
    targets = ("--baseline", "b.json", "--words", "w.txt", "-g", "g.csv")

    ran = editkit("apply", "d.json", *targets)

    assert (ran.code, ran.out) == (2, "")
    assert f"{name}: This file has changed since it was read" in ran.err
    assert (tmp_path / name).read_text() == SAVED
    assert (tmp_path / "a.txt").read_text() == ARTICLE
    assert not list(tmp_path.glob(".editkit-*"))


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("review", *ALONE, "a.txt", "-o"), "glossary.csv"),
        (("review", *ALONE, "a.txt", "--source", "clean.txt", "-o"), "clean.txt"),
        (("glossary", "mine", "a.txt", "-g", "glossary.csv", "-o"), "glossary.csv"),
        (("glossary", "mine", "a.txt", "-o"), "a.txt"),
    ],
)
def test_an_output_overwrites_no_input(
    editkit: Editkit, tmp_path: Path, arguments: tuple[str, ...], name: str
) -> None:
    before = (tmp_path / name).read_bytes()

    ran = editkit(*arguments, name)

    assert (ran.code, ran.out) == (2, "")
    assert f"{name}: This file is an input. Use another one for -o." in ran.err
    assert (tmp_path / name).read_bytes() == before
