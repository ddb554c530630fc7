"""A plug-in's format of several parts in worker processes."""

from pathlib import Path

import pytest

from tests.bundle import bundle
from tests.plugins.conftest import Make

pytestmark = pytest.mark.live
SOURCE = (Path(__file__).parent.parent / "bundle.py").read_text("utf-8")


def test_parts_are_checked_in_worker_processes(plugin: Make) -> None:
    made = plugin({"made_bundle.py": SOURCE}, "[editkit.formats]\nbundle = made_bundle:Bundle\n")
    for number in range(4):
        data = bundle(body=f"A a {number}.\n@fr Il est.\n", notes="He came came.\n!It it.\n")
        (made.cwd / f"{number}.bundle").write_bytes(data)
    only = ("lint", "--engine", "none", "--select", "repeated-word", ".")

    alone = made.editkit(*only)
    together = made.editkit(*only, "--jobs", "2")

    assert alone.returncode == 1, alone.stderr
    assert together.stdout == alone.stdout
    assert alone.stdout.count("notes line 1 (1:4)") == 4
    assert alone.stdout.count("not checked") == 4
