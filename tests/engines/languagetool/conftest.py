"""A folder of articles for runs with the real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.conftest import server_processes
from tests.engines.languagetool.live_runs import (
    FILES,
    PARAGRAPH,
    PARAGRAPHS,
    Workspace,
    eventually,
)


@pytest.fixture
def workspace(live_cache: Path, tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        numbers = range(number * PARAGRAPHS, (number + 1) * PARAGRAPHS)
        text = "".join(map(PARAGRAPH.format, numbers))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    workspace = Workspace(folder, live_cache)
    yield workspace
    for run in workspace.started:
        run.kill()
        run.communicate()
    assert eventually(lambda: not server_processes(live_cache))
