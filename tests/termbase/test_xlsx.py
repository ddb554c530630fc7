"""Glossary tables in XLSX."""

import io
import sys
import zipfile
from datetime import date

import openpyxl
import pytest

from editkit.core.errors import InputError
from editkit.core.glossary import TermStatus
from editkit.termbase.xlsx import read_xlsx


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.create_sheet("second").append(["nothing"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def archive(name: str, size: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, b"0" * size)
    return file.getvalue()


def test_the_first_sheet_is_the_glossary() -> None:
    book = workbook(("Term", "forbidden", "note"), ("a", "b|c", "d"), (None, " "), ("e",))

    loaded = read_xlsx(book, uri="g.xlsx")

    assert [(c.terms[0].text, c.line, c.note) for c in loaded.glossary.concepts] == [
        ("a", 2, "d"),
        ("e", 4, None),
    ]
    assert loaded.glossary.concepts[0].terms[2].status is TermStatus.DEPRECATED


@pytest.mark.parametrize(
    ("value", "text"),
    [(56, "56"), (56.0, "56"), (0.5, "0.5"), (True, "TRUE"), (date(2026, 1, 2), "2026-01-02")],
)
def test_a_number_or_date_is_read_as_displayed(value: object, text: str) -> None:
    loaded = read_xlsx(workbook(("term",), (value,)), uri="g.xlsx")

    assert loaded.glossary.concepts[0].terms[0].text.removesuffix("T00:00:00") == text


def test_rows_are_validated_as_in_a_table() -> None:
    with pytest.raises(InputError, match="no term") as caught:
        read_xlsx(workbook(("term", "note"), (), ("", "b")), uri="g.xlsx")

    assert (caught.value.uri, caught.value.line) == ("g.xlsx", 3)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Not an XLSX"),
        (b"term,note\n", "Not an XLSX"),
        (workbook(("term",), ("a",))[:-400], "Not an XLSX"),
        (archive("hello.txt", 3), "damaged"),
        (archive("xl/workbook.xml", 100 * 2**20), "unpack to 104,857,600 bytes"),
    ],
)
def test_other_files_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_xlsx(data, uri="g.xlsx")

    assert caught.value.uri == "g.xlsx"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', "damaged"),
        (b'r="2"', b'r="3000000000"', "more rows than a sheet can have"),
        (b"</row>", b"", "damaged"),
    ],
)
def test_a_hostile_sheet_is_refused(old: bytes, new: bytes, words: str) -> None:
    book = io.BytesIO(workbook(("term",), ("a",)))
    hostile = io.BytesIO()
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(hostile, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            sheet = name == "xl/worksheets/sheet1.xml"
            target.writestr(name, part.replace(old, new, 1) if sheet else part)

    with pytest.raises(InputError, match=words):
        read_xlsx(hostile.getvalue(), uri="g.xlsx")


def test_a_missing_openpyxl_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(InputError, match=r"pip install editkit\[xlsx\]"):
        read_xlsx(b"", uri="g.xlsx")
