"""Runs of full-width characters in English text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

OPENING = "（《「【〈"
CLOSING = "）》」】〉，。．、；：！？％"
_WIDE_RUN = lazy_pattern("[\uff01-\uff5e\uffe0-\uffe6、。〈〉《》「」【】]+")
_IDEOGRAPHS = (
    "[\u2e80-\u2fff\u3005-\u3007\u3021-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_IDEOGRAPH = lazy_pattern(_IDEOGRAPHS)
_CHINESE_START = lazy_pattern(rf"[^\w\n]{{0,20}}(?:{_IDEOGRAPHS}){{2}}")
"""The beginning of a line in Chinese, which keeps its marks between English names."""
_CONTEXT_CHARS = 12
_LINE_WINDOW = 1000
_MIN_IDEOGRAPHS = 4
"""Ideographs in the context from which it counts as a Chinese phrase."""


@dataclass(frozen=True, slots=True)
class WideRun:
    """A run of full-width characters, from `start` to `end`, in a line that begins at `line`.

    In a line of more than 1,000 code points, `line` is nearer.
    """

    text: str
    line: int
    start: int
    end: int

    @property
    def wide(self) -> str:
        """The run itself."""
        return self.text[self.start : self.end]

    @property
    def line_before(self) -> str:
        """The text before the run in its line."""
        return self.text[self.line : self.start]

    @property
    def before(self) -> str:
        """The character before the run in its line, or `""`."""
        return self.text[max(self.line, self.start - 1) : self.start]

    @property
    def after(self) -> str:
        """The character after the run, or `""`."""
        return self.text[self.end : self.end + 1]

    def before_matches(self, pattern: re.Pattern[str]) -> bool:
        """Return whether the text before the run ends in `pattern`, which ends in an anchor."""
        return pattern.search(self.text, self.line, self.start) is not None

    def after_matches(self, pattern: re.Pattern[str]) -> bool:
        """Return whether `pattern` matches after the run."""
        return pattern.match(self.text, self.end) is not None


def fullwidth_runs(text: str, block: Span) -> Iterator[WideRun]:
    """Yield the runs of full-width characters of a block that are not in or next to Chinese."""
    for found in _WIDE_RUN.finditer(text, block.start, block.end):
        start, end = found.span()
        around = text[max(0, start - _CONTEXT_CHARS) : start] + text[end : end + _CONTEXT_CHARS]
        neighbors = text[max(0, start - 1) : start] + text[end : end + 1]
        if not _IDEOGRAPH.search(neighbors) and len(_IDEOGRAPH.findall(around)) < _MIN_IDEOGRAPHS:
            first = max(block.start, start - _LINE_WINDOW)
            line = text.rfind("\n", first, start) + 1 or first
            if not _CHINESE_START.match(text, line):
                yield WideRun(text, line, start, end)
