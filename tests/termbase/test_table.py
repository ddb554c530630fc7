"""Glossary tables in CSV and TSV."""

import csv
import io
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.errors import InputError
from editkit.core.glossary import CasePolicy, Concept, MatchPolicy, Term, TermStatus
from editkit.termbase import load
from editkit.termbase.table import read_table
from tests.rows import each_row

PREFERRED, ADMITTED, DEPRECATED = TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.DEPRECATED


def concepts(table: str, delimiter: str = ",") -> tuple[Concept, ...]:
    return read_table(table.encode(), uri="g.csv", delimiter=delimiter).glossary.concepts


def texts(concept: Concept, status: TermStatus) -> list[str]:
    return [term.text for term in concept.terms if term.status is status]


def test_a_row_is_a_concept() -> None:
    table = (
        "Note,Forbidden,TERM,admitted,forms,case,match,pos,lang,source,source_lang\n"
        "neuter,cable car|ropeway,aerial tramway, tramway | aerial lift ,aerial tramways,fold,"
        "exact,noun,en-GB,téléphérique,fr\n"
    )

    (concept,) = concepts(table)

    shared = {"lang": "en-GB", "pos": "noun", "case": CasePolicy.FOLD, "line": 2}
    exact = MatchPolicy.EXACT
    assert concept == Concept(
        "row-2",
        (
            Term("aerial tramway", forms=("aerial tramways",), match=exact, **shared),  # type: ignore[arg-type]
            Term("tramway", status=ADMITTED, match=exact, **shared),  # type: ignore[arg-type]
            Term("aerial lift", status=ADMITTED, match=exact, **shared),  # type: ignore[arg-type]
            Term("cable car", status=DEPRECATED, match=exact, **shared),  # type: ignore[arg-type]
            Term("ropeway", status=DEPRECATED, match=exact, **shared),  # type: ignore[arg-type]
            Term("téléphérique", "fr", line=2),
        ),
        "neuter",
        "g.csv",
        2,
    )


def test_a_concept_is_consistent_if_the_table_says_so() -> None:
    found = concepts("term,admitted,consistent\ncar,auto,Yes\nboat,ship,no\nbus,coach,\n")

    assert [concept.consistent for concept in found] == [True, False, False]


def test_defaults_of_a_row() -> None:
    (concept,) = concepts("term\ntramway\n")

    assert concept.terms == (Term("tramway", "und", line=2),)
    assert concept.note is None


@pytest.mark.parametrize(("source", "lang"), [("缆车", "zh"), ("Seilbahn", "x-source")])
def test_the_language_of_a_source_is_detected_by_its_script(source: str, lang: str) -> None:
    (concept,) = concepts(f"source,term\n{source},tramway\n")

    assert concept.terms[-1] == Term(source, lang, line=2)
    assert concept.source("en-US") == concept.terms[-1]


def test_a_bar_can_be_written_in_a_list() -> None:
    (concept,) = concepts("term,forbidden\na,b\\|c| |d|\n")

    assert texts(concept, DEPRECATED) == ["b|c", "d"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    table = end.join(["", "term,note", 'a,"one', 'two"', ",", "b,", ""])

    assert [(c.terms[0].text, c.line) for c in concepts(table)] == [("a", 3), ("b", 6)]


def test_a_byte_order_mark_is_not_part_of_the_header() -> None:
    assert read_table(b"\xef\xbb\xbfterm\na\n", uri="g.csv").glossary.concepts


def test_a_cell_may_be_huge() -> None:
    note = "long " * 100_000

    (concept,) = concepts(f"term,note\na,{note}\n")

    assert concept.note == note.strip()


def test_tabs_separate_the_columns_of_a_tsv(tmp_path: Path) -> None:
    file = tmp_path / "g.TSV"
    file.write_text("term\tforbidden\nGmbH, Co.\tGmbH\n", encoding="utf-8")

    (concept,) = load(file).glossary.concepts

    assert texts(concept, PREFERRED) == ["GmbH, Co."]
    assert concept.uri == str(file)


def test_an_unknown_column_is_named_and_not_used() -> None:
    loaded = read_table(b"term,Forbiden,\na,b,\n", uri="g.csv")

    (notice,) = loaded.notices
    assert "“Forbiden”" in notice.message
    assert "“forbidden”" in notice.message
    assert [term.text for term in loaded.glossary.concepts[0].terms] == ["a"]


@each_row(
    ("table", "line", "words"),
    [
        ("", None, "no header"),
        ("\n \n", None, "no header"),
        ("source,forbidden\na,b\n", 1, "no column “term”"),
        ("term:forbidden\na:b\n", 1, "“term:forbidden”"),
        ("term,note, Term\na,b,c\n", 1, "“Term” is listed twice"),
        ('term,note\na,"b\nc"\n\n,d\n', 5, "no term"),
        ("term,colour\na,\n,red\n", 3, "no term"),
        ("term,note\na,b\nc,d,e\n", 3, "“e”"),
        ("term,\na,b\n", 2, "“b”"),
        ('term,note\na,b\nc,"d\ne\n', 3, "never closes"),
        ('term,note\na,"b"c\n', 2, "quoted wrongly"),
        ("term,case\na,exact\nb,loose\n", 3, "“exact”, “fold”, or “enforce”, not “loose”"),
        ("term,match\na,all\n", 2, "“forms” or “exact”, not “all”"),
        ("term,consistent\ncar,maybe\n", 2, "“yes” or “no”, not “maybe”"),
    ],
)
def test_an_invalid_table_is_an_error_with_its_line(
    table: str, line: int | None, words: str
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        concepts(table)

    assert (caught.value.uri, caught.value.line) == ("g.csv", line)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"term\nok\nna\x81ve\n", 3),
        (b"term\r\nna\x81ve\r\n", 2),
        (b"term\na\n\xfe\xff", 3),
        (b"term\nabc\n\0x", 3),
    ],
)
def test_what_is_no_text_is_an_error_with_the_line(data: bytes, line: int) -> None:
    with pytest.raises(InputError, match="not UTF-8") as caught:
        read_table(data, uri="g.csv")

    assert caught.value.line == line


@pytest.mark.parametrize("codec", ["gbk", "cp950", "utf-16", "utf-16-le", "utf-8-sig"])
def test_tables_of_spreadsheets_are_read_in_their_encoding(codec: str) -> None:
    source = "經濟部" if codec == "cp950" else "疫情"
    data = f"term;source;forbidden\r\npandemic;{source};epidemic|outbreak\r\n".encode(codec)

    [concept] = read_table(data, uri="g.csv").glossary.concepts

    assert [term.text for term in concept.terms] == ["pandemic", "epidemic", "outbreak", source]


def test_candidates_are_named_if_the_encoding_is_not_clear() -> None:
    with pytest.raises(InputError) as caught:
        read_table("term\nKovačić\n".encode("cp1250"), uri="g.csv")

    start = "g.csv:2: The file is not UTF-8 text; it may be windows-1250, windows-1252"
    assert str(caught.value).startswith(start)


@pytest.mark.parametrize(
    ("table", "given"),
    [
        ("term;forbidden\nlift;elevator, hoist\n", ","),
        ("term\tforbidden\nlift\televator, hoist\n", ","),
        ('term,forbidden\nlift,"elevator, hoist"\n', "\t"),
        ("\n;\n Forbidden ; Term\nelevator, hoist;lift\n", ","),
        ("sep=;\nforbidden;term\nelevator, hoist;lift\n", ","),
        ('"sep=^"\r\nforbidden^term\nelevator, hoist^lift\n', ","),
        ("SEP=\t\nforbidden\tterm\nelevator, hoist\tlift\n", ","),
    ],
)
def test_the_delimiter_is_the_one_with_which_there_is_a_term(table: str, given: str) -> None:
    [concept] = concepts(table, given)

    assert sorted(term.text for term in concept.terms) == ["elevator, hoist", "lift"]
    assert concept.line == table.count("\n")


def test_lines_are_counted_from_the_line_that_names_the_delimiter() -> None:
    with pytest.raises(InputError) as caught:
        concepts('sep=;\nterm\n"a\n')

    assert str(caught.value) == "g.csv:3: The row opens a quotation mark and never closes it."


CELL = st.text(
    st.one_of(st.sampled_from('",|\n\r\t'), st.characters(exclude_categories=["Cs", "Cc"])),
    max_size=12,
).map(str.strip)
ITEM = CELL.filter(lambda cell: cell and not cell.endswith("\\") and "\\|" not in cell)


@given(
    st.lists(st.tuples(CELL.filter(bool), st.lists(ITEM, max_size=3), CELL), max_size=4),
    st.sampled_from(",\t"),
    # The writer quotes a lone carriage return only if lines end with one.
    st.sampled_from([("\n", csv.QUOTE_ALL), ("\r\n", csv.QUOTE_MINIMAL)]),
)
def test_a_written_table_reads_back(
    table: list[tuple[str, list[str], str]], delimiter: str, style: tuple[str, Literal[0, 1]]
) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=style[0], quoting=style[1])
    writer.writerow(["term", "forbidden", "note"])
    for term, forbidden, note in table:
        writer.writerow([term, "|".join(item.replace("|", r"\|") for item in forbidden), note])

    found = concepts(file.getvalue(), delimiter)

    assert [
        (concept.terms[0].text, texts(concept, DEPRECATED), concept.note or "")
        for concept in found
    ] == table
