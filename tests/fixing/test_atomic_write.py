"""Atomic writes: they leave the old file or the new one, and no temporary file."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editkit.core.errors import InputError
from editkit.fixing.atomic_write import (
    FileChangedError,
    FileTransaction,
    digest,
    write_atomically,
)
from tests.capabilities import needs


@needs("modes")
def test_new_bytes_replace_the_old_and_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


@needs("modes")
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    write_atomically(tmp_path / "a.txt", b"new")

    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode


@needs("links")
def test_a_symbolic_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")

    write_atomically(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@needs("modes")
def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)

    with pytest.raises(InputError, match="cannot be written: the file is read-only"):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_an_error_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written: No such file or directory"):
        write_atomically(tmp_path / "no" / "a.txt", b"new")


@pytest.mark.parametrize(
    ("failure", "raised"),
    [
        (KeyboardInterrupt(), KeyboardInterrupt),
        (OSError(28, "No space left on device"), InputError),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    raised: type[BaseException],
    step: str,
) -> None:
    def stop(*_: object) -> None:
        raise failure

    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, stop)

    with pytest.raises(raised):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def save_as_an_editor_does(path: Path) -> None:
    """Save as most editors do: to another name, then rename."""
    other = path.with_suffix(".tmp")
    other.write_bytes(b"what the editor saved")
    other.replace(path)


def test_an_unchanged_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    write_atomically(path, b"new", version=digest(b"old"))

    assert path.read_bytes() == b"new"


def save_during_the_write(monkeypatch: pytest.MonkeyPatch, save: Callable[[], object]) -> None:
    fsync = os.fsync

    def late(number: int) -> None:
        fsync(number)
        save()

    monkeypatch.setattr(os, "fsync", late)


def test_a_touched_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    save_during_the_write(monkeypatch, path.touch)

    write_atomically(path, b"new", version=digest(b"old"))

    assert path.read_bytes() == b"new"


def test_a_file_that_another_run_has_written_alike_is_not_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    save_during_the_write(monkeypatch, lambda: path.write_bytes(b"new"))

    write_atomically(path, b"new", version=digest(b"old"))

    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("save", [save_as_an_editor_does, Path.unlink])
def test_a_changed_file_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Callable[[Path], object]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    save_during_the_write(monkeypatch, lambda: save(path))

    with pytest.raises(InputError, match=r"a\.txt: This file has changed since it was read"):
        write_atomically(path, b"new", version=digest(b"old"))

    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == (
        [] if save is Path.unlink else [("a.txt", b"what the editor saved")]
    )


def test_a_file_saved_during_the_comparison_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    file_digest = hashlib.file_digest

    def late(*args: Any) -> Any:  # noqa: ANN401  (hashlib's own)
        found = file_digest(*args)
        save_as_an_editor_does(path)
        return found

    monkeypatch.setattr(hashlib, "file_digest", late)
    with pytest.raises(InputError, match="has changed since it was read"):
        write_atomically(path, b"new", version=digest(b"old"))

    assert path.read_bytes() == b"what the editor saved"


def test_a_file_saved_by_another_program_is_not_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of two files changes, and so does the first after it was replaced."""
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(b"old")
    second.write_bytes(b"old")
    replace, saved = Path.replace, list[Path]()

    def late(self: Path, target: Path) -> Path:
        made = replace(self, target)
        if target == first and not saved:
            saved.append(first)
            second.write_bytes(b"other")
            save_as_an_editor_does(first)
        return made

    monkeypatch.setattr(Path, "replace", late)
    with FileTransaction() as drafts:
        drafts.add(first, b"new")
        drafts.add(second, b"new", version=digest(b"old"))
        with pytest.raises(InputError, match=r"b\.txt"):
            drafts.commit()

    assert first.read_bytes() == b"what the editor saved"
    assert second.read_bytes() == b"other"


@needs("pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def pipe() -> None:
        path.unlink()
        os.mkfifo(path)

    save_during_the_write(monkeypatch, pipe)

    with pytest.raises(FileChangedError, match="has changed since it was read"):
        write_atomically(path, b"new", version=digest(b"old"))
