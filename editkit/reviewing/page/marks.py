"""Characters that a reader would not see, made visible."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_IN_PROSE = re.compile(f"[{_HIDDEN}]")
_IN_CHANGE = re.compile(f"[{_HIDDEN}\u00a0\u200c\u200d\u2002-\u200a\u202f\u3000]|\r\n|\r|\n|\t")
_NAMES = {"\r\n": "↵", "\r": "↵", "\n": "↵", "\t": "⇥", "\u00a0": "NBSP"}
_KEPT = frozenset("\t\n\u00a0\u2002\u2003\u2009\u202f\u3000")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of text as the page shows it; `mark` names a character that has no look.

    Mark-up is `quiet`: there to be seen, not to be read.
    """

    text: str
    mark: str | None = None
    quiet: bool = False


def prose(text: str) -> tuple[Glyphs, ...]:
    """Return `text` with controls and bidirectional overrides named instead of obeyed."""
    return tuple(_marked(text, _IN_PROSE))


def changed(text: str) -> tuple[Glyphs, ...]:
    """Return deleted or inserted `text` with all its unusual spaces and line ends named."""
    if text and not text.strip(" "):
        return (Glyphs(text, "·"),)
    return tuple(_marked(text, _IN_CHANGE))


def flat(text: str) -> str:
    """Return `text` with every hidden character replaced by its name, for names and titles."""
    return "".join(run.text if run.mark is None else f"⟨{run.mark}⟩" for run in prose(text))


def _marked(text: str, pattern: re.Pattern[str]) -> Iterator[Glyphs]:
    at = 0
    for found in pattern.finditer(text):
        if found.start() > at:
            yield Glyphs(text[at : found.start()])
        char = found[0]
        mark = _NAMES.get(char) or f"U+{ord(char):04X}"
        yield Glyphs(char if char in _KEPT else "", mark)
        at = found.end()
    if at < len(text):
        yield Glyphs(text[at:])
