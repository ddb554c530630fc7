"""Examples of `docs/reference/json.md`, compared with the documents that are read and written."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from editkit import lint
from editkit.baseline.file import read_baseline
from editkit.report.json import render
from editkit.reviewing.decisions import DecisionState, read_decisions
from editkit.reviewing.decisions_writer import decisions_to_value

MANUAL = Path(__file__).parent.parent / "docs" / "reference" / "json.md"


def examples() -> list[dict[str, Any]]:
    blocks = re.findall(r"(?s)```json\n(.*?)```", MANUAL.read_text(encoding="utf-8"))
    return [json.loads(block) for block in blocks]


def shape(value: object) -> object:
    """Return the keys of objects, and of the first object of an array."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items() if not key.startswith("by_")}
    return shape(value[0]) if isinstance(value, list) and value else None


def test_the_report_has_the_documented_keys() -> None:
    documented, _, _ = examples()
    result = lint("The ferry left at at noon.", engine="none", select=["repeated-word"])
    once = replace(result, uri="a.txt", suppressed=2)

    found = json.loads("".join(render([once], version="0.2.0")))

    documented["engines"], documented["notices"] = [], []
    assert shape(found) == shape(documented)
    [issue] = documented["files"][0]["issues"]
    [real] = found["files"][0]["issues"]
    assert {**issue, "fingerprint": ""} == {**real, "fingerprint": ""}


def test_the_decisions_and_the_baseline_are_read(tmp_path: Path) -> None:
    _, decisions, baseline = examples()
    (tmp_path / "d.json").write_text(json.dumps(decisions))
    (tmp_path / "b.json").write_text(json.dumps(baseline))

    read = read_decisions(tmp_path / "d.json")

    assert {each.state for each in read.files[0].decisions} == set(DecisionState)
    assert (read.words, read.glossary[0].forbidden) == (("Zorbex",), ("key side",))
    written = decisions_to_value(read)
    assert {**written, "tool": decisions["tool"]} == decisions
    [entry] = read_baseline(tmp_path / "b.json").entries
    assert entry.text == "Harbor Lines"
