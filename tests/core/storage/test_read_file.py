"""Files are read only if they are regular, or named by the user, and not too large."""

import os
import socket
import threading
from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.core.storage.read_file import is_stream, max_file_bytes, read_file
from tests.capabilities import needs


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    return path


def test_a_regular_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data := os.urandom(3_000_001))

    assert read_file(path) == data
    assert read_file(path, stream_ok=True) == data


@needs("pipes")
def test_a_pipe_is_refused_without_waiting(pipe: Path) -> None:
    with pytest.raises(OSError, match="it is a pipe"):
        read_file(pipe)


@needs("pipes")
def test_a_pipe_that_the_user_names_is_read(pipe: Path) -> None:
    threading.Thread(target=pipe.write_bytes, args=(b"words\n",), daemon=True).start()

    assert read_file(pipe, stream_ok=True) == b"words\n"


@needs("pipes")
def test_a_file_replaced_by_a_pipe_is_refused(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    regular = pipe.with_name("a.txt")
    regular.write_bytes(b"x")
    before = regular.stat()

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", lambda *_, **__: before)
        with pytest.raises(OSError, match="it is a pipe"):
            read_file(pipe)


@needs("devices", "sockets")
def test_devices_and_sockets_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="it is a device"):
        read_file("/dev/zero")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(tmp_path / "s"))
        with pytest.raises(OSError, match="it is a socket"):
            read_file(tmp_path / "s")


@pytest.mark.parametrize("stream_ok", [True, False])
def test_a_folder_is_refused(tmp_path: Path, *, stream_ok: bool) -> None:
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path, stream_ok=stream_ok)


@needs("devices")
def test_an_endless_device_ends_at_the_limit() -> None:
    with pytest.raises(OSError, match="it has more than 2 MB"):
        read_file("/dev/zero", stream_ok=True, limit=2_000_000)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, 10**12)

    with pytest.raises(OSError, match="it has more than 64 MB"):
        read_file(path)


def test_the_limit_is_set_by_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1_000_001)
    monkeypatch.setenv("EDITKIT_MAX_FILE_SIZE", "1")
    with pytest.raises(OSError, match="it has more than 1 MB"):
        read_file(path)
    path.write_bytes(b"x" * 1_000_000)
    assert len(read_file(path)) == 1_000_000


@pytest.mark.parametrize("size", ["much", "-1", "1.5", "²", "9" * 5000])
def test_an_invalid_limit_is_an_error(size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITKIT_MAX_FILE_SIZE", size)

    with pytest.raises(InputError, match=f"EDITKIT_MAX_FILE_SIZE is “{size}”"):
        max_file_bytes()


@needs("devices", "pipes")
def test_streams_are_recognized(pipe: Path) -> None:
    assert is_stream(pipe)
    assert is_stream("/dev/null")
    assert not is_stream(pipe.parent)
    assert not is_stream("missing")
    assert not is_stream("x" * 5000)
