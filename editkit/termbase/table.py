"""Glossary tables in CSV and TSV files."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.decode import Decoded, EncodingError, decode, joined_names
from editkit.termbase import rows
from editkit.termbase.loaded import LoadedGlossary
from editkit.termbase.rows import Row

_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = lazy_pattern(r'"?sep=(?P<delimiter>[^\w\s"]|\t)"?(?:\r\n?|\n|$)', re.IGNORECASE)
_HEADER_LINES = 100
"""A header is looked for in so many lines, with each delimiter."""


@dataclass(frozen=True, slots=True)
class TableText:
    """The text of a table, its delimiter, and where its rows start.

    `start` is an offset in the text, `first_line` the number of the line there, from 1.
    """

    decoded: Decoded
    delimiter: str
    start: int = 0
    first_line: int = 1

    def rows(self, uri: str) -> Iterator[Row]:
        """Yield the rows; raise InputError with the line for one that is quoted wrongly."""
        text = self.decoded.raw[self.start :]
        # The limit is process-wide, so it is only ever raised.
        csv.field_size_limit(max(csv.field_size_limit(), len(text)))
        lines = io.StringIO(text, newline="")
        reader = csv.reader(lines, delimiter=self.delimiter, skipinitialspace=True, strict=True)
        while True:
            line = reader.line_num + self.first_line
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                end = "unexpected end" in str(error)
                what = "opens a quotation mark and never closes it" if end else "is quoted wrongly"
                raise InputError(f"The row {what}.", uri=uri, line=line) from None
            yield Row.of(line, cells)


def read_table(
    data: bytes, *, uri: str, delimiter: str = ",", term_optional: bool = False
) -> LoadedGlossary:
    """Return the glossary in a delimited text file.

    With `term_optional`, a row may have forbidden forms and a note but no term. Raises
    InputError with the line if the file is not a table, or its encoding is not clear.
    """
    table = open_table(data, uri=uri, delimiter=delimiter).rows(uri)
    return rows.read_rows(table, uri=uri, term_optional=term_optional)


def open_table(data: bytes, *, uri: str, delimiter: str) -> TableText:
    """Return the text of a table with the delimiter that it has.

    That is the one in a first line `sep=;`, as Excel reads it; otherwise `delimiter`, unless only
    with a semicolon, comma or tab the header has a column `term`. Raises InputError for a file
    that is no text.
    """
    decoded = _decode(data, uri)
    if found := _SEPARATOR_LINE.match(decoded.raw):
        return TableText(decoded, found["delimiter"], found.end(), first_line=2)
    others = (each for each in _DELIMITERS if each != delimiter)
    candidates = (TableText(decoded, each) for each in (delimiter, *others))
    default = TableText(decoded, delimiter)
    return next((table for table in candidates if _has_terms(table)), default)


def _has_terms(table: TableText) -> bool:
    """Return whether the header of a table has a column `term`."""
    try:
        first_rows = list(islice(table.rows(""), _HEADER_LINES))
    except InputError:
        return False
    header = next((row for row in first_rows if not row.is_blank), None)
    return header is not None and "term" in map(str.casefold, header.cells)


def _decode(data: bytes, uri: str) -> Decoded:
    try:
        return decode(data, uri=uri)
    except EncodingError as error:
        line = error.line
        names = joined_names(error.candidates) if error.candidates else ""
        hint = f"; it may be {names}: save it as UTF-8" if names else ""
    except InputError:  # a binary file
        line = len(re.findall(rb"\r\n|\r|\n", data[: max(data.find(b"\0"), 0)])) + 1
        hint = ""
    raise InputError(f"The file is not UTF-8 text{hint}.", uri=uri, line=line)
