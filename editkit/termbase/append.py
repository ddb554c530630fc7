"""Appending of rows to a glossary table without changing its existing bytes."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.glossary import TermStatus
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.encodings import encode
from editkit.core.storage.file_version import version_of
from editkit.termbase.read_data import read_data
from editkit.termbase.rows import Row, escape_bar, quote_formula, read_rows
from editkit.termbase.table import open_table, read_table

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_COLUMNS = ("term", "source", "forbidden")
_BOM = b"\xef\xbb\xbf"
_LINE_END = lazy_pattern(r"\r\n|\r|\n")


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

    New rows follow the columns, delimiter, encoding and line ends of the table; `quote_formula`
    has quoted their cells. A missing file counts as an empty table. A term that is already
    preferred in the table is skipped. Raises InputError if the table cannot be read or has
    another format.
    """
    delimiter = _DELIMITERS.get(Path(path).suffix.lower())
    if delimiter is None:
        raise InputError("Rows can be added to a .csv or .tsv glossary only.", uri=path)
    found = read_data(path, missing_ok=True)
    header = f"{delimiter.join(_COLUMNS)}\n"
    is_empty = not found or found == _BOM
    table = open_table(
        header.encode() if is_empty else found or b"", uri=path, delimiter=delimiter
    )
    text, encoding, bom = table.decoded.raw, table.decoded.encoding, table.decoded.bom
    preferred_terms = {
        term.text
        for concept in read_rows(table.rows(path), uri=path).glossary.concepts
        for term in concept.terms
        if term.status is TermStatus.PREFERRED and term.lang != "zh"
    }
    columns = next(_column_names(row) for row in table.rows(path) if not row.is_blank)
    line_end = first[0] if (first := _LINE_END.search(text)) else "\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator=line_end)
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
    new_text = _with_final_line_end(text, line_end, added) + out.getvalue()
    result = encode(new_text, encoding=encoding, bom=bom, uri=path)
    read_table(result, uri=path, delimiter=delimiter)
    return AppendResult(result, added, version_of(found), tuple(notices))


def _cells(row: NewRow) -> dict[str, str]:
    forbidden = "|".join(escape_bar(each) for each in row.forbidden)
    return {"term": row.term, "source": row.source or "", "forbidden": forbidden}


def _dropped_cells(row: NewRow, cells: dict[str, str], columns: Sequence[str]) -> Iterator[str]:
    for column, cell in cells.items():
        if cell and column not in columns:
            yield f"It has no column “{column}”, so “{cell}” is not in the row of “{row.term}”."


def _column_names(header: Row) -> tuple[str, ...]:
    return tuple(cell.casefold() for cell in header.cells)


def _with_final_line_end(text: str, line_end: str, added: int) -> str:
    is_complete = not added or text.endswith(("\n", "\r"))
    return text if is_complete else text + line_end
