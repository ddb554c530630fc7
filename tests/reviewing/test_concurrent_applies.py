"""Several applies of the same decisions at once, in processes of their own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from editkit.core.errors import InputError
from editkit.core.storage.file_lock import wait_for_lock
from editkit.fixing import folder_lock
from editkit.reviewing.apply import ApplyResult, apply_decisions
from editkit.reviewing.decisions import read_decisions

pytestmark = pytest.mark.live

SECONDS = 60
RAW, MADE = "One tram.\n", "A tram.\n"
NAMES = ("a.txt", "b.txt", "c.txt")

STOPS_HALFWAY = """
import sys
from pathlib import Path
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions

root, real = Path(sys.argv[1]), Path.replace

def replace(self, target):
    made = real(self, target)
    if target.name == "b.txt":
        Path.replace = real
        print("halfway", flush=True)
        sys.stdin.readline()
        (root / "c.txt").write_text("Saved by a person.")
    return made

Path.replace = replace
try:
    apply_decisions(read_decisions(root / "d.json"), root)
except Exception as error:
    print(error, flush=True)
"""
HOLDS_THE_LOCK = """
import sys
from editkit.fixing.folder_lock import folders_locked

with folders_locked([sys.argv[1] + "/a.txt"]):
    print("locked", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    edit = {"start": 0, "end": 3, "before": "One", "replacement": "A"}
    decision = {"edit": "e", "rule": "r", "fingerprint": "f", "state": "accepted", "edits": [edit]}
    digest = sha256(RAW.encode()).hexdigest()
    files = [{"path": name, "sha256": digest, "decisions": [decision]} for name in NAMES]
    tool = {"name": "editkit", "version": "0"}
    document = {"schema": "editkit.decisions/1", "tool": tool, "files": files}
    (tmp_path / "d.json").write_text(json.dumps(document))
    for name in NAMES:
        (tmp_path / name).write_text(RAW)
    return tmp_path.resolve()


@contextmanager
def process(program: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program until the block ends, then let it end."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=pipe, stdout=pipe, text=True
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def apply(root: Path) -> ApplyResult:
    return apply_decisions(read_decisions(root / "d.json"), root)


def line(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_no_article_counts_as_made_that_another_apply_restores(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one has replaced two articles when it finds that the third has changed."""
    with process(STOPS_HALFWAY, root) as other:
        assert line(other) == "halfway"
        assert (root / "a.txt").read_text() == MADE

        def let_the_other_fail(*arguments: Any) -> bool | None:  # noqa: ANN401  (passed on)
            assert other.stdin is not None
            other.stdin.write("\n")
            other.stdin.flush()
            return wait_for_lock(*arguments)

        monkeypatch.setattr(folder_lock, "wait_for_lock", let_the_other_fail)
        monkeypatch.setattr(folder_lock, "WAIT_SECONDS", SECONDS)
        result = apply(root)
        other.communicate("\n", timeout=SECONDS)

    states = {file.path: (file.is_made, file.error is None) for file in result.files}
    assert states == {"a.txt": (False, True), "b.txt": (False, True), "c.txt": (False, False)}
    assert [(root / name).read_text() for name in NAMES] == [MADE, MADE, "Saved by a person."]


def test_an_apply_is_refused_while_another_keeps_the_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "WAIT_SECONDS", 0.2)
    with process(HOLDS_THE_LOCK, root) as other:
        assert line(other) == "locked"
        with pytest.raises(InputError, match="Another run of editkit is changing") as raised:
            apply(root)
        assert raised.value.uri == str(root)
        assert "\n" not in str(raised.value)
        assert (root / "a.txt").read_text() == RAW

        other.kill()
        other.wait(SECONDS)
        apply(root)

    assert (root / "a.txt").read_text() == MADE


def test_three_applies_at_once_all_report_the_edits(root: Path) -> None:
    command = [sys.executable, "-m", "editkit", "apply", "d.json"]
    pipe = subprocess.PIPE
    children = [
        subprocess.Popen(command, cwd=root, stdout=pipe, stderr=pipe, text=True) for _ in range(3)
    ]
    ended = [(*child.communicate(timeout=SECONDS), child.returncode) for child in children]

    for out, err, code in ended:
        made = out.count(": 1 edit made") + out.count(": 1 edit already applied")
        assert (made, err, code) == (3, "", 0)
    assert [(root / name).read_text() for name in NAMES] == [MADE] * 3
    assert not list(root.glob(".editkit-*"))
