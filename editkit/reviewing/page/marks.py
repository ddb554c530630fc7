"""Visible marks for invisible characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import OBJECT_REPLACEMENT, OBJECT_SIGN

_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f"
)
_MARKED_IN_PROSE = lazy_pattern(f"[{_INVISIBLE}]")
_MARKED_IN_CHANGES = lazy_pattern(
    f"[{_INVISIBLE}\u00a0\u200c\u200d\u2002-\u200a\u202f\u3000]|\r\n|\r|\n|\t"
)
_NAMES = {
    OBJECT_REPLACEMENT: OBJECT_SIGN,
    "\r\n": "↵",
    "\r": "↵",
    "\n": "↵",
    "\t": "⇥",
    "\u00a0": "NBSP",
}
_KEPT_CHARACTERS = frozenset("\t\n\u00a0\u2002\u2003\u2009\u202f\u3000")


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text on the page; `mark` names an invisible character, `dimmed` is markup."""

    text: str
    mark: str | None = None
    dimmed: bool = False


def prose_runs(text: str) -> tuple[TextRun, ...]:
    """Return `text` with marks in place of control characters and bidirectional overrides."""
    return tuple(_split_at_marks(text, _MARKED_IN_PROSE))


def changed_runs(text: str) -> tuple[TextRun, ...]:
    """Return deleted or inserted `text` with marks for unusual spaces and line ends, too."""
    if text and not text.strip(" "):
        return (TextRun(text, "·"),)
    return tuple(_split_at_marks(text, _MARKED_IN_CHANGES))


def escape_hidden(text: str) -> str:
    """Return `text` with every hidden character replaced by its name, such as ⟨U+200B⟩."""
    return "".join(run.text if run.mark is None else f"⟨{run.mark}⟩" for run in prose_runs(text))


def _split_at_marks(text: str, pattern: re.Pattern[str]) -> Iterator[TextRun]:
    position = 0
    for found in pattern.finditer(text):
        if found.start() > position:
            yield TextRun(text[position : found.start()])
        char = found[0]
        mark = _NAMES.get(char) or f"U+{ord(char):04X}"
        yield TextRun(char if char in _KEPT_CHARACTERS else "", mark)
        position = found.end()
    if position < len(text):
        yield TextRun(text[position:])
