"""`cache info` and `cache clear`."""

import json
import os
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Editkit


@pytest.fixture
def results(tmp_path: Path, editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "3")
    editkit("lint", "--engine", "none", "a.txt")
    return tmp_path / "cache" / "results"


def test_info_shows_the_folder_the_size_and_the_age(editkit: Editkit, results: Path) -> None:
    entries = list(results.iterdir())
    day = time.time() - 86_400
    os.utime(entries[0], (day, day))

    report = json.loads(editkit("cache", "info", "--format", "json").out)
    text = editkit("cache", "info").out

    assert report["path"] == str(results)
    assert report["entries"] == len(entries) >= 2
    assert report["bytes"] == 4096 * len(entries)
    assert report["limit_bytes"] == 3_000_000
    assert report["oldest_use"].startswith(time.strftime("%Y-%m-%d", time.gmtime(day)))
    assert f"folder   {results}\nentries  {len(entries)}\nsize     0.0 MB of 3.0 MB\n" in text


def test_clear_deletes_only_results(editkit: Editkit, results: Path) -> None:
    (results.parent / "languagetool").mkdir()
    (results / "notes.txt").write_text("mine", "utf-8")
    count = len(list(results.iterdir())) - 1

    result = editkit("cache", "clear")

    assert result.out == f"{results}: {count} cached results deleted, 0.0 MB\n"
    assert result.code == 0
    assert [path.name for path in results.iterdir()] == ["notes.txt"]
    assert (results.parent / "languagetool").is_dir()
    assert json.loads(editkit("cache", "info", "--format", "json").out)["oldest_use"] is None


def test_an_empty_cache_is_no_error(editkit: Editkit, results: Path) -> None:
    editkit("cache", "clear")
    results.rmdir()

    assert editkit("cache", "clear").code == 0
    assert "entries  0\n" in editkit("cache", "info").out
