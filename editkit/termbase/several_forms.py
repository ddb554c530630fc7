"""Cells with several forms that are separated by something other than a bar."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.result import Notice
from editkit.core.taxonomy import Severity
from editkit.termbase.glossary_issue import GlossaryIssue, RowLocation

_TABLES = (".csv", ".tsv", ".xlsx")
_SEPARATOR = lazy_pattern(
    r"(?<=[^\W\d_]),\s+(?=\w)|\s*[;、，；]\s*(?=\w)|(?<=\w)\s+/\s+(?=\w)|\s*[\r\n]\s*"
)
_SERIES = lazy_pattern(r",(?:.*,)?\s+(?:\S+\s+){0,3}(?:and|or|&)\s", re.IGNORECASE)
_PART_OF_A_NAME = lazy_pattern(
    r"(?i)(?:inc|ltd|llc|llp|co|corp|plc|limited|incorporated|gmbh|ag|s\.?a|n\.?v|jr|sr|[ivx]+"
    r"|ph\.?d|m\.?d|d\.?c|u\.?s\.?a?|u\.?k)\b"
)
"""What follows the comma of a name: a form of company, a degree, a state."""
_MAX_NOTICES = 3


def several_forms(concept: Concept) -> Iterator[GlossaryIssue]:
    """Yield a remark for each listed form of a table that looks like several."""
    if PurePath(concept.uri or "").suffix.lower() not in _TABLES:
        return
    preferred = {s for term in concept.terms if _is_preferred(term) for s in _signs(term.text)}
    cells: dict[object, list[tuple[str, Term]]] = {}
    for term in concept.terms:
        listed = term.forms if _is_preferred(term) else (term.text,)
        cells.setdefault(term.status, []).extend((text, term) for text in listed)
    for forms in cells.values():
        if len(forms) == 1:  # with two, there is a bar between them
            [(text, term)] = forms
            if (signs := _signs(text)) and preferred.isdisjoint(signs):
                location = RowLocation(concept.uri, term.line or concept.line)
                yield GlossaryIssue.at(
                    location, "several-forms", _message(text), severity=Severity.INFO
                )


def several_forms_notices(glossary: Glossary, uri: str) -> tuple[Notice, ...]:
    """Return the notices of a lint run about the forms of a table that look like several."""
    remarks = [remark for concept in glossary.concepts for remark in several_forms(concept)]
    notices = [
        Notice(f"line {remark.line}: {remark.message}", uri) for remark in remarks[:_MAX_NOTICES]
    ]
    if rest := len(remarks) - len(notices):
        notices.append(Notice(f"{rest} more such cells; see “editkit glossary check”.", uri))
    return tuple(notices)


def _signs(text: str) -> set[str]:
    """Return the signs between what look like forms in a text; none for “A, B and C”."""
    if _SERIES.search(text):
        return set()
    found = _SEPARATOR.finditer(text)
    return {each[0].strip() for each in found if not _PART_OF_A_NAME.match(text, each.end())}


def _is_preferred(term: Term) -> bool:
    return term.status is TermStatus.PREFERRED


def _message(text: str) -> str:
    shown = " ".join(text.split())
    return f"“{shown}” is one form, but looks like several: separate forms with “|”."
