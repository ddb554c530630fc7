"""Writes of two runs that make the same corrections at the same time: neither undoes the other."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from editkit.fixing.atomic_write import (
    FileChangedError,
    FileTransaction,
    digest,
    write_atomically,
)


def test_what_another_run_has_written_alike_is_not_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run replaces the first file with the same content; a person saves the second."""
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for file in files:
        file.write_bytes(b"old")
    replace, done = Path.replace, list[bool]()

    def late(self: Path, target: Path) -> Path:
        made = replace(self, target)
        if target == files[0] and not done:
            done.append(True)
            write_atomically(files[0], b"new")
            files[1].write_bytes(b"saved")
        return made

    monkeypatch.setattr(Path, "replace", late)
    with FileTransaction() as drafts:
        for file in files:
            drafts.add(file, b"new", version=digest(b"old"))
        with pytest.raises(FileChangedError):
            drafts.commit()

    assert [file.read_bytes() for file in files] == [b"new", b"saved", b"old"]


def test_a_file_replaced_alike_during_the_comparison_is_not_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    file_digest, done = hashlib.file_digest, list[bool]()

    def late(*args: Any) -> Any:  # noqa: ANN401  (hashlib's own)
        found = file_digest(*args)
        if not done:
            done.append(True)
            (tmp_path / "draft").write_bytes(b"new")
            (tmp_path / "draft").replace(path)
        return found

    monkeypatch.setattr(hashlib, "file_digest", late)
    write_atomically(path, b"new", version=digest(b"old"))

    assert path.read_bytes() == b"new"
