"""JSON schemas in docs/reference/schemas: what editkit writes is valid, and documented."""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator

from editkit import FileResult, Linter
from editkit.baseline.file import Baseline, BaselineEntry
from editkit.core.taxonomy import Family, Severity
from editkit.report.json import render
from tests.json_schemas import SCHEMAS, read_schema, schema_faults
from tests.report.sample_results import GENERAL, issue_at, result, unread
from tests.test_json_manual import examples

TEXT = """\
The Harb0ur Motor plant: an epidemic of of repairs.

It is worth 5 % , 6 % and 7 % of all, including the the mill.
"""
GLOSSARY = "term,source,forbidden\nHarbour Motor,海港汽车,\npandemic,,epidemic\n"


def report_of(*results: FileResult) -> object:
    return json.loads("".join(render(results, version="0.0.0")))


def test_the_schemas_are_valid() -> None:
    for path in SCHEMAS.glob("*.json"):
        Draft202012Validator.check_schema(read_schema(path.stem))


def test_reports_match_their_schema(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(GLOSSARY, encoding="utf-8")
    select = ["term", "repeated-word", "detached-percent-sign"]
    with Linter(glossary=tmp_path / "g.csv", select=select) as linter:
        real = linter.lint(TEXT, uri="a.md", format="markdown")

    report = report_of(real, result("b.txt", [issue_at("plnat")], (GENERAL,)), unread("c.txt"))

    assert schema_faults("report-1", report) == []


def test_the_schema_names_all_families_and_severities() -> None:
    issue = read_schema("report-1")["$defs"]["issue"]["properties"]

    assert issue["family"]["enum"] == [each.value for each in Family]
    assert issue["severity"]["enum"] == [each.value for each in Severity]


def test_the_documented_examples_match_the_schemas() -> None:
    report, decisions, baseline = examples()
    whole = json.loads(json.dumps(report).replace('"\\u2026"', f'"{"0" * 64}"'))

    assert schema_faults("report-1", whole) == []
    assert schema_faults("decisions-2", decisions) == []
    assert schema_faults("baseline-1", baseline) == []


def test_baselines_match_their_schema() -> None:
    entries = [BaselineEntry("a.txt", "repeated-word", "f", "of of")]
    data = Baseline("known.json").to_bytes(entries)

    assert schema_faults("baseline-1", json.loads(data)) == []


def test_a_missing_or_another_key_is_a_fault() -> None:
    entry = {"path": "a.txt", "rule": "r", "fingerprint": "f", "note": ""}
    baseline = {"schema": "editkit.baseline/1", "suppressed": [entry]}

    found = schema_faults("baseline-1", baseline)

    assert [re.findall(r"'(?:note|text)'", fault) for fault in found] == [["'text'"], ["'note'"]]
