"""Paths of decisions: inside the root only, links, and files that cannot be written."""

import json
from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from tests.capabilities import needs
from tests.reviewing.decision_entries import RAW, Apply, decision, edit, entry, put, report


@pytest.mark.parametrize(
    "path",
    ["../out.txt", "in/../../out.txt", "in/../in/a.txt", "", "/etc/hostname", "C:/x", "a\0b"],
)
def test_a_path_outside_the_root_is_refused(path: str, root: Path, run_apply: Apply) -> None:
    data = put(root.parent, "out.txt", RAW)
    put(root, "in/a.txt", RAW)

    [one] = run_apply(entry(path, data, decision(edit(RAW, "One", "A"))))

    assert "--root" in str(one.error)
    assert (root.parent / "out.txt").read_bytes() == data


def test_an_absolute_path_is_refused_even_into_the_root(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(entry(str(root / "a.txt"), data, decision(edit(RAW, "One", "A"))))

    assert "--root" in str(one.error)


@needs("links")
@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_link_to_a_file_outside_the_root_is_not_followed(
    linked: str, root: Path, run_apply: Apply
) -> None:
    data = put(root.parent, "out/a.txt", RAW)
    if linked == "file":
        (root / "a.txt").symlink_to(root.parent / "out" / "a.txt")
    else:
        (root / "in").symlink_to(root.parent / "out", target_is_directory=True)

    [one] = run_apply(
        entry("a.txt" if linked == "file" else "in/a.txt", data, decision(edit(RAW, "One", "A")))
    )

    assert "--root" in str(one.error)
    assert (root.parent / "out" / "a.txt").read_bytes() == data


@needs("links")
def test_a_link_inside_the_root_stays_a_link(root: Path, run_apply: Apply) -> None:
    data = put(root, "real.txt", RAW)
    (root / "a.txt").symlink_to("real.txt")

    run_apply(entry("a.txt", data, decision(edit(RAW, "One", "A"))))

    assert (root / "a.txt").is_symlink()
    assert (root / "real.txt").read_text().startswith("A tram")


@needs("links")
def test_a_missing_file_a_folder_and_a_link_to_itself_are_refused(
    root: Path, run_apply: Apply
) -> None:
    (root / "folder").mkdir()
    (root / "loop").symlink_to("loop")

    names = ("none.txt", "folder", "loop", "no\ud800name")

    refused = run_apply(*(entry(name, b"") for name in names))

    assert [each.error is None for each in refused] == [False] * 4


@needs("modes")
def test_a_read_only_file_is_refused(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)
    (root / "a.txt").chmod(0o444)

    [one] = run_apply(entry("a.txt", data, decision(edit(RAW, "One", "A"))))

    assert "a.txt" in str(one.error)
    assert (root / "a.txt").read_bytes() == data


def test_a_root_that_is_not_a_folder_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text(json.dumps(report()))

    with pytest.raises(InputError, match="No such folder"):
        apply_decisions(read_decisions(path), tmp_path / "none")


@needs("links")
def test_two_names_of_one_file_are_refused(root: Path, run_apply: Apply) -> None:
    data = put(root, "real.txt", RAW)
    (root / "a.txt").symlink_to("real.txt")
    names = ("real.txt", "a.txt")

    first, second = run_apply(*(entry(n, data, decision(edit(RAW, "One", "A"))) for n in names))

    assert (first.error, "a.txt: This is a link" in str(second.error)) == (None, True)
