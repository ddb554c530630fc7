"""Tests of the example, which need it to be installed."""

import pytest
from editkit_example.checks.style.leftover_note import LeftoverNote
from editkit_example.csv_report import CsvReporter
from editkit_example.gemtext import Gemtext

import editkit
from editkit.core.document import BlockKind
from editkit.core.fix import Edit
from editkit.core.reporter import ReportOptions
from editkit.core.span import Span
from editkit.testing import assert_examples

PAGE = (
    "# News\r\n=> gemini://a.example Our plant\n* A boat\n```\nthe the\n```\n"
    "> He came.\n\nIt is.\n"
)


def test_examples() -> None:
    assert_examples(LeftoverNote)


def test_a_page_is_split_into_its_prose() -> None:
    document = Gemtext().parse(PAGE.encode(), uri="a.gmi", lang="en").documents[0]

    assert document.text == "News\n\nOur plant\n\nA boat\n\nHe came.\n\nIt is."
    kinds = [block.kind for block in document.blocks]
    assert kinds[:3] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Our plant", "The plant", PAGE.replace("Our", "The")),
        ("News\n\nOur", "News. Our", None),
        ("It", "# It", None),
        ("It", "", PAGE.replace("It is", " is")),
        ("It", "So it", PAGE.replace("It is", "So it is")),
        ("It is.", "", None),
    ],
)
def test_an_edit_changes_the_source_or_is_refused(
    old: str, new: str, expected: str | None
) -> None:
    gemtext = Gemtext()
    package = gemtext.parse(PAGE.encode(), uri="a.gmi", lang="en")
    document = package.documents[0]
    at = document.text.index(old)

    splices = gemtext.splices(document, [Edit(Span(at, at + len(old)), new)])

    if expected is None:
        assert splices is None
        return
    assert splices is not None
    assert gemtext.pack(package, [splices]) == expected.encode()


def test_the_engine_keeps_capitals() -> None:
    result = editkit.lint("In order to win, train prior to it.", engine="plain-words")

    fixes = [found.issue.fixes[0].edits[0].text for found in result.issues]
    assert fixes == ["To", "before"]


def test_a_phrase_that_is_kept_is_not_flagged() -> None:
    options = {"plain-words": {"keep": ["Prior to"]}}

    result = editkit.lint(
        "In order to win, train prior to it.", engine="plain-words", engines=options
    )

    assert [found.issue.fixes[0].edits[0].text for found in result.issues] == ["To"]


def test_the_report_has_a_line_for_each_issue() -> None:
    result = editkit.lint("He [TODO: who?] came, she [TN] left.", engine="none")

    report = "".join(CsvReporter().render([result], ReportOptions("1")))

    assert report.split("\n")[1] == (
        "<text>,1,4,leftover-note,major,The note “[TODO: who?]” is still in the text.,"
        "Remove the note"
    )
    assert report.count("\n") == 3
