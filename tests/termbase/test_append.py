"""Rows go to the end of a table in its own way of writing, and nothing else of it changes."""

from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.core.glossary import TermStatus
from editkit.termbase import load
from editkit.termbase.append import NewRow, append

BOM = b"\xef\xbb\xbf"
ROW = NewRow("Harbour, Lines", "海港", ("Harbor|Lines", "the “Lines”"))


def test_a_row_keeps_to_the_columns_and_line_ends_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes(BOM + b"note,forbidden,Term,source\r\n,x,ferry,")

    made = append(str(path), [ROW])

    assert made.data.startswith(path.read_bytes() + b"\r\n")
    assert made.data.decode("utf-8-sig").split("\r\n")[-2:] == [
        ',Harbor\\|Lines|the “Lines”,"Harbour, Lines",海港',
        "",
    ]
    path.write_bytes(made.data)
    terms = load(path).glossary.concepts[-1].terms
    assert [(term.text, term.status) for term in terms] == [
        ("Harbour, Lines", TermStatus.PREFERRED),
        ("Harbor|Lines", TermStatus.DEPRECATED),
        ("the “Lines”", TermStatus.DEPRECATED),
        ("海港", TermStatus.PREFERRED),
    ]


def test_tabs_part_the_cells_of_a_tsv(tmp_path: Path) -> None:
    path = tmp_path / "g.TSV"
    path.write_bytes(b"term\tsource\nferry\t\n")

    made = append(str(path), [NewRow("tram", "x")])

    assert made.data == b"term\tsource\nferry\t\ntram\tx\n"


def test_a_table_is_begun_where_there_is_none(tmp_path: Path) -> None:
    made = append(str(tmp_path / "new.tsv"), [NewRow("tram")])

    assert made.data == b"term\tsource\tforbidden\ntram\t\t\n"


def test_what_no_column_takes_is_told(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("term,note\n")

    made = append(str(path), [NewRow("tram", None, ("bus",))])

    assert made.data == b"term,note\ntram,\n"
    assert made.notices == ("It has no column “forbidden”, so “bus” is not in the row of “tram”.",)


def test_a_term_that_is_there_is_not_added_again(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("term,forbidden\ntram,bus\n")

    made = append(str(path), [NewRow("tram"), NewRow("bus"), NewRow("bus")])

    assert made.data == b"term,forbidden\ntram,bus\nbus,\n"
    assert (made.rows, len(made.notices)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("g.xlsx", b"", "Rows can be added to a .csv or .tsv glossary only"),
        ("g.tbx", b"", "Rows can be added to a .csv or .tsv glossary only"),
        ("g.csv", b"name\nx\n", "g.csv:1: The header row has no column “term”"),
        ("g.csv", b"term\n\xff\n", "g.csv:2: The file is not UTF-8"),
        ("g.csv", b'term\n"a\n', "g.csv:2: The row opens a quotation mark"),
        ("g.csv", b"\n", "The table is empty"),
    ],
)
def test_a_table_that_cannot_be_added_to_is_named(
    name: str, content: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(InputError) as raised:
        append(str(path), [ROW])

    assert message in str(raised.value)
    assert path.read_bytes() == content
