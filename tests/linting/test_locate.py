from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue, Related
from editkit.core.result import Location
from editkit.core.span import RawSpan, Span
from editkit.core.taxonomy import Family
from editkit.formats.markdown.format import Markdown
from editkit.formats.plain import Plain
from editkit.linting.locate import LineIndex, Placer


def test_each_line_ending_counts_once() -> None:
    lines = LineIndex("a\r\nb\rc\n\n𝐀d")

    places = [lines.locate(RawSpan(at, at)) for at in (0, 3, 5, 7, 8, 9)]

    assert [(p.line, p.column) for p in places] == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (5, 2)]


@given(st.text("ab\r\n\u2028\x85", max_size=30), st.integers(0, 30))
def test_lines_are_those_of_universal_newlines(raw: str, at: int) -> None:
    at = min(at, len(raw))
    if raw[at - 1 : at + 1] == "\r\n":
        at -= 1

    place = LineIndex(raw).locate(RawSpan(at, at))

    before = raw[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (place.line, place.column) == (len(before), len(before[-1]) + 1)
    assert (place.end_line, place.end_column) == (place.line, place.column)


def test_the_end_is_the_column_after_the_last_code_point() -> None:
    raw = "one\r\n𝐀 two\nthree\n"
    places = map(LineIndex(raw).locate, (RawSpan(5, 8), RawSpan(2, 12), RawSpan(10, 17)))

    assert [(p.line, p.column, p.end_line, p.end_column) for p in places] == [
        (2, 1, 2, 4),
        (1, 3, 3, 2),
        (2, 6, 4, 1),
    ]


def test_an_issue_is_located_with_the_fixes_that_can_be_applied() -> None:
    markdown = Markdown()
    raw = "# Head\r\n\r\nThe **big** `co de` plant.\r\n"
    document = markdown.parse(raw.encode(), uri="a.md", lang="en").documents[0]
    big = document.text.index("big")
    code = document.text.index(" plant") - 1
    good = Fix("good", (Edit(Span(big, big + 3), "old"),))
    bad = Fix("bad", (Edit(Span(code, code + 1), "x"),))
    issue = Issue(
        "r",
        Span(big, big + 3),
        "m",
        Family.GRAMMAR,
        "",
        fixes=(bad, good),
        related=(Related(Span(0, 4), "here"), Related(Span(2, 4), "there", "b.md")),
    )

    placed = Placer(document, markdown).place(issue)

    assert placed.location.span.of(raw) == "big"
    assert (placed.location.line, placed.location.column) == (3, 7)
    assert (placed.location.end_line, placed.location.end_column) == (3, 10)
    assert [fix.title for fix in placed.fixes] == ["good"]
    assert placed.related[0].span.of(raw) == "Head"
    assert placed.related[1] == Location(RawSpan(2, 4), 0, 0, 0, 0)


@given(st.text("ab \r\n", max_size=20), st.data())
def test_to_text_span_is_the_inverse_of_locate(raw: str, data: st.DataObject) -> None:
    document = Plain().parse(raw.encode(), uri="a.txt", lang="en").documents[0]
    ends = data.draw(st.tuples(st.integers(0, len(document.text)), st.integers(0, 20)))
    span = Span(ends[0], min(ends[0] + ends[1], len(document.text)))
    raw_span = document.source_map.locate(span)

    if span:
        assert document.source_map.to_prose(raw_span) == span


def test_source_without_prose_is_an_empty_span() -> None:
    document = (
        Markdown().parse(b"One.\n\n<!-- x -->\n\nTwo.\n", uri="a.md", lang="en").documents[0]
    )

    at = document.source_map.to_prose(RawSpan(6, 16))

    assert not at
    assert document.text[: at.start].strip() in {"One.", ""}
