"""`apply` killed at each call that changes a file: the next one leaves all as decided."""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from editkit.fixing.recovery import recover
from editkit.reviewing.apply import ApplyResult, ApplyTargets, apply_decisions
from editkit.reviewing.decisions import read_decisions
from tests.capabilities import needs
from tests.crashing import crash_points

pytestmark = needs("fork")

RAW = "One tram, one bus.\n"
MADE = "A tram, one coach.\n"
NAMES = ("x/a.txt", "x/b.txt", "y/c.txt", "y/d.txt")


def entry(name: str) -> dict[str, Any]:
    edits = [("One", "A"), ("bus", "coach")]
    decisions: list[dict[str, Any]] = [
        {
            "edit": before,
            "rule": "r",
            "fingerprint": before,
            "state": "accepted",
            "edits": [
                {
                    "start": RAW.index(before),
                    "end": RAW.index(before) + len(before),
                    "before": before,
                    "replacement": after,
                }
            ],
        }
        for before, after in edits
    ]
    rejected = {"edit": "n", "rule": "r", "fingerprint": "f", "state": "rejected", "edits": []}
    decisions.append({**rejected, "suppress": True, "text": "tram"})
    return {"path": name, "sha256": sha256(RAW.encode()).hexdigest(), "decisions": decisions}


def document() -> dict[str, Any]:
    return {
        "schema": "editkit.decisions/1",
        "tool": {"name": "editkit", "version": "0"},
        "files": list(map(entry, NAMES)),
        "words": ["Zorbex"],
        "glossary": [{"term": "tram", "source": None, "forbidden": ["bus"]}],
    }


class Case:
    def __init__(self, folder: Path) -> None:
        self.folder, self.root = folder, folder / "root"
        self.decisions = folder / "d.json"
        self.decisions.write_text(json.dumps(document()))
        self.targets = ApplyTargets(*(str(folder / n) for n in ("b.json", "w.txt", "g.csv")))

    def reset(self) -> None:
        for path in self.folder.rglob("*"):
            if path.is_file() and path != self.decisions:
                path.unlink()
        for name in NAMES:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(RAW)
        (self.folder / "w.txt").write_text("ours\n")

    def apply(self) -> ApplyResult:
        return apply_decisions(read_decisions(self.decisions), self.root, self.targets)

    def files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def restore(self, files: dict[Path, bytes]) -> None:
        for path in self.files().keys() - files.keys():
            path.unlink()
        for path, data in files.items():
            path.write_bytes(data)

    def contents(self) -> dict[str, str]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_text()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # slow, and no help against a kill
    return Case(tmp_path)


@pytest.mark.live
def test_the_next_apply_leaves_everything_as_decided(case: Case) -> None:
    case.reset()
    assert not case.apply().refused
    decided = case.contents()
    assert [decided[f"root/{name}"] for name in NAMES] == [MADE] * len(NAMES)

    points = 0
    for number in crash_points(case.reset, case.apply):
        points += 1
        articles = [(case.root / name).read_text() for name in NAMES]
        assert set(articles) <= {RAW, MADE}, number
        result = case.apply()
        assert result.refused == (), number
        assert case.contents() == decided, number

    assert points > 20


@pytest.mark.live
def test_the_next_write_in_any_folder_finishes_or_undoes_all_of_it(case: Case) -> None:
    """Recovery alone makes all changes or none, whichever folder it starts in."""
    case.reset()
    initial = case.contents()
    case.apply()
    decided = case.contents()
    outcomes = set()
    for number in crash_points(case.reset, case.apply):
        left = case.files()
        for start in ("root/x/a.txt", "root/y/c.txt", "w.txt"):
            case.restore(left)
            recover([case.folder / start])
            found = {n: t for n, t in case.contents().items() if ".editkit-" not in n}
            assert found in (initial, decided), (start, number)
            outcomes.add(found == initial)
            recover([case.folder / each for each in ("root/x/a", "root/y/c", "w")])
            assert not [n for n in case.contents() if ".editkit-" in n], (start, number)

    assert outcomes == {True, False}


@pytest.mark.live
def test_what_a_person_changed_after_a_kill_is_not_overwritten(case: Case) -> None:
    refused = 0
    for number in crash_points(case.reset, case.apply):
        saved = case.root / "y/d.txt"
        saved.write_text("Saved by a person.\n")
        result = case.apply()
        assert saved.read_text() == "Saved by a person.\n", number
        assert [error.uri for error in result.refused] == ["y/d.txt"], number
        assert [(case.root / n).read_text() for n in NAMES[:3]] == [MADE] * 3, number
        assert not [n for n in case.contents() if ".editkit-" in n], number
        refused += any("has changed since" in notice.message for notice in result.notices)

    assert refused > 3


@pytest.mark.live
def test_each_recovered_file_is_named(case: Case) -> None:
    seen: set[str] = set()
    for _ in crash_points(case.reset, case.apply):
        seen |= {notice.message for notice in case.apply().notices}

    assert any("it is written now" in message for message in seen)
    assert any("after it wrote this file" in message for message in seen)


def test_an_article_that_is_as_decided_counts_as_made(case: Case) -> None:
    case.reset()
    case.apply()

    result = case.apply()

    assert result.refused == ()
    assert all(file.is_made and file.edit_count == 2 for file in result.files)
    assert [added.count for added in result.added] == [0, 0, 0]


@pytest.mark.parametrize("text", [MADE + "More.\n", MADE.replace("one", "two"), "A tram.\n"])
def test_an_article_with_other_changes_is_refused(case: Case, text: str) -> None:
    case.reset()
    (case.root / "x/a.txt").write_text(text)

    result = case.apply()

    assert [error.uri for error in result.refused] == ["x/a.txt"]
    assert (case.root / "x/a.txt").read_text() == text
