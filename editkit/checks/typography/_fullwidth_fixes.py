"""Replacements of full-width runs: the edits, and whether they are certain."""

from typing import NamedTuple

from editkit.core.document import Document
from editkit.core.fix import Edit
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.zh.fullwidth_marks import PlainMarks
from editkit.languages.zh.fullwidth_runs import WideRun

_SAFE_RUN = lazy_pattern("[０-９Ａ-Ｚａ-ｚ，。．、；：！？％（）]+")
_NOT_AFTER_SPACE = ("[^", "<")
"""Footnotes and tags, which may belong before the space."""


class Replacement(NamedTuple):
    """The edits that replace a run with `text`; `is_certain`: no other reading is likely."""

    run: WideRun
    text: str
    edits: tuple[Edit, ...]
    is_certain: bool


def replacement(document: Document, run: WideRun, plain: PlainMarks) -> Replacement:
    """Return the replacement of a run by the plain marks for it."""
    edits: tuple[Edit, ...] = (Edit(plain.span, plain.text),)
    is_certain = plain.is_certain and bool(_SAFE_RUN.fullmatch(run.wide))
    # Before a handle or a citation, guards of a format may withhold the edit.
    is_certain = is_certain and not document.text.startswith("@", run.end)
    if plain.has_space:
        markup = _markup_after(document, run.end)
        is_certain = is_certain and not markup.startswith(_NOT_AFTER_SPACE)
        # After markup has been closed, the space may belong after it.
        edits += (Edit(Span(run.end, run.end), " "),)
        if not markup:
            edits = (Edit(plain.span, plain.text + " "),)
    return Replacement(run, plain.text.strip(), edits, is_certain)


def _markup_after(document: Document, at: int) -> str:
    """Return the source between the characters before and after `at`."""
    if document.source_map.verbatim_chunk(Span(at - 1, at + 1)):
        return ""
    start = document.source_map.locate(Span(at - 1, at)).end
    end = document.source_map.locate(Span(at, at + 1)).start
    return document.raw[start:end]
