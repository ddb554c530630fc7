"""Cached results of files that are compared with each other."""

from pathlib import Path

import pytest

from editkit.cache.store import ResultCache
from editkit.linting import open_toolset
from tests.linting.compared_articles import FEW, MANY, articles, flagged, lint


def test_cached_results_depend_on_all_files(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path / "cache")
    articles(tmp_path, a=FEW, b=MANY, c=MANY.replace("-", " ") * 3)
    a, b, c = (tmp_path / f"{name}.txt" for name in "abc")

    for _ in range(2):
        assert flagged(lint(a, b, cache=cache))["a.txt"] == ["Off Track"]
        assert flagged(lint(b, a, cache=cache))["a.txt"] == ["Off Track"]
        assert flagged(lint(a, b, c, cache=cache))["a.txt"] == []
        assert flagged(lint(a, b, together=False, cache=cache))["a.txt"] == []


def test_results_of_compared_files_are_cached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ResultCache(tmp_path / "cache")
    articles(tmp_path, a=FEW, b=MANY)
    first = flagged(lint(tmp_path, cache=cache))
    monkeypatch.setattr(open_toolset, "build_toolset", lambda *_: pytest.fail("prepared"))

    assert flagged(lint(tmp_path, cache=cache)) == first


def test_files_with_equal_contents_have_separate_cache_entries(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path / "cache")
    articles(tmp_path, a="The R&D met. An R&D left. The R & D won.")
    articles(tmp_path, b="The R&D met. An R&D left. The R & D won.")
    lint(tmp_path, cache=cache)

    for name, result in lint(tmp_path, cache=cache).items():
        [placed] = result.issues
        here = [Path(r.uri).name if r.uri else name for r in placed.issue.related]
        assert sorted(here) == ["a.txt", "a.txt", "b.txt", "b.txt"]
        assert sum(r.uri is None for r in placed.issue.related) == 2
        assert all(r.uri != result.uri for r in placed.issue.related)
