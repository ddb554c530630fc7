"""Glossary tables in CSV and TSV files."""

import csv
import io
import re
from collections.abc import Iterator

from editkit.core.errors import InputError
from editkit.termbase import rows
from editkit.termbase.loaded import LoadedGlossary
from editkit.termbase.rows import Row


def read_table(
    data: bytes, *, uri: str, delimiter: str = ",", term_optional: bool = False
) -> LoadedGlossary:
    """Return the glossary in a delimited text file.

    With `term_optional`, a row may have forbidden forms and a note but no term. Raises
    InputError with the line if the file is not a table in UTF-8.
    """
    table = _rows(_decode(data, uri), uri=uri, delimiter=delimiter)
    return rows.read_rows(table, uri=uri, term_optional=term_optional)


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
    # The limit is process-wide, so it is only ever raised.
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
