"""Drafts and journals of killed writes; those of living ones are left alone."""

import json
import os
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from editkit.core.storage.file_lock import try_lock
from editkit.core.storage.file_version import current_version
from editkit.fixing.atomic_write import FileTransaction, write_atomically
from editkit.fixing.recovery import Outcome, recover
from tests.capabilities import needs
from tests.crashing import crash_points

ID = "0123456789abcdef"


@pytest.fixture(autouse=True)
def _without_fsync(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write_journal(folder: Path, *files: tuple[str, str, bytes, bytes], **more: object) -> Path:
    entries = [
        {"draft": d, "target": t, "before": digest(before), "after": digest(after)}
        for d, t, before, after in files
    ]
    value = {"schema": "editkit.journal/1", "leader": None, "folders": [], "files": entries}
    path = folder / f".editkit-{ID}.journal"
    path.write_text(json.dumps({**value, **more}))
    return path


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


@pytest.mark.live
@needs("fork")
def test_a_killed_write_leaves_a_draft_that_the_next_write_removes(tmp_path: Path) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    left = 0

    def reset() -> None:
        path.write_bytes(b"old")
        other.write_bytes(b"x")

    for number in crash_points(reset, lambda: write_atomically(path, b"new")):
        assert path.read_bytes() in {b"old", b"new"}, number
        left += len(names(tmp_path)) > 2
        write_atomically(other, b"y")
        assert names(tmp_path) == ["a.txt", "b.txt"], number

    assert left >= 2


def test_drafts_of_a_living_write_are_left_alone(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    with FileTransaction() as transaction:
        transaction.add(first, b"new")
        transaction.add(second, b"new")
        write_atomically(tmp_path / "c.txt", b"c")
        assert recover([first]) == ()
        transaction.commit()

    assert (first.read_bytes(), second.read_bytes()) == (b"new", b"new")
    assert names(tmp_path) == ["a.txt", "b.txt", "c.txt"]


@needs("locks")
def test_without_locks_other_drafts_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl  # noqa: PLC0415  (missing on Windows)

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    (tmp_path / f".editkit-{ID}-1.draft").touch()
    (tmp_path / f".editkit-{ID}.journal").touch()
    monkeypatch.setattr(fcntl, "flock", refuse)

    write_atomically(tmp_path / "a.txt", b"new")

    assert names(tmp_path) == [f".editkit-{ID}-1.draft", f".editkit-{ID}.journal", "a.txt"]


def test_windows_locks_a_byte_after_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[int, int, int]] = []

    def locking(file: int, mode: int, size: int) -> None:
        calls.append((os.lseek(file, 0, os.SEEK_CUR), mode, size))
        if len(calls) > 1:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    with (tmp_path / "f").open("wb") as file:
        assert try_lock(file.fileno()) is True
        assert try_lock(file.fileno()) is False

    assert calls == [(1 << 30, 2, 1)] * 2


@pytest.mark.parametrize("name", ["../a.txt", "/etc/hosts", "..", "", "x/a.txt"])
def test_a_journal_names_only_files_in_its_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "cloned"
    folder.mkdir()
    (tmp_path / "a.txt").write_bytes(b"old")
    draft = f".editkit-{ID}-1.draft"
    (folder / draft).write_bytes(b"new")
    write_journal(folder, (draft, name, b"old", b"new"))

    assert recover([folder / "b.txt"]) == ()

    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(folder) == []


@pytest.mark.parametrize("path", ["a\0b", "\ud800"])
@pytest.mark.parametrize("place", ["leader", "folders", "target"])
def test_a_journal_with_impossible_paths_is_removed(tmp_path: Path, path: str, place: str) -> None:
    draft = f".editkit-{ID}-1.draft"
    (tmp_path / draft).write_bytes(b"new")
    more = {"leader": path} if place == "leader" else {}
    others = {"folders": [path]} if place == "folders" else {}
    write_journal(
        tmp_path, (draft, path if place == "target" else "a", b"", b"new"), **more, **others
    )

    assert recover([tmp_path / "b.txt"]) == ()

    assert names(tmp_path) == []


@pytest.mark.parametrize("draft", ["mine.txt", ".editkit-fedcba9876543210-1.draft"])
def test_a_journal_moves_only_its_own_drafts(tmp_path: Path, draft: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / draft).write_bytes(b"mine")
    journal = write_journal(tmp_path, (draft, "a.txt", b"old", b"mine"))

    recover([journal])

    assert (tmp_path / "a.txt").read_bytes() == b"old"
    if draft == "mine.txt":
        assert names(tmp_path) == ["a.txt", "mine.txt"]


@needs("links")
def test_a_link_is_no_version_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    draft = f".editkit-{ID}-1.draft"
    (tmp_path / draft).write_bytes(b"new")
    entry = {"draft": draft, "target": "a.txt", "before": None, "after": digest(b"new")}
    write_journal(tmp_path, files=[entry])

    assert [each.outcome for each in recover([tmp_path / "b.txt"])] == [Outcome.REFUSED]

    assert (tmp_path / "a.txt").is_symlink()


@needs("links")
def test_a_link_is_not_followed_when_a_write_is_finished(tmp_path: Path) -> None:
    folder = tmp_path / "cloned"
    folder.mkdir()
    (tmp_path / "a.txt").write_bytes(b"old")
    (folder / "a.txt").symlink_to(tmp_path / "a.txt")
    draft = f".editkit-{ID}-1.draft"
    (folder / draft).write_bytes(b"new")
    write_journal(folder, (draft, "a.txt", b"old", b"new"))

    [found] = recover([folder / "b.txt"])

    assert found.outcome is Outcome.REFUSED
    assert (tmp_path / "a.txt").read_bytes() == b"old"


@needs("owners")
def test_a_journal_of_another_user_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = f".editkit-{ID}-1.draft"
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / draft).write_bytes(b"new")
    journal = write_journal(tmp_path, (draft, "a.txt", b"old", b"new"))
    os.chown(journal, 12345, 12345)
    monkeypatch.setattr(os, "geteuid", lambda: 54321)

    assert recover([tmp_path / "a.txt"]) == ()

    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == [draft, journal.name, "a.txt"]


def test_a_large_file_is_not_read_to_compare_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal that came with articles may name it."""
    monkeypatch.setenv("EDITKIT_MAX_FILE_SIZE", "1")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(1_000_001)

    assert current_version(tmp_path / "large") is None


def test_a_damaged_draft_replaces_nothing(tmp_path: Path) -> None:
    draft = f".editkit-{ID}-1.draft"
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / draft).write_bytes(b"ne")
    write_journal(tmp_path, (draft, "a.txt", b"old", b"new"))

    [found] = recover([tmp_path / "a.txt"])

    assert found.outcome is Outcome.REFUSED
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_a_write_that_cannot_be_finished_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    draft = f".editkit-{ID}-1.draft"
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / draft).write_bytes(b"new")
    write_journal(tmp_path, (draft, "a.txt", b"old", b"new"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        assert [each.outcome for each in recover([tmp_path / "a.txt"])] == [Outcome.FAILED]

    assert [each.outcome for each in recover([tmp_path / "a.txt"])] == [Outcome.FINISHED]
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]
