"""Appending of rows to a glossary table without changing its existing bytes."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.file_version import version_of
from editkit.core.glossary import TermStatus
from editkit.core.lazy_pattern import lazy_pattern
from editkit.termbase.read_data import read_data
from editkit.termbase.rows import escape_bar, quote_formula
from editkit.termbase.table import read_table

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_COLUMNS = ("term", "source", "forbidden")
_BOM = b"\xef\xbb\xbf"
_LINE_END = lazy_pattern(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class NewRow:
    """A term to add to a glossary, with its source term and its forbidden forms."""

    term: str
    source: str | None = None
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AppendResult:
    """A table with rows appended; `notices` are about rows and cells that were not added.

    `version` is that of the file when it was read.
    """

    data: bytes
    added: int
    version: str
    notices: tuple[str, ...] = ()


def append_rows(path: str, rows: Sequence[NewRow]) -> AppendResult:
    """Return the CSV or TSV table at `path` with `rows` appended.

    New rows follow the columns, delimiter, and line ends of the table; `quote_formula` has
    quoted their cells. A missing file counts as an empty table. A term that is already
    preferred in the table is skipped. Raises InputError if the table cannot be read or has
    another format.
    """
    delimiter = _DELIMITERS.get(Path(path).suffix.lower())
    if delimiter is None:
        raise InputError("Rows can be added to a .csv or .tsv glossary only.", uri=path)
    found = read_data(path, missing_ok=True)
    header = f"{delimiter.join(_COLUMNS)}\n".encode()
    data = found if found and found != _BOM else header
    preferred_terms = {
        term.text
        for concept in read_table(data, uri=path, delimiter=delimiter).glossary.concepts
        for term in concept.terms
        if term.status is TermStatus.PREFERRED and term.lang != "zh"
    }
    columns = _header(data, delimiter)
    line_end = first[0].decode() if (first := _LINE_END.search(data)) else "\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end)
    added, notices = 0, []
    for row in dict.fromkeys(rows):
        if row.term in preferred_terms:
            notices.append(f"“{row.term}” is a term of it already, whose row stays as it is.")
            continue
        preferred_terms.add(row.term)
        cells = _cells(row)
        writer.writerow([quote_formula(cells.get(column, "")) for column in columns])
        added += 1
        notices += _dropped_cells(row, cells, columns)
    result = _with_final_line_end(data, line_end, added) + out.getvalue().encode()
    read_table(result, uri=path, delimiter=delimiter)
    return AppendResult(result, added, version_of(found), tuple(notices))


def _cells(row: NewRow) -> dict[str, str]:
    forbidden = "|".join(escape_bar(each) for each in row.forbidden)
    return {"term": row.term, "source": row.source or "", "forbidden": forbidden}


def _dropped_cells(row: NewRow, cells: dict[str, str], columns: Sequence[str]) -> Iterator[str]:
    for column, cell in cells.items():
        if cell and column not in columns:
            yield f"It has no column “{column}”, so “{cell}” is not in the row of “{row.term}”."


def _header(data: bytes, delimiter: str) -> tuple[str, ...]:
    lines = io.StringIO(data.decode("utf-8-sig"), newline="")
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    first = next(row for row in rows if any(cell.strip() for cell in row))
    return tuple(cell.strip().casefold() for cell in first)


def _with_final_line_end(data: bytes, line_end: str, added: int) -> bytes:
    is_complete = not added or data.endswith((b"\n", b"\r"))
    return data if is_complete else data + line_end.encode()
