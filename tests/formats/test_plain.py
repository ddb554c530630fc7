"""Plain text format, with all kinds of line breaks."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.document import BlockKind, Document
from editkit.core.fix import Edit, Safety, Splice
from editkit.core.result import SourceFix
from editkit.core.source_map import Chunk
from editkit.core.span import RawSpan, Span
from editkit.core.splices import apply_splices
from editkit.fixing.apply import apply_fixes
from editkit.formats.plain import Plain
from tests.rows import each_row

PLAIN = Plain()
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\r\r\n", "\n\r", "\u2028", "\x85", "\x0b", ""])
TEXTS = st.lists(st.tuples(st.text(st.characters(codec="utf-8", exclude_characters="\0")), BREAKS))


def parsed(raw: str) -> Document:
    [document] = PLAIN.parse(raw.encode(), uri="a.txt", lang="en").documents
    return document


def edited(raw: str, old: str, new: str) -> str | None:
    document = parsed(raw)
    at = document.text.index(old)
    splices = PLAIN.splices(document, [Edit(Span(at, at + len(old)), new)])
    return None if splices is None else apply_splices(raw, splices)


def blocks(raw: str) -> list[tuple[str, str]]:
    document = parsed(raw)
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize("native", ["\n", "\r\n", "\r"])
def test_every_line_break_is_a_line_end_of_the_prose(native: str) -> None:
    document = parsed(f"one{native}two{native}{native}three")

    assert document.text == "one\ntwo\n\nthree"


def test_a_text_with_the_usual_line_ends_is_one_chunk() -> None:
    document = parsed("one\ntwo\n")

    assert document.source_map.chunks == (Chunk(Span(0, 8), RawSpan(0, 8)),)


def test_other_separators_are_characters_of_the_line() -> None:
    raw = "one\u2028two\x85three\x0bfour"

    assert parsed(raw).text == raw
    assert [text for _, text in blocks(raw)] == [raw]


def test_an_empty_file_has_no_prose() -> None:
    assert parsed("").text == ""
    assert blocks("") == []
    assert blocks("\n \n\t\r\n") == []


def test_blank_lines_and_line_breaks_separate_paragraphs() -> None:
    assert blocks("one two.\nthree.\n \n  four. \n") == [
        ("paragraph", "one two."),
        ("paragraph", "three."),
        ("paragraph", "  four. "),
    ]


def test_lines_wrapped_at_a_width_are_one_block() -> None:
    wrapped = (
        "The plant was opened in the spring of that\n"
        "year, and it has built buses and lorries in\n"
        "great numbers since.\n"
        "It was sold."
    )

    assert blocks(wrapped) == [
        ("paragraph", wrapped.removesuffix("\nIt was sold.")),
        ("paragraph", "It was sold."),
    ]


def test_short_lines_and_very_long_ones_are_never_wrapped() -> None:
    long = "word " * 30 + "end."

    assert len(blocks("Roses are red and\nviolets are very blue\n")) == 2
    assert len(blocks(f"{long}\n{long}\n")) == 2


def test_items_of_a_list_are_not_a_wrapped_line() -> None:
    first, second = "- the first thing that we came here to say,", "- the second"

    assert blocks(f"{first}\n{second}") == [("item", first), ("item", second)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Winter Games in the City", BlockKind.HEADING),
        ("Foton Goes Abroad", BlockKind.HEADING),
        ("The Winter Games in the City.", BlockKind.PARAGRAPH),
        ("the plant opens today", BlockKind.PARAGRAPH),
        ("The plant opens today", BlockKind.PARAGRAPH),
        ("Word " * 25, BlockKind.PARAGRAPH),
        ("2022", BlockKind.PARAGRAPH),
        ("汽车", BlockKind.PARAGRAPH),
        ("• one point", BlockKind.ITEM),
        ("12. one point", BlockKind.ITEM),
    ],
)
def test_the_kind_of_a_line(line: str, kind: BlockKind) -> None:
    assert blocks(f"{line}\n") == [(kind.value, line)]


def test_an_edit_is_narrowed_to_the_words_that_differ() -> None:
    document = parsed("an old car factory")

    made = PLAIN.splices(document, [Edit(Span(0, 18), "an old bus factory")])

    assert made == (Splice(RawSpan(7, 10), "bus"),)


def test_an_edit_without_effect_has_no_splice() -> None:
    assert PLAIN.splices(parsed("a car"), [Edit(Span(0, 5), "a car")]) == ()


def test_splices_come_in_order_of_position() -> None:
    document = parsed("one two")

    made = PLAIN.splices(document, [Edit(Span(4, 7), "2"), Edit(Span(0, 3), "1")])

    assert made == (Splice(RawSpan(0, 3), "1"), Splice(RawSpan(4, 7), "2"))


@each_row(
    ("raw", "old", "new", "fixed"),
    [
        ("a  b", "a  b", "a b", "a b"),
        ("ab", "ab", "a b", "a b"),
        ("one\r\ntwo", "one\ntwo", "one two", "one two"),
        ("one\r\ntwo", "one\ntwo", "won\ntoo", "won\r\ntoo"),
        ("one two\r\n", "one two", "one\ntwo", "one\r\ntwo\r\n"),
        ("one two\rx", "one two", "one\ntwo", "one\rtwo\rx"),
        ("one two\r\n", "one two", "one\r\ntwo", "one\r\ntwo\r\n"),
        ("one \n", "one \n", "one\n", "one\n"),
        ("x\ry\nz", "y", "", None),
        ("x\ryz", "y", "\n", "x\r\rz"),
        ("x\n\ny\rz", "z", "\nz", None),
        ("x\r\ny", "x\ny", "xy", "xy"),
    ],
)
def test_line_breaks_in_edits(raw: str, old: str, new: str, fixed: str | None) -> None:
    assert edited(raw, old, new) == fixed


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"]))
def test_without_an_edit_the_bytes_stay(lines: list[tuple[str, str]], encoding: str) -> None:
    raw = "".join(line + end for line, end in lines)
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    data = marks.get(encoding, b"") + raw.encode(encoding)

    package = PLAIN.parse(data, uri="a.txt", lang="en")

    assert apply_fixes(package, PLAIN, [[]]) == data


@given(TEXTS)
def test_blocks_cover_every_word_once_and_in_order(lines: list[tuple[str, str]]) -> None:
    document = parsed("".join(line + end for line, end in lines))

    spans = [block.span for block in document.blocks]
    between = [
        document.text[a:b]
        for a, b in zip(
            [0, *(span.end for span in spans)],
            [*(span.start for span in spans), len(document.text)],
            strict=True,
        )
    ]
    assert "".join(between).strip() == ""
    assert all("\n" in gap for gap in between[1:-1])


@given(TEXTS, st.data())
def test_an_edit_has_exactly_its_effect_on_the_prose(
    lines: list[tuple[str, str]], data: st.DataObject
) -> None:
    document = parsed("".join(line + end for line, end in lines))
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, min(len(document.text), start + 20)))
    new = data.draw(st.text("ab .\n", max_size=8))

    splices = PLAIN.splices(document, [Edit(Span(start, end), new)])

    if splices is None:
        assert "\r" in document.raw
        return
    raw = apply_splices(document.raw, splices)
    package = PLAIN.parse(document.raw.encode(), uri="a.txt", lang="en")
    fixed = apply_fixes(package, PLAIN, [[SourceFix("", Safety.SAFE, splices)]])
    assert fixed == raw.encode()
    assert parsed(raw).text == document.text[:start] + new + document.text[end:]
