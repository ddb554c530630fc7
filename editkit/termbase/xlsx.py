"""Glossaries in XLSX workbooks."""

import io
import warnings
import zipfile
from datetime import date, datetime, time

from editkit.core.errors import InputError
from editkit.termbase import rows
from editkit.termbase.loaded import Loaded
from editkit.termbase.rows import Row

_UNPACKED = 256 * 2**20
_HARMLESS = 16 * 2**20
_RATIO = 100
_ROWS = 2**20
"""A workbook is refused over `_UNPACKED` bytes, or over `_HARMLESS` when it unpacks more than
`_RATIO`-fold: sheets of distinct words are packed about tenfold. No sheet has more than `_ROWS`
rows, but a hostile one can say so."""


def read(data: bytes, *, uri: str, advice: bool = False) -> Loaded:
    """Return the glossary in the first sheet of a workbook; a line is the row's number.

    With `advice`, a row needs no term where it has forbidden forms and a note. Raises
    InputError where the workbook cannot be read or openpyxl is not installed.
    """
    try:
        import openpyxl  # noqa: F401, PLC0415  (an extra, and slow to import)
    except ImportError:
        message = "Reading .xlsx needs openpyxl: pip install editkit[xlsx]."
        raise InputError(message, uri=uri) from None
    _refuse_bomb(data, uri)
    return rows.read(_rows(data, uri), uri=uri, advice=advice)


def _refuse_bomb(data: bytes, uri: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [(entry.file_size, entry.compress_size) for entry in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise InputError("This is no XLSX workbook.", uri=uri) from None
    unpacked = sum(size for size, _ in sizes)
    packed = sum(size for _, size in sizes)
    if unpacked > _UNPACKED or (unpacked > _HARMLESS and unpacked > _RATIO * packed):
        message = f"The workbook is refused: it would unpack to {unpacked:,} bytes."
        raise InputError(message, uri=uri)


def _rows(data: bytes, uri: str) -> tuple[Row, ...]:
    from openpyxl import load_workbook  # noqa: PLC0415  (as above)

    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and validations, which hold no cell.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            # What a sheet says of its size is not to be trusted.
            sheet.reset_dimensions()
            values = enumerate(sheet.iter_rows(max_row=_ROWS + 1, values_only=True), 1)
            found = [Row.of(line, map(_text, row)) for line, row in values if _filled(row, line)]
    except Exception as error:  # a broken workbook makes openpyxl raise whatever comes first
        raise InputError("The workbook is damaged and cannot be read.", uri=uri) from error
    if found and found[-1].line > _ROWS:
        raise InputError("The workbook has more rows than a sheet can have.", uri=uri)
    return tuple(found)


def _filled(row: tuple[object, ...], line: int) -> bool:
    # openpyxl fills up to the limit and one beyond where a row says that it lies there.
    return line > _ROWS or any(value is not None for value in row)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)
