import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from editkit.cache import store
from editkit.cache.store import ResultCache, user_cache
from editkit.core.errors import InputError
from editkit.core.storage.read_file import MEGABYTE
from tests.capabilities import needs

BLOCK = 4096


def key(name: str) -> str:
    """Return a key as runs have it."""
    return sha256(name.encode()).hexdigest()


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def set_age(folder: Path, name: str, seconds: int) -> None:
    used = time.time() - seconds
    os.utime(folder / key(name), (used, used))


def test_an_entry_is_there_for_the_next_process(tmp_path: Path) -> None:
    ResultCache(tmp_path / "deep" / "results").put(key("a"), b"one")

    cache = ResultCache(tmp_path / "deep" / "results")

    assert (cache.get(key("a")), cache.get(key("b"))) == (b"one", None)
    assert (cache.has(key("a")), cache.has(key("b"))) == (True, False)


def test_the_limit_for_articles_is_not_that_of_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_MAX_FILE_SIZE", "1")
    cache, data = ResultCache(tmp_path), b"x" * 2 * MEGABYTE

    cache.put(key("a"), data)

    assert cache.get(key("a")) == data


@needs("modes")
def test_the_folder_is_private(tmp_path: Path) -> None:
    ResultCache(tmp_path / "results").put(key("a"), b"one")

    assert (tmp_path / "results").stat().st_mode & 0o077 == 0


@needs("modes")
def test_entries_are_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    before = os.umask(0)
    try:
        ResultCache(tmp_path).put(key("a"), b"one")
    finally:
        os.umask(before)

    assert (tmp_path / key("a")).stat().st_mode & 0o777 == 0o600
    assert tmp_path.stat().st_mode & 0o777 == 0o755  # the folder of the user stays as it is


def test_an_entry_that_is_not_used_for_a_month_is_deleted(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    for name in "abc":
        cache.put(key(name), b"x")
    set_age(tmp_path, "a", 31 * 86_400)
    set_age(tmp_path, "b", 31 * 86_400)
    set_age(tmp_path, "c", 29 * 86_400)
    cache.get(key("b"))

    cache.close()

    assert names(tmp_path) == {key("b"), key("c")}


def test_clearing_and_trimming_keep_the_files_of_others(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path, 4 * BLOCK)
    (tmp_path / "thesis.txt").write_bytes(b"x" * 9 * BLOCK)
    (tmp_path / key("folder")).mkdir()
    (tmp_path / f"{key('a')}.0123abcd").write_bytes(b"cut off")
    cache.put(key("a"), b"x")
    cache.trim()
    assert len(names(tmp_path)) == 4

    deleted = cache.clear()

    assert len(deleted) == 2
    assert names(tmp_path) == {"thesis.txt", key("folder")}


def test_the_least_recently_used_entry_is_evicted_first(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path, 10 * BLOCK)
    for number in range(10):
        cache.put(key(str(number)), b"x")
        set_age(tmp_path, str(number), 1000 - number)
    cache.get(key("0"))

    cache.put(key("new"), b"x")
    cache.close()

    assert names(tmp_path) == {key("new"), *map(key, "03456789")}


def test_the_limit_applies_during_a_run(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path, 16 * BLOCK)
    most = 0
    for number in range(200):
        cache.put(key(str(number)), b"x" * 3000)
        most = max(most, len(names(tmp_path)))

    assert 8 < most <= 17


def test_an_entry_larger_than_half_the_limit_is_not_cached(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path, 10 * BLOCK)
    cache.put(key("small"), b"x")
    cache.put(key("large"), b"x" * 6 * BLOCK)
    cache.close()

    assert names(tmp_path) == {key("small")}


def test_a_run_that_adds_nothing_does_not_trim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ResultCache(tmp_path).put(key("a"), b"one")
    monkeypatch.setattr(ResultCache, "trim", lambda _: pytest.fail("looked at all"))
    cache = ResultCache(tmp_path)

    assert cache.get(key("a")) == b"one"
    cache.close()


def test_a_folder_that_cannot_be_created_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = ResultCache(tmp_path / "file" / "results")

    cache.put(key("a"), b"one")
    cache.close()

    assert cache.get(key("a")) is None
    assert not cache.has(key("a"))


def test_a_full_disk_is_ignored_and_tried_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def fail(path: Path, data: bytes) -> None:
        tries.append(path)
        path.touch()
        raise OSError(28, f"No space for {len(data)} bytes")

    monkeypatch.setattr(store, "_write_private", fail)
    cache = ResultCache(tmp_path)
    for name in "abc":
        cache.put(key(name), b"one")

    assert len(tries) == 1
    assert names(tmp_path) == set()


def test_a_limit_of_zero_disables_the_cache(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path, 0)
    cache.put(key("a"), b"one")

    assert names(tmp_path) == set()
    assert cache.get(key("a")) is None


WRITER = """
import sys
from pathlib import Path
from editkit.cache import store
from editkit.cache.store import ResultCache
cache = ResultCache(Path(sys.argv[1]), 40 * 4096)
for turn in range(400):
    key = f"{turn % 20:064x}"
    cache.put(key, (sys.argv[2] * 9000).encode())
    read = cache.get(key)
    assert read is None or (len(read) == 9000 and len(set(read)) == 1), read
cache.close()
"""


@pytest.mark.live
def test_concurrent_writers_leave_whole_entries(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), letter]) for letter in "abc"
    ]

    assert [writer.wait() for writer in writers] == [0, 0, 0]
    for entry in tmp_path.iterdir():
        assert entry.read_bytes() in {letter * 9000 for letter in (b"a", b"b", b"c")}


def test_environment_variables_set_folder_and_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path))
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "1")
    cache = user_cache()
    cache.put(key("small"), b"x")
    cache.put(key("large"), b"x" * MEGABYTE)

    assert names(tmp_path / "results") == {key("small")}


@pytest.mark.parametrize("size", ["much", "-1", "1.5"])
def test_an_invalid_size_is_an_error(size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", size)

    with pytest.raises(InputError, match=f"EDITKIT_CACHE_SIZE is “{size}”"):
        user_cache()
