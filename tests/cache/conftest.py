"""Fixtures of the tests in this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editkit.checks.grammar.repeated_word import RepeatedWord
from editkit.config import Settings
from editkit.core.context import LintContext
from editkit.core.issue import Issue
from editkit.engines import selection
from tests.cache.workspaces import Workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    glossary = tmp_path / "g.csv"
    glossary.write_text("term,forbidden\nferry,float boat\n", encoding="utf-8")
    workspace = Workspace(tmp_path, Settings(glossaries=(str(glossary),), engine="harper"))
    workspace.article("a.txt")
    run = RepeatedWord.run

    def record_run(check: RepeatedWord, context: LintContext) -> Iterator[Issue]:
        workspace.checked.append(Path(context.document.uri).name)
        return run(check, context)

    def opened(*_: object, **__: object) -> selection.OpenedEngines:
        workspace.opened += 1
        return selection.OpenedEngines((workspace.engine,), workspace.reports, workspace.notices)

    monkeypatch.setattr(RepeatedWord, "run", record_run)
    monkeypatch.setattr(selection, "open_engines", opened)
    return workspace
