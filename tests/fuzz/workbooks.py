"""Workbooks made of arbitrary bytes: cells of a sheet, or a damaged zip file."""

import io
from functools import cache

import openpyxl
from openpyxl.utils.exceptions import IllegalCharacterError

_ROW, _CELL = b"\x1e", b"\x1f"
HEADER = ("term", "forbidden")


def workbook(data: bytes) -> bytes:
    """Return a workbook whose cells are `data`, or a valid one that `data` damages.

    Data with a separator is a list of cells; other data overwrites part of a workbook.
    """
    if _ROW in data or _CELL in data:
        return _save([row.split(_CELL) for row in data.split(_ROW)])
    valid = _valid()
    at = len(data) * 7919 % len(valid)
    return valid[:at] + data + valid[at + len(data) :]


@cache
def _valid() -> bytes:
    return _save([[b"Harbour Motor", b"Port Motor"]])


def _save(rows: list[list[bytes]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    for row in rows:
        try:
            sheet.append([cell.decode("utf-8", "replace") for cell in row])
        except IllegalCharacterError:
            continue
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
