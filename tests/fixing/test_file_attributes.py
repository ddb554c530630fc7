"""Replaced files keep their attributes, or are refused with a reason."""

import os
import stat
from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.fixing.atomic_write import write_atomically
from tests.capabilities import needs

OTHER = 12345


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    return path


@needs("modes", "owners")
def test_the_owner_and_the_set_id_bits_are_kept(path: Path) -> None:
    os.chown(path, OTHER, OTHER)
    path.chmod(0o4664)

    write_atomically(path, b"new")

    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (OTHER, OTHER, 0o4664)
    assert path.read_bytes() == b"new"


@needs("modes", "owners")
def test_without_the_owner_the_set_id_bits_are_dropped(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    os.chown(path, OTHER, OTHER)
    path.chmod(0o6764)
    monkeypatch.setattr(os, "fchown", refuse)

    write_atomically(path, b"new")

    found = path.stat()
    assert found.st_uid != OTHER
    assert stat.S_IMODE(found.st_mode) == 0o744  # the group of root gets what all others have


def test_extended_attributes_are_kept(path: Path) -> None:
    if not hasattr(os, "setxattr"):
        pytest.skip("no extended attributes")
    try:
        os.setxattr(path, "user.a", b"kept")
    except OSError:
        pytest.skip("no extended attributes here")

    write_atomically(path, b"new")

    assert os.getxattr(path, "user.a") == b"kept"


def test_a_file_with_two_hard_links_is_refused(path: Path, tmp_path: Path) -> None:
    os.link(path, tmp_path / "b.txt")

    with pytest.raises(InputError, match="it has 2 hard links, and the others would keep"):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


@needs("modes", "pipes")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")

    with pytest.raises(InputError, match="it is not a regular file"):
        write_atomically(tmp_path / "p", b"new")

    assert stat.S_ISFIFO((tmp_path / "p").stat().st_mode)
