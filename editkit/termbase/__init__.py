"""Glossary files: reading and merging CSV, TSV, XLSX, and TBX."""

import os
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from editkit.core.errors import InputError, single_file
from editkit.core.glossary import Glossary
from editkit.termbase.loaded import LoadedGlossary
from editkit.termbase.read_data import read_data

__all__ = ["LoadedGlossary", "load", "merge"]


def load(
    path: str | os.PathLike[str], *, term_optional: bool = False, data: bytes | None = None
) -> LoadedGlossary:
    """Return the glossary in a file, in the format given by its suffix.

    With `term_optional`, as in style packs, a table row may have forbidden forms and a note
    but no term. `data` is the content of the file if it is already in memory. Raises
    InputError if the file cannot be read or is not a glossary.
    """
    with single_file(os.fspath(path), "cannot be read"):
        return _load(os.fspath(path), data, term_optional=term_optional)


def _load(uri: str, known: bytes | None, *, term_optional: bool) -> LoadedGlossary:
    file = Path(uri)

    def content() -> bytes:
        return (read_data(uri) or b"") if known is None else known

    match file.suffix.lower():
        case ".csv" | ".tsv" as suffix:
            from editkit.termbase.table import read_table  # noqa: PLC0415  (each reader is loaded on demand)

            delimiter = "\t" if suffix == ".tsv" else ","
            return read_table(content(), uri=uri, delimiter=delimiter, term_optional=term_optional)
        case ".xlsx":
            from editkit.termbase.xlsx import read_xlsx  # noqa: PLC0415  (as above)

            return read_xlsx(content(), uri=uri, term_optional=term_optional)
        case ".tbx" | ".xml":
            from editkit.termbase.tbx import read_tbx  # noqa: PLC0415  (as above)

            return read_tbx(content(), uri=uri)
    content()
    raise InputError("A glossary is a .csv, .tsv, .xlsx or .tbx file.", uri=uri)


def merge(glossaries: Iterable[Glossary]) -> Glossary:
    """Return one glossary with all concepts in order, without duplicates.

    Concept ids are not changed, so two files may use the same id.
    """
    concepts = tuple(chain.from_iterable(glossary.concepts for glossary in glossaries))
    # Hashing whole concepts is slow, and file and id usually identify them.
    if len({(each.uri, each.id) for each in concepts}) == len(concepts):
        return Glossary(concepts)
    return Glossary(tuple(dict.fromkeys(concepts)))
