"""JSON reports: the contract, lines, and the dictionary of a result."""

import json
from collections.abc import Iterator
from hashlib import sha256

from editkit.core.result import (
    EngineReport,
    EngineState,
    FileResult,
)
from editkit.report import json as report_json
from tests.report.sample_results import GENERAL, RAW, issue_at, result, unread


def test_json_is_the_contract() -> None:
    results = [result("a.txt", [issue_at("plnat")], (GENERAL,)), unread("c.txt"), result("b.txt")]

    report = json.loads("".join(report_json.render(results, version="1.2")))

    assert report == {
        "schema": "editkit.report/1",
        "tool": {"name": "editkit", "version": "1.2"},
        "engines": [{"name": "languagetool", "version": "6.8", "state": "ran", "reason": None}],
        "files": [
            {
                "path": "a.txt",
                "format": "plain",
                "sha256": sha256(RAW.encode()).hexdigest(),
                "words": 8,
                "issues": [
                    {
                        "rule": "languagetool/TYPO",
                        "family": "spelling",
                        "category": "linguistic-conventions/spelling",
                        "severity": "major",
                        "confidence": "medium",
                        "message": "“plnat” may be\nmisspelt: 100%.",
                        "text": "plnat",
                        "engine": "languagetool",
                        "span": {
                            "start": 17,
                            "end": 22,
                            "line": 2,
                            "column": 8,
                            "end_line": 2,
                            "end_column": 13,
                        },
                        "fingerprint": "f" * 64,
                        "related": [
                            {
                                "start": 0,
                                "end": 3,
                                "message": "as here",
                                "line": 1,
                                "column": 1,
                                "end_line": 1,
                                "end_column": 4,
                            },
                            {"start": 4, "end": 6, "message": "and there", "path": "b.txt"},
                        ],
                        "fixes": [
                            {
                                "title": "Write “plant”",
                                "safety": "review",
                                "edits": [{"start": 19, "end": 21, "replacement": "an"}],
                            }
                        ],
                        "concept": {"term": "plant", "source": None},
                        "also": [{"rule": "harper/SpellCheck", "engine": "harper"}],
                    }
                ],
            },
            {**report["files"][1], "path": "b.txt", "issues": []},
        ],
        "notices": [
            {"message": "Harper stands in.", "path": None, "engine": "languagetool"},
            {"message": "No such file.", "path": "c.txt", "engine": None},
        ],
        "summary": {
            "issues": 1,
            "by_family": {"spelling": 1},
            "by_severity": {"major": 1},
        },
    }


def test_json_without_results_is_valid() -> None:
    report = json.loads("".join(report_json.render([], version="1")))

    assert (report["files"], report["summary"]["issues"]) == ([], 0)


def test_json_is_streamed_file_by_file() -> None:
    seen: list[str] = []

    def results() -> Iterator[FileResult]:
        for uri in ("a.txt", "b.txt"):
            seen.append(uri)
            yield result(uri)

    pieces = report_json.render(results(), version="1")
    next(pieces)
    next(pieces)

    assert seen == ["a.txt"]


def test_an_engine_that_failed_once_is_reported_as_failed() -> None:
    failed = EngineReport("languagetool", "6.8", EngineState.FAILED, "It died.")
    first, last = result("a.txt"), result("c.txt")
    middle = FileResult("b.txt", first.package, "", 0, engines=(failed,))

    report = json.loads("".join(report_json.render([first, middle, last], version="1")))

    assert [e["state"] for e in report["engines"]] == ["failed"]


def test_jsonl_has_one_issue_per_line_with_its_path() -> None:
    issues = [issue_at("plnat"), issue_at("May")]

    lines = "".join(report_json.render_lines([result("a.txt", issues), result("b.txt")]))

    objects = [json.loads(line) for line in lines.removesuffix("\n").split("\n")]
    assert [(o["path"], o["text"]) for o in objects] == [("a.txt", "plnat"), ("a.txt", "May")]


def test_a_result_as_a_dictionary_is_its_entry_in_the_report() -> None:
    results = [result("a.txt", [issue_at("plnat"), issue_at("May")]), result("b.txt")]

    report = json.loads("".join(report_json.render(results, version="1")))

    assert [each.to_dict() for each in results] == report["files"]
    assert unread("c.txt").to_dict() == {
        "path": "c.txt",
        "format": None,
        "sha256": "",
        "words": 0,
        "issues": [],
    }
