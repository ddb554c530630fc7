"""Reads glossaries: CSV, TSV, XLSX and TBX files."""

import os
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.glossary import Glossary
from editkit.termbase.loaded import Loaded

__all__ = ["Loaded", "load", "merge"]


def load(path: str | os.PathLike[str], *, advice: bool = False) -> Loaded:
    """Return the glossary in a file; its suffix says how it is read.

    With `advice`, as in a pack, a row of a table may have forbidden forms and a note,
    and no term. Raises InputError where the file cannot be read or is no glossary.
    """
    uri = os.fspath(path)
    file = Path(path)
    match file.suffix.lower():
        case ".csv" | ".tsv" as suffix:
            from editkit.termbase.table import read as read_table  # noqa: PLC0415  (each reader is loaded on demand)

            delimiter = "\t" if suffix == ".tsv" else ","
            return read_table(_bytes(file, uri), uri=uri, delimiter=delimiter, advice=advice)
        case ".xlsx":
            from editkit.termbase.xlsx import read as read_workbook  # noqa: PLC0415  (as above)

            return read_workbook(_bytes(file, uri), uri=uri, advice=advice)
        case ".tbx" | ".xml":
            from editkit.termbase.tbx import read as read_tbx  # noqa: PLC0415  (as above)

            return read_tbx(_bytes(file, uri), uri=uri)
    _bytes(file, uri)
    raise InputError("A glossary is a .csv, .tsv, .xlsx or .tbx file.", uri=uri)


def merge(glossaries: Iterable[Glossary]) -> Glossary:
    """Return one glossary of all concepts, in order; a file read twice counts once.

    Concept ids stay as they are: two files may use the same one.
    """
    concepts = tuple(chain.from_iterable(glossary.concepts for glossary in glossaries))
    # To hash all of a concept takes a while, and rows of one file differ by their line.
    if len({(each.uri, each.id) for each in concepts}) == len(concepts):
        return Glossary(concepts)
    return Glossary(tuple(dict.fromkeys(concepts)))


def _bytes(file: Path, uri: str) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise InputError("There is no such file.", uri=uri) from None
    except IsADirectoryError:
        raise InputError("This is a folder, not a glossary file.", uri=uri) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"The file cannot be read: {reason}.", uri=uri) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("This is no file name.", uri=uri) from error
