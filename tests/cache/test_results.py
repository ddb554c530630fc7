"""Cached results: reuse, and what is not cached."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editkit.cache.store import ResultCache
from editkit.checks import load
from editkit.core.issue import Issue
from editkit.core.result import FileResult
from editkit.linting.files.source_file import STDIN, SourceFile
from editkit.linting.session import Session
from tests.cache.workspaces import Workspace


def without_segments(result: FileResult) -> FileResult:
    """Return a result without the segments of its documents, which the cache omits."""
    assert result.package is not None
    base = tuple(replace(d, segments=()) for d in result.package.documents)
    parts = zip(result.documents, base, strict=True)
    return replace(
        result,
        package=replace(result.package, documents=base),
        documents=tuple(replace(part, document=document) for part, document in parts),
    )


def test_a_second_run_uses_the_cache_only(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.article("b.md", "# The the\n\nA float boat left *at at* noon.\n")
    workspace.article("c.txt", "")
    first = workspace.run("a.txt", "b.md", "c.txt")
    assert workspace.linted_names == ["a.txt", "b.md", "c.txt"]
    monkeypatch.setattr(
        "editkit.linting.open_toolset.build_toolset", lambda *_: pytest.fail("prepared")
    )

    second = workspace.run("a.txt", "b.md", "c.txt")

    assert (workspace.linted_names, workspace.opened) == ([], 0)
    assert [without_segments(result) for result in second] == [
        without_segments(result) for result in first
    ]
    assert [len(result.issues) for result in second] == [3, 4, 1]


def test_only_changed_files_are_linted_and_the_order_is_kept(workspace: Workspace) -> None:
    names = [f"{number}.txt" for number in range(20)]
    for name in names:
        workspace.article(name, f"The the {name}.")
    workspace.run(*names)
    changed = ["4.txt", "5.txt", "17.txt"]
    for name in changed:
        workspace.article(name, f"The the cat {name}.")

    results = workspace.run(*names)

    assert workspace.linted_names == changed
    assert [Path(result.uri).name for result in results] == names
    assert all(len(result.issues) == 2 for result in results)
    workspace.run(*names)
    assert workspace.linted_names == []


def test_a_renamed_file_uses_the_same_entry(workspace: Workspace) -> None:
    workspace.run("a.txt")
    workspace.article("other.txt")

    [result] = workspace.run("other.txt")

    assert workspace.linted_names == []
    assert result.uri.endswith("other.txt")
    assert result.documents[0].document.uri.endswith("other.txt")


def test_files_with_equal_contents_share_an_entry(workspace: Workspace) -> None:
    workspace.article("b.txt", "The the other.")
    workspace.article("copy.txt")

    results = workspace.run("b.txt", "a.txt", "copy.txt")

    assert workspace.linted_names == ["b.txt", "a.txt", "copy.txt"][: len(workspace.linted_names)]
    assert [len(result.issues) for result in results] == [2, 3, 3]


def test_a_file_that_a_check_failed_on_is_not_cached(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Iterator[Issue]:
        raise ZeroDivisionError
        yield

    check = load("space-around-punctuation")
    with monkeypatch.context() as patch:
        patch.setattr(check, "run", fail)
        [result] = workspace.run("a.txt")
        assert "space-around-punctuation failed" in result.notices[-1].message

    [result] = workspace.run("a.txt")

    assert workspace.linted_names == ["a.txt"]
    assert result.notices == ()


def test_an_unreadable_file_is_not_cached(workspace: Workspace) -> None:
    (workspace.folder / "bad.txt").write_bytes(b"\xff\xfe\x00")
    for _ in range(2):
        results = workspace.run("bad.txt", "gone.txt")
        assert [result.package for result in results] == [None, None]
        assert all(result.notices for result in results)


def test_the_standard_input_is_not_cached(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.checked.clear()
        with Session(cache=ResultCache(workspace.folder / "cache")) as session:
            list(session.run([(workspace.settings, SourceFile(STDIN, data=b"The the."))]))
        assert workspace.checked == [STDIN]
    assert len(workspace.entries()) == 1  # the entry of the toolset


@pytest.mark.parametrize("cache", [False, True])
def test_a_setting_disables_the_cache(workspace: Workspace, cache: bool) -> None:  # noqa: FBT001  (a parameter)
    workspace.run("a.txt", settings=replace(workspace.settings, cache=cache))
    entries = list((workspace.folder / "cache").glob("*"))
    assert bool(entries) is cache

    workspace.run("a.txt")
    workspace.run("a.txt", settings=replace(workspace.settings, cache=False))
    assert workspace.linted_names == ["a.txt"]


def _empty(entry: Path) -> None:
    entry.write_bytes(b"")


def _cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-3])


@pytest.mark.parametrize("damage", [_empty, _cut, Path.unlink])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_corrupt_or_missing_entry_is_computed_again(
    workspace: Workspace, damage: Callable[[Path], None], index: int
) -> None:
    workspace.article("b.txt", "The the bus.")
    before = workspace.run("a.txt", "b.txt")
    damage(workspace.entries()[index])

    after = workspace.run("a.txt", "b.txt")

    assert [without_segments(result) for result in after] == [
        without_segments(result) for result in before
    ]
    assert workspace.linted_names in (["a.txt"], ["b.txt"], [])
    assert workspace.opened == 1


def test_an_entry_evicted_during_the_run_is_computed_again(workspace: Workspace) -> None:
    names = [f"{number}.txt" for number in range(6)]
    for name in names:
        workspace.article(name, f"The the {name}.")
    workspace.run(*names)
    workspace.article("0.txt", "The the change.")
    files = [(workspace.settings, SourceFile(str(workspace.folder / name))) for name in names]
    with Session(cache=ResultCache(workspace.folder / "cache")) as session:
        results = session.run(files)
        first = next(results)
        for entry in workspace.entries():
            entry.unlink()
        rest = list(results)

    assert [Path(r.uri).name for r in (first, *rest)] == names
    assert [len(r.issues) for r in (first, *rest)] == [2] * 6
