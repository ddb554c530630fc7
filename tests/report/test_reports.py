"""Text, JSON, JSON Lines and GitHub reports."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256

from editkit.core.document import Document, Package
from editkit.core.fix import Safety, Splice
from editkit.core.issue import ConceptRef, Issue, Origin, Related
from editkit.core.result import (
    DocumentResult,
    EngineReport,
    EngineState,
    FileResult,
    Location,
    Notice,
    PlacedIssue,
    SourceFix,
)
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.linting.locate import LineIndex, unknown_location
from editkit.report import github, text
from editkit.report import json as report_json

RAW = "One line.\nHere a plnat, opened\nsince May.\n"


def issue_at(words: str) -> PlacedIssue:
    start = RAW.index(words)
    span = Span(start, start + len(words))
    issue = Issue(
        "languagetool/TYPO",
        span,
        "“plnat” may be\nmisspelt: 100%.",
        Family.SPELLING,
        "linguistic-conventions/spelling",
        Severity.MAJOR,
        Confidence.MEDIUM,
        engine="languagetool",
        related=(Related(Span(0, 3), "as here"), Related(Span(4, 6), "and there", "b.txt")),
        concept=ConceptRef("plant", None),
        also=(Origin("harper/SpellCheck", "harper"),),
        fingerprint="f" * 64,
    )
    at = LineIndex(RAW).locate(RawSpan(start, start + len(words)))
    fixes = (
        SourceFix(
            "Write “plant”",
            Safety.REVIEW,
            (Splice(RawSpan(start + 2, start + 4), "an"),),
        ),
    )
    there = (Location(RawSpan(0, 3), 1, 1, 1, 4), unknown_location(Span(4, 6)))
    return PlacedIssue(issue, at, fixes, there)


def result(
    uri: str, issues: Sequence[PlacedIssue] = (), notices: tuple[Notice, ...] = ()
) -> FileResult:
    document = Document.plain(RAW, lang="en", uri=uri)
    data = RAW.encode()
    return FileResult(
        uri,
        Package(uri, "plain", data, (document,)),
        sha256(data).hexdigest(),
        8,
        (DocumentResult(document, tuple(issues)),),
        (EngineReport("languagetool", "6.8", EngineState.RAN),),
        notices,
    )


def unread(uri: str) -> FileResult:
    return FileResult(uri, None, "", 0, notices=(Notice("There is no such file.", uri),))


GENERAL = Notice("Harper stands in.", engine="languagetool")


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
            {"message": "There is no such file.", "path": "c.txt", "engine": None},
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


def test_github_escapes_messages_and_properties() -> None:
    results = [result("a,b:c.txt", [issue_at("plnat")], (GENERAL,)), unread("gone%.txt")]

    assert "".join(github.render(results)) == (
        "::warning file=a%2Cb%3Ac.txt,line=2,endLine=2,col=8,endColumn=13,"
        "title=languagetool/TYPO::"
        "“plnat” may be%0Amisspelt: 100%25.\n"
        "::notice::Harper stands in.\n"
        "::error file=gone%25.txt::There is no such file.\n"
    )


def test_github_gets_no_columns_for_a_range_of_lines() -> None:
    annotation = "".join(github.render([result("a.txt", [issue_at("opened\nsince")])]))

    assert annotation.startswith("::warning file=a.txt,line=2,endLine=3,title=")


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


def test_text_shows_context_correction_and_position() -> None:
    notices = (GENERAL, Notice("The check x failed.", "a.txt"))
    results = [result("a.txt", [issue_at("plnat")], notices), result("b.txt"), unread("c.txt")]

    assert "".join(text.render(results)) == (
        "a.txt\n"
        "  2:8 major languagetool/TYPO, harper/SpellCheck: “plnat” may be misspelt: 100%.\n"
        "      Here a «plnat», opened\n"
        "    → plant (to be reviewed)\n"
        "  note: The check x failed.\n"
        "\n"
        "b.txt: no issues\n"
        "c.txt: not read: There is no such file.\n"
        "note: Harper stands in.\n"
        "2 files, 1 issue: spelling 1; 1 file not read\n"
    )


def test_a_notice_about_a_glossary_is_printed_for_no_file() -> None:
    about = Notice("An unknown column.", "g.csv")
    results = [result("a.txt", (), (about,)), result("b.txt", (), (about,))]

    assert "".join(text.render(results)) == (
        "a.txt: no issues\nb.txt: no issues\nnote: g.csv: An unknown column.\n2 files, no issues\n"
    )


def test_quiet_text_is_the_issues() -> None:
    results = [result("b.txt"), result("a.txt", [issue_at("plnat")], (GENERAL,)), unread("c.txt")]

    out = "".join(text.render(results, quiet=True))

    assert out.startswith("a.txt\n  2:8")
    assert out.endswith("(to be reviewed)\n\n")


def test_text_is_colored_on_request() -> None:
    results = [result("a.txt", [issue_at("plnat")])]

    assert "«\x1b[31mplnat\x1b[0m»" in "".join(text.render(results, color=True))


def test_text_shortens_long_lines() -> None:
    raw = "word " * 200 + "here" + " word" * 200
    document = Document.plain(raw, lang="en", uri="a.txt")
    issue = Issue("r", Span(1000, 1004), "m", Family.STYLE, "")
    at = PlacedIssue(issue, Location(RawSpan(1000, 1004), 1, 1001, 1, 1005))
    package = Package("a.txt", "plain", b"", (document,))
    one = FileResult("a.txt", package, "", 0, (DocumentResult(document, (at,)),))

    shown = "".join(text.render([one])).split("\n")[2]

    assert shown.startswith("      …word word")
    assert "«here»" in shown
    assert shown.endswith("word…")
    assert len(shown) < 110


def test_a_file_name_with_lone_surrogates_is_reported() -> None:
    name = b"na\xffme.txt".decode(errors="surrogateescape")
    results = [result(name, [issue_at("plnat")])]

    report = "".join(report_json.render(results, version="1"))

    assert report.encode().isascii() is False
    assert json.loads(report)["files"][0]["path"] == name
    assert "na<U+DCFF>me.txt\n" in "".join(text.render(results)).encode().decode()
    assert "file=na?me.txt," in "".join(github.render(results)).encode().decode()
