import pytest

from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.result import FileResult
from editkit.core.rule import Example
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.formats.plain import Plain
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.linting.suppression.suppression_comments import directives
from editkit.linting.suppression.suppressions import UNUSED_SUPPRESSION, apply_suppressions

NO_ENGINE = Settings(engine="none")


def lint(text: str, format_name: str = "plain", settings: Settings = NO_ENGINE) -> FileResult:
    found = SourceFile("<text>", data=text.encode(), format=format_name)
    with Session() as session:
        [result] = session.run([(settings, found)])
    return result


def found(
    text: str, format_name: str = "plain", settings: Settings = NO_ENGINE
) -> list[tuple[str, int]]:
    return [(p.issue.rule, p.location.line) for p in lint(text, format_name, settings).issues]


@pytest.mark.parametrize(
    "example", UNUSED_SUPPRESSION.examples, ids=lambda example: example.text[:30]
)
def test_example(example: Example) -> None:
    result = lint(example.text)
    raws = [p.location.span.of(result.documents[0].document.raw) for p in result.issues]

    assert tuple(raws) == example.flagged
    assert all(p.issue.rule == UNUSED_SUPPRESSION.id for p in result.issues)


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_disable_next_line_applies_to_the_next_nonblank_line(format_name: str, end: str) -> None:
    lines = ["<!-- editkit-disable-next-line -->", "", "The the a.", "", "Of of b.", ""]

    assert found(end.join(lines), format_name) == [("repeated-word", 5)]


def test_disable_applies_up_to_enable_or_the_end_of_the_file() -> None:
    text = "The the a.\n\n# editkit-disable repeated-word\nThe the b.\n\nThe the c.\n"

    assert found(text) == [("repeated-word", 1)]
    text += "# editkit-enable repeated-word\nThe the d.\n"
    assert found(text) == [("repeated-word", 1), ("repeated-word", 8)]
    assert found(text.replace("enable repeated-word", "enable")) == found(text)


def test_disable_file_applies_wherever_it_is() -> None:
    text = "The the a.\n\nThe the b.\n\n<!-- editkit-disable-file grammar -->\n"

    assert found(text) == []


def test_only_the_named_rules_and_families_are_suppressed() -> None:
    text = "# editkit-disable-next-line {}\nThe the  plant.\n"

    assert found(text.format("repeated-word")) == [("repeated-space", 2)]
    assert found(text.format("typography")) == [("repeated-word", 2)]
    assert found(text.format("repeated-word, repeated-space")) == []


def test_a_comment_in_plain_text_is_not_checked() -> None:
    assert found("<!-- editkit-disable-next-line  repeated-word -->\nThe the plant.\n") == []


def test_an_issue_that_overlaps_a_comment_is_dropped() -> None:
    text = "# editkit-disable-next-line a-rule\nThe plant."
    document = Document.plain(text, lang="en")
    issues = [
        Issue("another-rule", span, "", Family.GRAMMAR, "")
        for span in (Span(28, 38), Span(2, 9), Span(35, 38))
    ]

    kept, _ = apply_suppressions(document, issues, file_format=Plain(), was_checked=lambda _: True)

    assert kept == issues[2:]


def test_an_unused_suppression_is_an_issue_at_the_comment() -> None:
    text = "The plant.\n\n<!-- editkit-disable-next-line grammar -->\nIt runs.\n"

    for format_name in ("plain", "markdown"):
        [placed] = lint(text, format_name).issues
        assert placed.issue.rule == "unused-suppression"
        assert placed.issue.message == "This comment suppresses nothing of “grammar”."
        assert (placed.location.line, placed.location.column) == (3, 1)


def test_each_unused_name_is_reported() -> None:
    [placed] = lint(
        "# editkit-disable-next-line repeated-word, repeated-space\nThe the a.\n"
    ).issues

    assert placed.issue.message == "This comment suppresses nothing of “repeated-space”."


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("disable repeated-wrod", "Unknown rule or family “repeated-wrod”; the nearest is"),
        ("disable-lines", "Unknown comment “editkit-disable-lines”."),
        ("enable", "This comment enables what is not disabled."),
    ],
)
def test_an_invalid_comment_is_reported(comment: str, message: str) -> None:
    [placed] = lint(f"# editkit-{comment}\nThe plant.\n").issues

    assert placed.issue.message.startswith(message)


def test_names_that_were_not_checked_are_not_reported_as_unused() -> None:
    text = "# editkit-disable-next-line {}\nThe plant.\n"

    assert (
        found(
            text.format("repeated-word"),
            settings=Settings(select=("typography", "style"), engine="none"),
        )
        == []
    )
    assert found(text.format("languagetool/A_RULE")) == []
    assert found(text.format("term"), settings=Settings(select=("style",), engine="none")) == []
    assert found(text.format(""), settings=Settings(select=("style",), engine="none")) == []
    assert found(text.format("")) == [("unused-suppression", 1)]


def test_an_issue_below_the_threshold_counts_as_suppressed() -> None:
    settings = Settings(engine="none", min_severity=Severity.MAJOR, select=("grammar", "style"))
    text = "# editkit-disable-next-line repeated-word\nThe the plant.\n"

    assert found(text, settings=settings) == []


def test_the_issue_about_a_comment_can_be_ignored() -> None:
    text = "# editkit-disable-next-line\nThe plant.\n"

    assert found(text, settings=Settings(engine="none", ignore=("unused-suppression",))) == []


def test_a_comment_in_code_is_ignored() -> None:
    shown = "<!-- editkit-disable -->"
    text = (
        f"```\n{shown}\n```\n\nWrite `{shown}`, ``  `{shown}`` or `a {shown} b`.\n\nThe the a.\n"
    )

    assert found(text, "markdown") == [("repeated-word", 7)]


def test_a_comment_between_two_code_spans_applies() -> None:
    text = "In `a` <!-- editkit-disable --> `b` the the.\n\nThe the ` c.\n"

    assert found(text, "markdown") == []


def test_a_markdown_heading_is_not_a_comment() -> None:
    assert found("# editkit-disable\n\nThe the a.\n", "markdown") == [("repeated-word", 3)]


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_disable_line_applies_to_its_own_line_only(format_name: str, end: str) -> None:
    lines = ["The the a.", "", "Of of b. <!-- editkit-disable-line repeated-word -->", ""]
    text = end.join([*lines, "The the c.", ""])

    assert found(text, format_name) == [("repeated-word", 1), ("repeated-word", 5)]


def test_disable_line_applies_to_a_row_of_a_table() -> None:
    comment = "<!-- editkit-disable-line repeated-word -->"
    rows = ("| a | b |", "|---|---|", f"| The the a. | {comment} |", "| The the b. | c |")

    assert found("\n".join(rows), "markdown") == [("repeated-word", 4)]


def test_each_comment_is_about_its_own_line() -> None:
    comment = "<!-- editkit-disable-line repeated-word -->"
    text = f"The the a. {comment}\n\nThe the b.\n\nThe the c. {comment}\n"

    for format_name in ("plain", "markdown"):
        assert found(text, format_name) == [("repeated-word", 3)]


def test_disable_line_may_follow_a_number_sign_in_plain_text() -> None:
    text = (
        "The the a. # editkit-disable-line grammar\n\nThe the b.# editkit-disable-line grammar\n"
    )

    assert found(text) == [("repeated-word", 3)]


def test_a_line_may_have_several_comments_and_a_comment_a_line_of_its_own() -> None:
    line = "<!-- editkit-disable-line {} -->"
    both = f"The the  a. {line.format('typography')} {line.format('repeated-word')}\n"
    assert found(both, "markdown") == []

    alone = f"The the a.\n\n{line.format('repeated-word')}\n"
    for format_name in ("plain", "markdown"):
        issues = found(alone, format_name)
        assert issues == [("repeated-word", 1), ("unused-suppression", 3)]


def test_comments_about_their_line_are_read_in_linear_time() -> None:
    document = Document.plain("a " + "<!-- editkit-disable-line x/y --> " * 10_000, lang="en")
    kept, problems = apply_suppressions(
        document, [], file_format=Plain(), was_checked=lambda _: False
    )

    assert len(list(directives(document.text, Plain.directive_syntax))) == 10_000
    assert (kept, len(problems)) == ([], 10_000)
