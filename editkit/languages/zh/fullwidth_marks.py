"""Full-width marks in English text: their plain form with the spaces that English has there."""

import re
from typing import NamedTuple

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.zh.fullwidth import halfwidth
from editkit.languages.zh.fullwidth_readings import (
    has_other_reading,
    is_in_operator,
    is_inside_name,
    is_inside_number,
    is_tight_aside,
)
from editkit.languages.zh.fullwidth_runs import CLOSING, OPENING, WideRun

_TIGHT = "，。．、；：！？）％"
"""Marks without a space before them in English."""
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}”’…—–-'") | frozenset(OPENING + CLOSING)
_SPACE_BEFORE_BRACKET = lazy_pattern(r"[\w)\]”’%\ufffc]")
_LABEL = lazy_pattern(r"\s*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[IVX]{2,4}|\(\d{1,3}\))")
_ITEM_MARKER = lazy_pattern(r"\s*(?:\d{1,9}|[A-Za-z])[.)]")
_SPACE = lazy_pattern(r"(?<=[\w)\]”’\"'%\ufffc])[ \t\u00a0]+\Z")
_ABBREVIATION = lazy_pattern(
    r"\b(?:[A-Za-z](?:\.[A-Za-z])*|(?i:etc|inc|co|ltd|corp|vs|no|st|jr|sr|al|dr|mrs?))\.\Z"
)
_MARKS = ".,;:!?"
_CHINESE_QUOTES = lazy_pattern("[《》「」]")
_LOOKBEHIND_CHARS = 40


class PlainMarks(NamedTuple):
    """A replacement for full-width marks; `span` includes a space or a mark that goes as well.

    `has_space`: a space belongs after it. `is_certain`: no other reading is likely.
    """

    span: Span
    text: str
    has_space: bool
    is_certain: bool


def plain_marks(run: WideRun, *, curly: bool, in_heading: bool) -> PlainMarks:
    """Return the replacement for a run, with curly quotation marks if `curly`.

    Outside a heading, a number with a stop at the start of a line can become the marker of a
    list item, and is not certain.
    """
    plain = _with_inner_spaces(_with_curly_quotes(run.wide) if curly else halfwidth(run.wide))
    certain = not has_other_reading(run, plain)
    if run.wide[-1] == "、" and _LABEL.fullmatch(run.line_before + plain[:-1]):
        plain = plain[:-1] + ("" if (run.line_before + plain).endswith("),") else ".")
    start = run.start
    if _ITEM_MARKER.fullmatch(run.line_before + plain):
        certain = certain and in_heading
    elif run.wide[0] in _TIGHT:
        start, is_whole = _start_of_replaced(run, plain)
        certain = certain and is_whole
    elif run.wide[0] in OPENING and _SPACE_BEFORE_BRACKET.match(run.before):
        plain = plain if is_tight_aside(run) else " " + plain
    return PlainMarks(Span(start, run.end), plain, _needs_space_after(run), certain)


def _start_of_replaced(run: WideRun, plain: str) -> tuple[int, bool]:
    """Return where the replacement begins, and whether that is certain.

    A space before a mark goes too, but not in `3 ：1`; and so does one of two marks.
    """
    window = run.line_before[-_LOOKBEHIND_CHARS:]
    if space := _SPACE.search(window):
        is_ratio = run.wide in "：；" and window.rstrip()[-1].isdigit() and run.after.isdigit()
        return run.start - (0 if is_ratio else len(space[0])), len(space[0]) == 1
    if not window.strip() or window[-1].isspace():
        return run.start, False
    mark = window[-1]
    if mark not in _MARKS or plain[0] not in _MARKS:
        return run.start, True
    if _ABBREVIATION.search(window):
        return run.start - (plain[0] == "."), True
    return run.start - 1, mark == plain[0] and window[-2:-1] != mark


def _needs_space_after(run: WideRun) -> bool:
    """Return whether English has a space after the run."""
    if run.wide[-1] not in CLOSING or not run.after or run.after.isspace():
        return False
    if is_inside_number(run) or is_inside_name(run) or is_in_operator(run):
        return False
    if run.after == '"':  # a space belongs before an opening mark
        return run.line_before.count('"') % 2 == 0
    return run.after not in _NO_SPACE_BEFORE


def _with_inner_spaces(plain: str) -> str:
    """Return `plain` with the spaces inside it, for example before a bracket after a number."""
    return re.sub(r"(?<=[\w%])(?=[(\[])|(?<=[,;.!?)])(?=[(\[“])", " ", plain)


def _with_curly_quotes(wide: str) -> str:
    """Return a run in plain characters, with curly quotation marks."""
    pieces = re.split("([《「]+|[》」]+)", wide)
    return "".join(
        ("“" if piece in "《「" else "”")
        if _CHINESE_QUOTES.match(piece)
        else halfwidth(piece)
        if piece
        else ""
        for piece in pieces
    )
