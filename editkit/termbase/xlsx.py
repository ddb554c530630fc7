"""Glossary tables in XLSX workbooks."""

import io
import warnings
import zipfile
from datetime import date, datetime, time

from editkit.core.errors import InputError
from editkit.termbase import rows
from editkit.termbase.loaded import LoadedGlossary
from editkit.termbase.rows import Row

_MAX_UNPACKED_BYTES = 256 * 2**20
_SAFE_UNPACKED_BYTES = 16 * 2**20
"""A workbook up to this size is read whatever its compression ratio."""
_MAX_COMPRESSION_RATIO = 100
"""Ordinary sheets are compressed about tenfold."""
_MAX_ROWS = 2**20
"""The limit of XLSX; a malicious sheet can claim more."""


def read_xlsx(data: bytes, *, uri: str, term_optional: bool = False) -> LoadedGlossary:
    """Return the glossary in the first sheet of a workbook; lines are row numbers.

    With `term_optional`, a row may have forbidden forms and a note but no term. Raises
    InputError if the workbook cannot be read or openpyxl is not installed.
    """
    try:
        import openpyxl  # noqa: F401, PLC0415  (an extra, and slow to import)
    except ImportError:
        message = "Reading .xlsx needs openpyxl: pip install editkit[xlsx]."
        raise InputError(message, uri=uri) from None
    _refuse_zip_bomb(data, uri)
    return rows.read_rows(_rows(data, uri), uri=uri, term_optional=term_optional)


def _refuse_zip_bomb(data: bytes, uri: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [(entry.file_size, entry.compress_size) for entry in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise InputError("Not an XLSX workbook.", uri=uri) from None
    unpacked = sum(size for size, _ in sizes)
    compressed = sum(size for _, size in sizes)
    is_suspicious = unpacked > _MAX_COMPRESSION_RATIO * compressed
    if unpacked > _MAX_UNPACKED_BYTES or (unpacked > _SAFE_UNPACKED_BYTES and is_suspicious):
        message = f"The workbook is refused: it would unpack to {unpacked:,} bytes."
        raise InputError(message, uri=uri)


def _rows(data: bytes, uri: str) -> tuple[Row, ...]:
    from openpyxl import load_workbook  # noqa: PLC0415  (as above)

    try:
        with warnings.catch_warnings():
            # openpyxl warns about styles and validations, which do not matter here.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            # The size that a sheet declares may be wrong.
            sheet.reset_dimensions()
            values = enumerate(sheet.iter_rows(max_row=_MAX_ROWS + 1, values_only=True), 1)
            found = [
                Row.of(line, map(_text, row)) for line, row in values if _is_filled(row, line)
            ]
    except Exception as error:  # openpyxl raises many types for broken workbooks
        raise InputError("The workbook is damaged and cannot be read.", uri=uri) from error
    if found and found[-1].line > _MAX_ROWS:
        raise InputError("The workbook has more rows than a sheet can have.", uri=uri)
    return tuple(found)


def _is_filled(row: tuple[object, ...], line: int) -> bool:
    # openpyxl pads with empty rows up to a declared row number, one over the limit at most.
    return line > _MAX_ROWS or any(value is not None for value in row)


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
