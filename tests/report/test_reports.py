"""Text reports and GitHub annotations."""

import json

from editkit.core.document import Document, Package
from editkit.core.issue import Issue
from editkit.core.result import (
    DocumentResult,
    FileResult,
    Location,
    Notice,
    PlacedIssue,
)
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Family
from editkit.report import github, text
from editkit.report import json as report_json
from tests.report.sample_results import GENERAL, issue_at, result, unread


def test_github_escapes_messages_and_properties() -> None:
    results = [result("a,b:c.txt", [issue_at("plnat")], (GENERAL,)), unread("gone%.txt")]

    assert "".join(github.render(results)) == (
        "::warning file=a%2Cb%3Ac.txt,line=2,endLine=2,col=8,endColumn=13,"
        "title=languagetool/TYPO::"
        "“plnat” may be%0Amisspelt: 100%25.\n"
        "::notice::Harper stands in.\n"
        "::error file=gone%25.txt::No such file.\n"
    )


def test_github_gets_no_columns_for_a_range_of_lines() -> None:
    annotation = "".join(github.render([result("a.txt", [issue_at("opened\nsince")])]))

    assert annotation.startswith("::warning file=a.txt,line=2,endLine=3,title=")


def test_text_shows_context_correction_and_position() -> None:
    notices = (GENERAL, Notice("The check x failed.", "a.txt"))
    results = [result("a.txt", [issue_at("plnat")], notices), result("b.txt"), unread("c.txt")]

    assert "".join(text.render(results)) == (
        "a.txt\n"
        "  2:8 major languagetool/TYPO, harper/SpellCheck: “plnat” may be misspelt: 100%.\n"
        "      Here a «plnat», opened\n"
        "    → plant [review]\n"
        "  note: The check x failed.\n"
        "\n"
        "b.txt: no issues\n"
        "c.txt: not read: No such file.\n"
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
    assert out.endswith("[review]\n\n")


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
