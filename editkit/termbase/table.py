"""Glossaries in CSV and TSV files."""

import csv
import io
import re
from collections.abc import Iterator

from editkit.core.errors import InputError
from editkit.termbase import rows
from editkit.termbase.loaded import Loaded
from editkit.termbase.rows import Row


def read(data: bytes, *, uri: str, delimiter: str = ",", advice: bool = False) -> Loaded:
    """Return the glossary in a delimited text file.

    With `advice`, a row needs no term where it has forbidden forms and a note. Raises
    InputError naming the line where the file is no UTF-8 table.
    """
    table = _rows(_decode(data, uri), uri=uri, delimiter=delimiter)
    return rows.read(table, uri=uri, advice=advice)


def _decode(data: bytes, uri: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start
    else:
        # A NUL is valid UTF-8, but only binary and UTF-16 files have one.
        if (start := data.find(b"\0")) < 0:
            return text
    line = len(re.findall(rb"\r\n|\r|\n", data[:start])) + 1
    raise InputError("The file is not UTF-8 text.", uri=uri, line=line)


def _rows(text: str, *, uri: str, delimiter: str) -> Iterator[Row]:
    # The limit belongs to the process: only ever raised, so no other reader trips over it.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            end = "unexpected end" in str(error)
            what = "opens a quotation mark and never closes it" if end else "is quoted wrongly"
            raise InputError(f"The row {what}.", uri=uri, line=line) from None
        yield Row.of(line, cells)
