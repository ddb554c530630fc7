import pytest

from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.result import FileResult
from editkit.core.rule import Example
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.linting.discovery import Found
from editkit.linting.session import Session
from editkit.linting.suppressions import UNUSED, suppressed

BARE = Settings(engine="none")


def lint(text: str, form: str = "plain", settings: Settings = BARE) -> FileResult:
    found = Found("<text>", data=text.encode(), format=form)
    with Session() as session:
        [result] = session.run([(settings, found)])
    return result


def found(text: str, form: str = "plain", settings: Settings = BARE) -> list[tuple[str, int]]:
    return [(p.issue.rule, p.place.line) for p in lint(text, form, settings).issues]


@pytest.mark.parametrize("example", UNUSED.examples, ids=lambda example: example.text[:30])
def test_example(example: Example) -> None:
    result = lint(example.text)
    raws = [p.place.span.of(result.documents[0].document.raw) for p in result.issues]

    assert tuple(raws) == example.flagged
    assert all(p.issue.rule == UNUSED.id for p in result.issues)


@pytest.mark.parametrize("form", ["plain", "markdown"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_next_line_that_is_not_blank_is_left_alone(form: str, end: str) -> None:
    lines = ["<!-- editkit-disable-next-line -->", "", "The the a.", "", "Of of b.", ""]

    assert found(end.join(lines), form) == [("repeated-word", 5)]


def test_a_block_is_left_alone_up_to_its_end_or_the_file_s() -> None:
    text = "The the a.\n\n# editkit-disable repeated-word\nThe the b.\n\nThe the c.\n"

    assert found(text) == [("repeated-word", 1)]
    text += "# editkit-enable repeated-word\nThe the d.\n"
    assert found(text) == [("repeated-word", 1), ("repeated-word", 8)]
    assert found(text.replace("enable repeated-word", "enable")) == found(text)


def test_a_file_is_left_alone_wherever_it_says_so() -> None:
    text = "The the a.\n\nThe the b.\n\n<!-- editkit-disable-file grammar -->\n"

    assert found(text) == []


def test_only_the_rules_and_families_that_are_named_are_silent() -> None:
    text = "# editkit-disable-next-line {}\nThe the  plant.\n"

    assert found(text.format("repeated-word")) == [("repeated-space", 2)]
    assert found(text.format("typography")) == [("repeated-word", 2)]
    assert found(text.format("repeated-word, repeated-space")) == []


def test_a_comment_in_plain_text_is_no_prose() -> None:
    assert found("<!-- editkit-disable-next-line  repeated-word -->\nThe the plant.\n") == []


def test_what_reaches_from_a_comment_into_prose_is_no_issue() -> None:
    text = "# editkit-disable-next-line a-rule\nThe plant."
    document = Document.plain(text, lang="en")
    issues = [
        Issue("another-rule", span, "", Family.GRAMMAR, "")
        for span in (Span(28, 38), Span(2, 9), Span(35, 38))
    ]

    kept, _ = suppressed(document, issues, plain=True, judged=lambda _: True)

    assert kept == issues[2:]


def test_what_suppresses_nothing_is_an_issue_at_its_place() -> None:
    text = "The plant.\n\n<!-- editkit-disable-next-line grammar -->\nIt runs.\n"

    for form in ("plain", "markdown"):
        [only] = lint(text, form).issues
        assert only.issue.rule == "unused-suppression"
        assert only.issue.message == "This comment suppresses nothing of “grammar”."
        assert (only.place.line, only.place.column) == (3, 1)


def test_each_name_that_is_of_no_use_is_told() -> None:
    [only] = lint("# editkit-disable-next-line repeated-word, repeated-space\nThe the a.\n").issues

    assert only.issue.message == "This comment suppresses nothing of “repeated-space”."


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("disable repeated-wrod", "There is no rule or family “repeated-wrod”; the nearest is"),
        ("disable-line", "There is no comment “editkit-disable-line”."),
        ("enable", "This comment switches on what is not off."),
    ],
)
def test_a_comment_that_cannot_work_says_so(comment: str, message: str) -> None:
    [only] = lint(f"# editkit-{comment}\nThe plant.\n").issues

    assert only.issue.message.startswith(message)


def test_what_was_not_looked_for_is_not_called_unused() -> None:
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


def test_code_that_shows_a_comment_is_no_comment() -> None:
    shown = "<!-- editkit-disable -->"
    text = (
        f"```\n{shown}\n```\n\nWrite `{shown}`, ``  `{shown}`` or `a {shown} b`.\n\nThe the a.\n"
    )

    assert found(text, "markdown") == [("repeated-word", 7)]


def test_a_comment_between_two_code_spans_is_one() -> None:
    text = "In `a` <!-- editkit-disable --> `b` the the.\n\nThe the ` c.\n"

    assert found(text, "markdown") == []


def test_in_markdown_a_heading_is_no_comment() -> None:
    assert found("# editkit-disable\n\nThe the a.\n", "markdown") == [("repeated-word", 3)]
