"""Token of a review over restarts of the server."""

import os
from pathlib import Path

import pytest

from editkit.reviewing.server.token import review_token
from tests.capabilities import needs


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def token_file(cache: Path) -> Path:
    [path] = (cache / "reviews").iterdir()
    return path


def test_the_token_of_a_review_stays_the_same(tmp_path: Path) -> None:
    token = review_token(tmp_path / "d.json")

    assert len(token) == 43
    assert review_token(tmp_path / "d.json") == token
    assert review_token(tmp_path / "." / "d.json") == token
    assert review_token(tmp_path / "e.json") != token


@needs("modes")
def test_only_the_user_can_read_it(tmp_path: Path, cache: Path) -> None:
    token = review_token(tmp_path / "d.json")
    path = token_file(cache)
    assert path.stat().st_mode & 0o777 == 0o600

    path.chmod(0o644)
    renewed = review_token(tmp_path / "d.json")

    assert renewed != token
    assert token_file(cache).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", ["", "short", "x" * 43 + "\n", "é" * 43, "x" * 999])
def test_a_damaged_file_is_replaced(content: str, tmp_path: Path, cache: Path) -> None:
    review_token(tmp_path / "d.json")
    token_file(cache).write_text(content, "utf-8")

    token = review_token(tmp_path / "d.json")

    assert token != content
    assert review_token(tmp_path / "d.json") == token


@needs("links")
def test_a_link_is_not_followed(tmp_path: Path, cache: Path) -> None:
    token = review_token(tmp_path / "d.json")
    path = token_file(cache)
    target = tmp_path / "target"
    path.replace(target)
    path.symlink_to(target)

    assert review_token(tmp_path / "d.json") != token
    assert target.read_text() == token
    assert not path.is_symlink()


def test_without_a_cache_folder_it_lasts_until_the_server_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("EDITKIT_CACHE", os.fspath(tmp_path / "file"))

    assert review_token(tmp_path / "d.json") != review_token(tmp_path / "d.json")
