"""Adds rows to a glossary table, whose own rows stay byte for byte as they are."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.glossary import TermStatus
from editkit.termbase.rows import escaped
from editkit.termbase.table import read

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_COLUMNS = ("term", "source", "forbidden")
_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class NewRow:
    """A term to add to a glossary, with what it stands for and what is wrong for it."""

    term: str
    source: str | None = None
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appended:
    """A table with rows added; `notices` are of what could not be."""

    data: bytes
    rows: int
    notices: tuple[str, ...] = ()


def append(path: str, rows: Sequence[NewRow]) -> Appended:
    """Return the CSV or TSV table at `path` with `rows` at its end.

    They keep to its columns, delimiter, line ends and byte order mark; where there
    is no such file, it is begun. A term that is preferred in it already is left
    out. Raises InputError for a table that cannot be read or added to.
    """
    delimiter = _DELIMITERS.get(Path(path).suffix.lower())
    if delimiter is None:
        raise InputError("Rows can be added to a .csv or .tsv glossary only.", uri=path)
    data = _bytes(path) or f"{delimiter.join(_COLUMNS)}\n".encode()
    known = {
        term.text
        for concept in read(data, uri=path, delimiter=delimiter).glossary.concepts
        for term in concept.terms
        if term.status is TermStatus.PREFERRED and term.lang != "zh"
    }
    columns = _header(data, delimiter)
    end = found[0].decode() if (found := _LINE_END.search(data)) else "\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    added, notices = 0, []
    for row in dict.fromkeys(rows):
        if row.term in known:
            notices.append(f"“{row.term}” is a term of it already, whose row stays as it is.")
            continue
        known.add(row.term)
        cells = _cells(row)
        writer.writerow([cells.get(column, "") for column in columns])
        added += 1
        notices += _lost(row, cells, columns)
    made = _ended(data, end, added) + out.getvalue().encode()
    read(made, uri=path, delimiter=delimiter)
    return Appended(made, added, tuple(notices))


def _cells(row: NewRow) -> dict[str, str]:
    forbidden = "|".join(escaped(each) for each in row.forbidden)
    return {"term": row.term, "source": row.source or "", "forbidden": forbidden}


def _lost(row: NewRow, cells: dict[str, str], columns: Sequence[str]) -> Iterator[str]:
    for column, cell in cells.items():
        if cell and column not in columns:
            yield f"It has no column “{column}”, so “{cell}” is not in the row of “{row.term}”."


def _header(data: bytes, delimiter: str) -> tuple[str, ...]:
    lines = io.StringIO(data.decode("utf-8-sig"), newline="")
    found = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    first = next(row for row in found if any(cell.strip() for cell in row))
    return tuple(cell.strip().casefold() for cell in first)


def _ended(data: bytes, end: str, added: int) -> bytes:
    whole = not added or data.endswith((b"\n", b"\r"))
    return data if whole else data + end.encode()


def _bytes(path: str) -> bytes:
    """Return what is in the file, nothing where there is none."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(f"The file cannot be read: {error.strerror}.", uri=path) from None
    return b"" if data == _BOM else data
