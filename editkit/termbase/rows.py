"""Rows of a glossary table, independent of the file format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Self, TypeVar

from editkit.core.errors import InputError
from editkit.core.glossary import CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import Notice
from editkit.core.taxonomy import Confidence, Status
from editkit.termbase.loaded import LoadedGlossary

COLUMNS = (
    "term",
    "source",
    "admitted",
    "forbidden",
    "case",
    "pos",
    "forms",
    "match",
    "note",
    "consistent",
    "confidence",
    "lang",
    "source_lang",
)
"""The columns of a glossary table; only `term` is required."""

PACK_COLUMNS = (*COLUMNS, "status")
"""The columns of a style pack. `status` is `stable` or, if the evidence is thin, `preview`."""

_EDITOR_COLUMNS = ("count", "files", "field")
"""Columns for the editor, written by `glossary mine`; ignored without a notice."""

_HAN = lazy_pattern(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_BAR = lazy_pattern(r"(?<!\\)\|")
_FORMULA = lazy_pattern(r"'*[=+@-]")
"""The start of a formula, or of a cell that `quote_formula` has quoted."""
_EnumT = TypeVar("_EnumT", bound=Enum)


class _Answer(Enum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line it starts on, counted from 1."""

    line: int
    cells: tuple[str, ...]

    @classmethod
    def of(cls, line: int, cells: Iterable[str]) -> Self:
        """Return a row of cells, stripped, and without the quotes of `quote_formula`."""
        stripped = map(str.strip, cells)
        return cls(
            line, tuple(cell if cell[:1] != "'" else _unquote_formula(cell) for cell in stripped)
        )

    @property
    def is_blank(self) -> bool:
        """Whether all cells are empty."""
        return not any(self.cells)


def read_rows(rows: Iterable[Row], *, uri: str, term_optional: bool = False) -> LoadedGlossary:
    """Return the glossary in `rows`; the first row that is not blank is the header.

    With `term_optional`, as in a style pack, a row may have forbidden forms and a note but no
    term, and a status. Raises InputError with the line of an invalid row.
    """
    filled = (row for row in rows if not row.is_blank)
    if (header := next(filled, None)) is None:
        raise InputError("The table is empty: it has no header row.", uri=uri)
    names = _column_names(header, uri)
    concepts = tuple(_concept(row, names, uri, term_optional=term_optional) for row in filled)
    known = PACK_COLUMNS if term_optional else COLUMNS
    return LoadedGlossary(Glossary(concepts), tuple(_notices(header, names, known, uri)))


def _column_names(header: Row, uri: str) -> tuple[str, ...]:
    names = tuple(cell.casefold() for cell in header.cells)
    for at, name in enumerate(names):
        if name and name in names[:at]:
            message = f"The column “{header.cells[at]}” is listed twice in the header."
            raise InputError(message, uri=uri, line=header.line)
    if "term" not in names:
        found = ", ".join(f"“{_truncated(cell)}”" for cell in header.cells if cell)
        message = f"The header row has no column “term”, only {found}."
        raise InputError(message, uri=uri, line=header.line)
    return names


def _notices(
    header: Row, names: tuple[str, ...], known: tuple[str, ...], uri: str
) -> Iterator[Notice]:
    for cell, name in zip(header.cells, names, strict=True):
        if name and name not in known and name not in _EDITOR_COLUMNS:
            from difflib import get_close_matches  # noqa: PLC0415  (only for this notice)

            near = get_close_matches(name, known, n=1)
            hint = f"; the nearest known one is “{near[0]}”" if near else ""
            yield Notice(f"The column “{cell}” is unknown and not used{hint}.", uri)


def _concept(row: Row, names: tuple[str, ...], uri: str, *, term_optional: bool) -> Concept:
    cells = dict.fromkeys(PACK_COLUMNS, "")
    for at, cell in enumerate(row.cells):
        if name := names[at] if at < len(names) else "":
            cells[name] = cell
        elif cell:
            message = f"The cell “{_truncated(cell)}” is under no column of the header."
            raise InputError(message, uri=uri, line=row.line)
    if not cells["term"] and not (term_optional and cells["forbidden"] and cells["note"]):
        raise InputError("The row has no term.", uri=uri, line=row.line)
    terms = (*_terms(cells, row.line, uri), *_source_terms(cells, row.line))
    confidence = _parse_enum(Confidence, "confidence", cells, line=row.line, uri=uri)
    consistent = _parse_enum(_Answer, "consistent", cells, line=row.line, uri=uri) is _Answer.YES
    name, note = f"row-{row.line}", cells["note"] or None
    status = None
    if term_optional:
        status = _parse_enum(Status, "status", cells, line=row.line, uri=uri)
    status = status or Status.STABLE
    return Concept(name, terms, note, uri, row.line, confidence, status, consistent)


def _terms(cells: dict[str, str], line: int, uri: str) -> Iterator[Term]:
    case = _parse_enum(CasePolicy, "case", cells, line=line, uri=uri)
    match = _parse_enum(MatchPolicy, "match", cells, line=line, uri=uri) or MatchPolicy.FORMS
    lang, pos = cells["lang"] or "und", cells["pos"] or None
    forms = _items(cells["forms"])
    if cells["term"]:
        yield Term(cells["term"], lang, TermStatus.PREFERRED, pos, forms, case, match, line)
    for status, column in (
        (TermStatus.ADMITTED, "admitted"),
        (TermStatus.DEPRECATED, "forbidden"),
    ):
        for text in _items(cells[column]):
            yield Term(text, lang, status, pos, (), case, match, line)


def _source_terms(cells: dict[str, str], line: int) -> Iterator[Term]:
    if source := cells["source"]:
        guessed_lang = "zh" if _HAN.search(source) else "x-source"
        yield Term(source, cells["source_lang"] or guessed_lang, line=line)


def _items(cell: str) -> tuple[str, ...]:
    if "|" not in cell:
        return (cell,) if cell else ()
    items = (item.replace(r"\|", "|").strip() for item in _BAR.split(cell))
    return tuple(item for item in items if item)


def escape_bar(text: str) -> str:
    r"""Return `text` as an item of a cell, with its bars escaped.

    After a backslash at its end, the bar before the next item would count as escaped; a
    space, which is removed when the table is read, keeps them apart.

    >>> print(escape_bar("either|or"), "|".join(map(escape_bar, ["C:\\", "D:"])))
    either\|or C:\ |D:
    """
    escaped = text.replace("|", r"\|")
    return f"{escaped} " if escaped.endswith("\\") else escaped


def quote_formula(cell: str) -> str:
    """Return a cell of a new row that no spreadsheet takes for a formula.

    A cell that starts with `=`, `+`, `-` or `@` gets an apostrophe, which is removed again
    when the table is read. A term that comes from a page could otherwise run commands in the
    spreadsheet of the next editor.

    >>> quote_formula("=1+1"), quote_formula("-ing"), quote_formula("’s")
    ("'=1+1", "'-ing", '’s')
    """
    stripped = cell.strip()
    return f"'{stripped}" if _FORMULA.match(stripped) else stripped


def _unquote_formula(cell: str) -> str:
    return cell[1:] if _FORMULA.match(cell) else cell


def _parse_enum(
    kind: type[_EnumT], column: str, cells: dict[str, str], *, line: int, uri: str
) -> _EnumT | None:
    if not (cell := cells[column]):
        return None
    try:
        return kind(cell.casefold())
    except ValueError:
        *most, last = (f"“{choice.value}”" for choice in kind)
        comma = "," if len(most) > 1 else ""
        known = f"{', '.join(most)}{comma} or {last}"
        message = f"The column “{column}” takes {known}, not “{_truncated(cell)}”."
        raise InputError(message, uri=uri, line=line) from None


def _truncated(cell: str) -> str:
    words = " ".join(cell.split())
    return words if len(words) <= 40 else f"{words[:40]}…"  # noqa: PLR2004  (about half a line)
