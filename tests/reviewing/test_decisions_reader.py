"""Decisions that cannot be read: errors with their position in the file."""

import json
from pathlib import Path
from typing import Any

import pytest

from editkit.core.errors import InputError
from editkit.reviewing.decisions import read_decisions
from tests.reviewing.decision_entries import RAW, decision, edit, entry, report


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
        "files[1].path: “a (notes)” is listed twice",
    ),
    (report(entry("a", b""), entry("a", b"")), "files[1].path: “a” is listed twice"),
    (report(entry("a", b""), entry("./a", b"")), "files[1].path: “./a” is listed twice"),
    (
        report(entry("a", b"", decision(state="maybe"))),
        "decisions[0].state: “maybe” is not a decision",
    ),
    (with_edit(start="0"), "files[0].decisions[0].edits[0].start: a position"),
    (with_edit(start=True), "edits[0].start: a position"),
    (with_edit(start=-1), "edits[0].start: a position"),
    (with_edit(end=9), "edits[0]: 0 to 9 is not as long as “One”"),
    (with_edit(start=7, end=4), "edits[0]: 7 to 4"),
    (with_edit(replacement=None), "edits[0].replacement: a string"),
    (with_edit(replacement="a\0"), "edits[0].replacement: a text cannot contain NUL"),
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
    with pytest.raises(InputError, match=r"none\.json: No such file"):
        read_decisions(tmp_path / "none.json")
