"""Fixtures of the tests in this folder."""

import json
from pathlib import Path

import pytest

from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from editkit.reviewing.plan import FilePlan
from tests.reviewing.decision_entries import Apply, report


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    return folder


@pytest.fixture
def run_apply(tmp_path: Path, root: Path) -> Apply:
    def run(*files: dict[str, object], write: bool = True) -> list[FilePlan]:
        path = tmp_path / "decisions.json"
        path.write_text(json.dumps(report(*files)), encoding="utf-8")
        return list(apply_decisions(read_decisions(path), root, write=write).files)

    return run
