"""Appending of rows in a table's format, without changes to its existing bytes."""

import csv
from itertools import product
from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.core.glossary import TermStatus
from editkit.termbase import load
from editkit.termbase.append import NewRow, append_rows
from editkit.termbase.rows import escape_bar

BOM = b"\xef\xbb\xbf"
ROW = NewRow("Harbour, Lines", "海港", ("Harbor|Lines", "the “Lines”"))


def test_a_row_has_the_columns_and_line_ends_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes(BOM + b"note,forbidden,Term,source\r\n,x,ferry,")

    result = append_rows(str(path), [ROW])

    assert result.data.startswith(path.read_bytes() + b"\r\n")
    assert result.data.decode("utf-8-sig").split("\r\n")[-2:] == [
        ',Harbor\\|Lines|the “Lines”,"Harbour, Lines",海港',
        "",
    ]
    path.write_bytes(result.data)
    terms = load(path).glossary.concepts[-1].terms
    assert [(term.text, term.status) for term in terms] == [
        ("Harbour, Lines", TermStatus.PREFERRED),
        ("Harbor|Lines", TermStatus.DEPRECATED),
        ("the “Lines”", TermStatus.DEPRECATED),
        ("海港", TermStatus.PREFERRED),
    ]


def test_tabs_separate_the_cells_of_a_tsv(tmp_path: Path) -> None:
    path = tmp_path / "g.TSV"
    path.write_bytes(b"term\tsource\nferry\t\n")

    result = append_rows(str(path), [NewRow("tram", "x")])

    assert result.data == b"term\tsource\nferry\t\ntram\tx\n"


def test_a_missing_table_is_created(tmp_path: Path) -> None:
    result = append_rows(str(tmp_path / "new.tsv"), [NewRow("tram")])

    assert result.data == b"term\tsource\tforbidden\ntram\t\t\n"


def test_a_cell_without_a_column_is_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("term,note\n")

    result = append_rows(str(path), [NewRow("tram", None, ("bus",))])

    assert result.data == b"term,note\ntram,\n"
    assert result.notices == (
        "It has no column “forbidden”, so “bus” is not in the row of “tram”.",
    )


@pytest.mark.parametrize("codec", ["gbk", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("head", ["", "sep=;\r\n"])
def test_a_new_row_has_the_encoding_and_the_delimiter(
    tmp_path: Path, codec: str, head: str
) -> None:
    path = tmp_path / "g.csv"
    table = f"{head}term;source;forbidden\r\npandemic;疫情;epidemic"
    path.write_bytes(table.encode(codec))

    result = append_rows(str(path), [NewRow("plant", "工厂", ("factory; works",))])

    assert result.data.decode(codec) == f'{table}\r\nplant;工厂;"factory; works"\r\n'
    assert result.data.startswith(path.read_bytes())


def test_a_row_that_the_encoding_lacks_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes("term\ncafé crème\n".encode("cp1252"))

    with pytest.raises(InputError, match="“疫”, which windows-1252, the file’s encoding, lacks"):
        append_rows(str(path), [NewRow("疫情")])


def test_an_existing_term_is_not_added_again(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("term,forbidden\ntram,bus\n")

    result = append_rows(str(path), [NewRow("tram"), NewRow("bus"), NewRow("bus")])

    assert result.data == b"term,forbidden\ntram,bus\nbus,\n"
    assert (result.added, len(result.notices)) == (1, 1)


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
def test_an_invalid_table_is_an_error(
    name: str, content: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(InputError) as raised:
        append_rows(str(path), [ROW])

    assert message in str(raised.value)
    assert path.read_bytes() == content


def test_every_form_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Whatever backslashes and bars it has, at its end as well."""
    path = tmp_path / "g.csv"
    forms = sorted({"".join(each) for n in range(1, 5) for each in product("a\\|", repeat=n)})
    pairs = [(first, second) for first in forms for second in ("b", "|b")]

    rows = [NewRow(f"t{number}", None, pair) for number, pair in enumerate(pairs)]
    path.write_bytes(append_rows(str(path), rows).data)

    concepts = load(path).glossary.concepts
    read = [tuple(term.text for term in concept.terms[1:]) for concept in concepts]
    assert [pair for pair in zip(pairs, read, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("term", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+86", "'+86"),
        ("-ing", "'-ing"),
        ("@handle", "'@handle"),
        ("\t=1+1", "'=1+1"),
        ("'-quoted", "''-quoted"),
        ("’s", "’s"),
        ("a=b", "a=b"),
    ],
)
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_no_new_cell_is_a_formula(tmp_path: Path, term: str, cell: str, suffix: str) -> None:
    path = tmp_path / f"glossary.{suffix}"
    delimiter = {"csv": ",", "tsv": "\t"}[suffix]
    path.write_text(f"{delimiter.join(('term', 'source', 'forbidden'))}\n", "utf-8")

    path.write_bytes(append_rows(str(path), [NewRow(term, term, (term, "other"))]).data)

    with path.open(encoding="utf-8", newline="") as table:
        _, row = csv.reader(table, delimiter=delimiter)
    assert row == [cell, cell, f"{escape_bar(cell)}|other"]
    [concept] = load(path).glossary.concepts
    read = [each.text for each in concept.terms]
    assert read == [term.strip(), term.strip(), "other", term.strip()]
    assert append_rows(str(path), [NewRow(term.strip())]).added == 0
