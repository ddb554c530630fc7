"""Directives in the syntaxes of formats, and their scopes."""

import time
from typing import ClassVar

import pytest

from editkit.core.document import Block, BlockKind, Document
from editkit.core.format import NO_DIRECTIVES, DirectiveSyntax, Reading
from editkit.core.issue import Issue
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Family
from editkit.formats.plain import Plain
from editkit.linting.suppression.suppression_comments import directives
from editkit.linting.suppression.suppressions import apply_suppressions

RST = DirectiveSyntax(html=False, line_marks=("..", ";;"))


@pytest.mark.parametrize(
    ("raw", "syntax", "found"),
    [
        (".. editkit-disable term\n", RST, [("disable", ("term",))]),
        ("  ;; editkit-enable\n", RST, [("enable", ())]),
        ("Text .. editkit-disable term\n", RST, []),
        ("Text .. editkit-disable-line term\n", RST, [("disable-line", ("term",))]),
        ("<!-- editkit-disable -->\n", RST, []),
        ("a <!-- editkit-disable x --> b\n", DirectiveSyntax(), [("disable", ("x",))]),
        ("`<!-- editkit-disable -->`\n", DirectiveSyntax(), [("disable", ())]),
        ("`<!-- editkit-disable -->`\n", DirectiveSyntax(code_spans=True), []),
        ("a <!-- editkit-disable --> b\n", Plain.directive_syntax, []),
        ("<!-- editkit-disable -->\n# editkit-disable\n", NO_DIRECTIVES, []),
    ],
)
def test_directives(
    raw: str, syntax: DirectiveSyntax, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(each.verb, each.names) for each in directives(raw, syntax)] == found


class Tagged(Plain):
    reading: ClassVar[Reading] = Reading.PROSE
    directive_syntax: ClassVar[DirectiveSyntax] = DirectiveSyntax()


def test_the_next_line_of_prose_is_the_next_block() -> None:
    raw = "<!-- editkit-disable-next-line x -->\n<p\n class=a>One\ntwo</p><p>Three</p>"
    first, second = raw.index("One"), raw.index("Three")
    chunks = (
        Chunk(Span(0, 7), RawSpan(first, first + 7)),
        Chunk(Span(7, 9), RawSpan(first + 7, first + 7), verbatim=False),
        Chunk(Span(9, 14), RawSpan(second, second + 5)),
    )
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in (Span(0, 7), Span(9, 14)))
    document = Document("a", "en", "One\ntwo\n\nThree", raw, SourceMap(chunks), blocks)
    spans = (Span(0, 3), Span(4, 7), Span(9, 14))
    issues = [Issue("x", span, "", Family.STYLE, "c") for span in spans]

    kept, _ = apply_suppressions(
        document, issues, file_format=Tagged(), was_checked=lambda _: True
    )

    assert [issue.span for issue in kept] == [Span(9, 14)]


@pytest.mark.parametrize("line", ["<!-- editkit-a ", "`a` <!-- editkit-disable a -->\n"])
def test_many_comments_need_linear_time(line: str) -> None:
    started = time.process_time()

    list(directives(line * 20_000, DirectiveSyntax(code_spans=True)))

    assert time.process_time() - started < 5


def test_a_reason_may_have_a_sign() -> None:
    source = "<!-- editkit-a <!-- editkit-disable-line repeated-word: a < b -->"

    assert [each.verb for each in directives(source, DirectiveSyntax())] == ["disable-line"]
