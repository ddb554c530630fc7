"""Application of decisions to articles: all edits of a file or none, inside the root only."""

import codecs
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from editkit.core.errors import InputError
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from editkit.reviewing.plan import FilePlan
from tests.capabilities import needs

RAW = "One tram, two trams.\nThree trams.\n"
Edit = dict[str, object]


def edit(raw: str, before: str, after: str, start: int | None = None) -> Edit:
    at = raw.index(before) if start is None else start
    return {"start": at, "end": at + len(before), "before": before, "replacement": after}


def decision(*edits: Edit, state: str = "accepted", name: str = "E1") -> dict[str, object]:
    return {
        "edit": name,
        "rule": "some-rule",
        "fingerprint": "f",
        "state": state,
        "edits": list(edits),
    }


def entry(path: str, data: bytes, *decisions: dict[str, object]) -> dict[str, object]:
    digest = sha256(data).hexdigest()
    return {"path": path, "part": None, "sha256": digest, "decisions": list(decisions)}


def report(*files: dict[str, object]) -> dict[str, Any]:
    tool = {"name": "editkit", "version": "0"}
    return {"schema": "editkit.decisions/2", "tool": tool, "files": list(files)}


Apply = Callable[..., list[FilePlan]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    return folder


@pytest.fixture
def run_apply(tmp_path: Path, root: Path) -> Apply:
    def run(*files: dict[str, object], write: bool = True) -> list[FilePlan]:
        path = tmp_path / "decisions.json"
        path.write_text(json.dumps(report(*files)), encoding="utf-8")
        return list(apply_decisions(read_decisions(path), root, write=write).files)

    return run


def put(root: Path, name: str, raw: str | bytes) -> bytes:
    data = raw.encode() if isinstance(raw, str) else raw
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data)
    return data


def test_accepted_and_rewritten_edits_are_made_and_rejected_ones_are_not(
    root: Path, run_apply: Apply
) -> None:
    data = put(root, "a.txt", RAW)
    made = (
        decision(edit(RAW, "One", "A")),
        decision(edit(RAW, "two", "2"), state="rewritten", name="E2"),
        decision(edit(RAW, "Three", "3"), state="rejected", name="E3"),
        decision(state="rejected", name="a dismissed note"),
    )

    [one] = run_apply(entry("a.txt", data, *made))

    assert one.error is None
    assert one.edit_count == 2
    assert (root / "a.txt").read_text() == "A tram, 2 trams.\nThree trams.\n"


def test_a_rewrite_without_an_issue_is_made(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)
    own = decision(edit(RAW, "One", "A"), state="rewritten") | {"rule": None, "fingerprint": None}

    [one] = run_apply(entry("a.txt", data, own))

    assert one.error is None
    assert (root / "a.txt").read_text().startswith("A tram")


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-8", b""),
    ],
)
def test_byte_order_mark_encoding_and_line_ends_are_preserved(
    encoding: str, bom: bytes, root: Path, run_apply: Apply
) -> None:
    raw = "😀 one\r\ntwo\rthree\u2028four\n"
    data = put(root, "a.txt", bom + raw.encode(encoding))

    run_apply(entry("a.txt", data, decision(edit(raw, "three", "3"))))

    assert (root / "a.txt").read_bytes() == bom + raw.replace("three", "3").encode(encoding)


def test_a_changed_file_is_refused_and_others_are_applied(root: Path, run_apply: Apply) -> None:
    data, other = put(root, "a.txt", RAW), put(root, "b.txt", RAW)
    changed = put(root, "a.txt", RAW + "\n")
    files = [entry(name, data, decision(edit(RAW, "One", "A"))) for name in ("a.txt", "b.txt")]

    first, second = run_apply(*files)

    assert "a.txt: This file has changed" in str(first.error)
    assert (root / "a.txt").read_bytes() == changed
    assert second.error is None
    assert (root / "b.txt").read_bytes() == other.replace(b"One", b"A")


def test_one_mismatching_edit_leaves_the_whole_file_unchanged(
    root: Path, run_apply: Apply
) -> None:
    data = put(root, "a.txt", RAW)
    right, wrong = edit(RAW, "One", "A"), edit(RAW, "two", "2", start=0)

    [one] = run_apply(entry("a.txt", data, decision(right), decision(wrong, name="E2")))

    assert "a.txt:1: Edit “E2” expects “two” at 0, where the file has “One”" in str(one.error)
    assert (root / "a.txt").read_bytes() == data


def test_the_expected_text_is_quoted_shortened_on_one_line(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(
        entry("a.txt", data, decision(edit(RAW, f"\x1b\n{RAW}{RAW}", "A", start=21)))
    )

    error = str(one.error)
    assert error.startswith("a.txt:2: Edit “E1” expects “<U+001B><U+000A>One tram, two trams.")
    assert error.endswith("where the file has “Three trams.<U+000A>”; nothing of it is changed.")
    assert "…”" in error


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (edit(RAW, "One tram", "A"), edit(RAW, "tram,", "b")),
        (edit(RAW, "One tram", "A"), edit(RAW, "", "b", start=2)),
        (edit(RAW, "", "a", start=4), edit(RAW, "", "b", start=4)),
        (edit(RAW, "trams.\nThree", "a"), edit(RAW, "Three", "b")),
    ],
)
def test_accepted_edits_that_overlap_are_refused(
    first: Edit, second: Edit, root: Path, run_apply: Apply
) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(entry("a.txt", data, decision(first), decision(second, name="E2")))

    line = 2 if second["before"] == "Three" else 1
    assert f"a.txt:{line}: Edit “E2” overlaps" in str(one.error)
    assert (root / "a.txt").read_bytes() == data


def test_adjacent_edits_are_all_made(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)
    touching = (edit(RAW, "One", "A"), edit(RAW, "", "n old", start=3), edit(RAW, " tram", " bus"))

    [one] = run_apply(entry("a.txt", data, *map(decision, touching)))

    assert one.error is None
    assert (root / "a.txt").read_text().startswith("An old bus, two")


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


def test_a_dry_run_checks_everything_and_writes_nothing(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(entry("a.txt", data, decision(edit(RAW, "One", "A"))), write=False)

    assert [splice.text for splice in one.parts[0].splices] == ["A"]
    assert (root / "a.txt").read_bytes() == data


def test_a_replacement_that_cannot_be_encoded_is_refused(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(entry("a.txt", data, decision(edit(RAW, "One", "\udc80"))))

    assert "U+DC80" in str(one.error)
    assert (root / "a.txt").read_bytes() == data


def test_a_root_that_is_not_a_folder_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text(json.dumps(report()))

    with pytest.raises(InputError, match="no such folder"):
        apply_decisions(read_decisions(path), tmp_path / "none")


def with_edit(**changed: object) -> dict[str, Any]:
    return report(entry("a.txt", b"", decision(edit(RAW, "One", "A") | changed)))


FAULTS: list[tuple[object, str]] = [
    ([], "an object is expected"),
    ({}, "“schema” is missing"),
    (
        report() | {"schema": "editkit.decisions/3"},
        (
            "schema: “editkit.decisions/3” cannot be read here, "
            "only “editkit.decisions/1” or “editkit.decisions/2”."
        ),
    ),
    (report() | {"files": {}}, "files: an array is expected"),
    ({"schema": "editkit.decisions/1"}, "“files” is missing"),
    ({"schema": "editkit.decisions/2"}, "“files” is missing"),
    (report({"path": "a"}), "files[0]: “decisions” is missing"),
    (report({"path": "a", "decisions": []}), "files[0]: “part” is missing"),
    (report(entry("a", b"") | {"part": 1}), "files[0].part: a string is expected"),
    (
        report(*[entry("a", b"") | {"part": "notes"}] * 2),
        "files[1].path: “a (notes)” stands here twice",
    ),
    (report(entry("a", b""), entry("a", b"")), "files[1].path: “a” stands here twice"),
    (report(entry("a", b""), entry("./a", b"")), "files[1].path: “./a” stands here twice"),
    (
        report(entry("a", b"", decision(state="maybe"))),
        "decisions[0].state: “maybe” is no decision",
    ),
    (with_edit(start="0"), "files[0].decisions[0].edits[0].start: a position"),
    (with_edit(start=True), "edits[0].start: a position"),
    (with_edit(start=-1), "edits[0].start: a position"),
    (with_edit(end=9), "edits[0]: 0 to 9 is not as long as “One”"),
    (with_edit(start=7, end=4), "edits[0]: 7 to 4"),
    (with_edit(replacement=None), "edits[0].replacement: a string"),
    (with_edit(replacement="a\0"), "edits[0].replacement: NUL"),
]


@pytest.mark.parametrize(("value", "message"), FAULTS)
def test_an_error_names_the_position_in_the_file(
    value: object, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "d.json"
    path.write_text(json.dumps(value))

    with pytest.raises(InputError) as raised:
        read_decisions(path)

    assert str(raised.value).startswith(str(path))
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b'{\n"schema": }', "2: This is not JSON"),
        (b"\xff\x00", "not a file of decisions"),
        (b"[" * 100_000, "not a file of decisions"),
        (b"[" + b"1" * 5000 + b"]", "not a file of decisions"),
    ],
)
def test_invalid_json_is_refused(text: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_bytes(text)

    with pytest.raises(InputError, match=message):
        read_decisions(path)


def test_a_missing_decisions_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json: There is no such file"):
        read_decisions(tmp_path / "none.json")


@needs("links")
def test_two_names_of_one_file_are_refused(root: Path, run_apply: Apply) -> None:
    data = put(root, "real.txt", RAW)
    (root / "a.txt").symlink_to("real.txt")
    names = ("real.txt", "a.txt")

    first, second = run_apply(*(entry(n, data, decision(edit(RAW, "One", "A"))) for n in names))

    assert (first.error, "a.txt: This is a link" in str(second.error)) == (None, True)


def test_fixes_that_exclude_each_other_are_refused_together(root: Path, run_apply: Apply) -> None:
    raw = "It was a epidemic.\n"
    data = put(root, "a.txt", raw)
    article = decision(edit(raw, "a", "an", 7), edit(raw, "epidemic", "epidemic"), name="A")
    term = decision(edit(raw, "epidemic", "pandemic"), name="T")

    [both] = run_apply(entry("a.txt", data, article, term), write=False)
    [alone] = run_apply(entry("a.txt", data, article))

    assert both.error is not None
    assert "overlaps another one" in both.error.message
    assert alone.error is None
    assert (root / "a.txt").read_text() == "It was an epidemic.\n"
