"""Code within prose in a run: no issue touches it, no fix changes it, it is no evidence."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import editkit
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.formats.markdown.format import Markdown
from editkit.linting.toolset import build_toolset
from editkit.text.segmenter import segment
from tests.code_shapes import closing, identifiers, opening, prose

GLOSSARY = Glossary(
    (
        Concept("1", (Term("GitHub"),)),
        Concept("2", (Term("Linux"),)),
        Concept("3", (Term("JavaScript"),)),
        Concept("4", (Term("pandemic"), Term("epidemic", status=TermStatus.DEPRECATED))),
        Concept("5", (Term("User Name"), Term("state", status=TermStatus.DEPRECATED))),
        Concept("6", (Term("Vue.js"),)),
    )
)
TOOLSET = build_toolset(Settings(), GLOSSARY)


def issues_of(text: str) -> list[Issue]:
    issues, failures = TOOLSET.run_checks(segment(Document.plain(text, lang="en-US")))
    assert not failures
    return issues


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(st.tuples(prose, opening, identifiers, closing), min_size=1, max_size=4))
@example([("", "", "linux_name", " ,")])
@example([("It is so.", "", "epidemic.yaml", ""), ("", "", "epidemic.yaml", "")])
def test_no_check_touches_code(pieces: list[tuple[str, str, str, str]]) -> None:
    text, places = "", []
    for before, mark, code, end in pieces:
        text += f"{before} {mark}"
        places.append(Span(len(text), len(text) + len(code)))
        text += f"{code}{end} "
    for issue in issues_of(text):
        touched = [issue.span, *(edit.span for fix in issue.fixes for edit in fix.edits)]
        assert not [
            place
            for place in places
            for span in touched
            if (span.start < place.end and place.start < span.end)
            or place.start < span.start == span.end < place.end
        ], issue


@given(prose, opening, identifiers, closing, prose)
def test_no_fix_changes_code(before: str, mark: str, code: str, end: str, after: str) -> None:
    text = f"{before} {mark}{code}{end} {after} , the epidemic in github."

    assert code in editkit.fix(text, glossary=GLOSSARY, unsafe=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A vue.js page.", ["vue.js"]),
        ("An epidemic; see epidemic.yaml.", ["epidemic"]),
        ("A github-hosted plan and Javascript-heavy pages.", ["github", "Javascript"]),
        ("Install linux-kernel, docker-linux and github/linguist.", []),
        ("Set it to “epidemic” in %(epidemic)s.", []),
        ("It grew at the end.Next year it,and", [".", ","]),
        ("open_source and colour_map are names of the color", []),
    ],
)
def test_what_is_still_found(text: str, found: list[str]) -> None:
    issues = sorted(issues_of(text), key=lambda issue: issue.span)

    assert [issue.span.of(text) for issue in issues] == found


def test_code_is_no_evidence_for_consistency() -> None:
    prose_only = "The Suhe Fund grew. We saw the Suhe Fund. The SuheFund is new."
    code = "The Suhe Fund grew. We saw the Suhe Fund. It is set to “SuheFund” in {{ SuheFund }}."

    assert {issue.rule for issue in issues_of(prose_only)} == {"inconsistent-variant"}
    assert issues_of(code) == []


def test_markdown_keeps_its_code() -> None:
    source = "# epidemic.yaml\n\nAn *epidemic* of **a_b** &amp; `epidemic`, page.epidemic\n"
    package = Markdown().parse(source.encode(), uri="a.md", lang="en-US")
    document = segment(package.documents[0])
    issues, _ = TOOLSET.run_checks(document)

    assert [issue.span.of(document.text) for issue in issues] == ["epidemic"]
    assert editkit.fix(source, glossary=GLOSSARY, format="markdown") == source.replace(
        "An *epidemic*", "A *pandemic*"
    )
