"""The rows of a glossary table, whichever file they come from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Self, TypeVar

from editkit.core.errors import InputError
from editkit.core.glossary import CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus
from editkit.core.result import Notice
from editkit.core.taxonomy import Confidence
from editkit.termbase.loaded import Loaded

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
    "confidence",
    "lang",
    "source_lang",
)
"""The columns of a glossary table; `term` is the one that must be there."""

_EDITORIAL = ("count", "files", "field")
"""What is for the editor, as `glossary mine` tells; no part of a glossary, nothing to warn of."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_BAR = re.compile(r"(?<!\\)\|")
_Choice = TypeVar("_Choice", bound=Enum)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line it starts on, counted from 1."""

    line: int
    cells: tuple[str, ...]

    @classmethod
    def of(cls, line: int, cells: Iterable[str]) -> Self:
        """Make a row of cells without the spaces around them."""
        return cls(line, tuple(cell.strip() for cell in cells))

    @property
    def blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(self.cells)


def read(rows: Iterable[Row], *, uri: str, advice: bool = False) -> Loaded:
    """Return the glossary in `rows`, the first of which that is not blank is the header.

    With `advice`, a row may have forbidden forms and a note, and no term. Raises
    InputError naming the line where a row cannot be understood.
    """
    filled = (row for row in rows if not row.blank)
    if (header := next(filled, None)) is None:
        raise InputError("The table is empty: it has no header row.", uri=uri)
    names = _names(header, uri)
    concepts = tuple(_concept(row, names, uri, advice=advice) for row in filled)
    return Loaded(Glossary(concepts), tuple(_notices(header, names, uri)))


def _names(header: Row, uri: str) -> tuple[str, ...]:
    names = tuple(cell.casefold() for cell in header.cells)
    for at, name in enumerate(names):
        if name and name in names[:at]:
            message = f"The column “{header.cells[at]}” stands twice in the header."
            raise InputError(message, uri=uri, line=header.line)
    if "term" not in names:
        found = ", ".join(f"“{_short(cell)}”" for cell in header.cells if cell)
        message = f"The header row has no column “term”, only {found}."
        raise InputError(message, uri=uri, line=header.line)
    return names


def _notices(header: Row, names: tuple[str, ...], uri: str) -> Iterator[Notice]:
    for cell, name in zip(header.cells, names, strict=True):
        if name and name not in COLUMNS and name not in _EDITORIAL:
            near = get_close_matches(name, COLUMNS, n=1)
            hint = f"; the nearest known one is “{near[0]}”" if near else ""
            yield Notice(f"The column “{cell}” is unknown and not used{hint}.", uri)


def _concept(row: Row, names: tuple[str, ...], uri: str, *, advice: bool) -> Concept:
    cells = dict.fromkeys(COLUMNS, "")
    for at, cell in enumerate(row.cells):
        if name := names[at] if at < len(names) else "":
            cells[name] = cell
        elif cell:
            message = f"The cell “{_short(cell)}” stands under no column of the header."
            raise InputError(message, uri=uri, line=row.line)
    if not cells["term"] and not (advice and cells["forbidden"] and cells["note"]):
        raise InputError("The row has no term.", uri=uri, line=row.line)
    terms = (*_terms(cells, row.line, uri), *_source(cells, row.line))
    sure = _choice(Confidence, "confidence", cells, line=row.line, uri=uri)
    return Concept(f"row-{row.line}", terms, cells["note"] or None, uri, row.line, sure)


def _terms(cells: dict[str, str], line: int, uri: str) -> Iterator[Term]:
    case = _choice(CasePolicy, "case", cells, line=line, uri=uri)
    match = _choice(MatchPolicy, "match", cells, line=line, uri=uri) or MatchPolicy.FORMS
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


def _source(cells: dict[str, str], line: int) -> Iterator[Term]:
    if source := cells["source"]:
        guessed = "zh" if _HAN.search(source) else "x-source"
        yield Term(source, cells["source_lang"] or guessed, line=line)


def _items(cell: str) -> tuple[str, ...]:
    items = (item.replace(r"\|", "|").strip() for item in _BAR.split(cell))
    return tuple(item for item in items if item)


def escaped(text: str) -> str:
    r"""Return `text` as one item of a cell: a bar in it is no boundary.

    >>> print(escaped("either|or"))
    either\|or
    """
    return text.replace("|", r"\|")


def _choice(
    kind: type[_Choice], column: str, cells: dict[str, str], *, line: int, uri: str
) -> _Choice | None:
    if not (cell := cells[column]):
        return None
    try:
        return kind(cell.casefold())
    except ValueError:
        *most, last = (f"“{choice.value}”" for choice in kind)
        comma = "," if len(most) > 1 else ""
        known = f"{', '.join(most)}{comma} or {last}"
        message = f"The column “{column}” takes {known}, not “{_short(cell)}”."
        raise InputError(message, uri=uri, line=line) from None


def _short(cell: str) -> str:
    words = " ".join(cell.split())
    return words if len(words) <= 40 else f"{words[:40]}…"  # noqa: PLR2004  (about half a line)
