r"""Lines of Markdown dialects that are not prose: containers, labels, comments, code of templates.

They are hidden from both parsers, which do not know them. Lines in fenced code are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern

_CONTAINER = lazy_pattern(r"[ \t>]*:{3,}.*")
_OPTION = lazy_pattern(r"[ \t>]*:[A-Za-z][\w-]*:(?:[ \t].*)?")
_MAX_OPTIONS = 30
_LABEL = lazy_pattern(r"[ \t>]*\([^()\s]+\)=[ \t]*")
_COMMENT = lazy_pattern(r"[ \t>]*%%[ \t]*")
_FORMULA = lazy_pattern(r"[ \t>]*\$\$(?!.*\$\$).*")
_FORMULA_END = lazy_pattern(r"[^$]*\$\$[ \t]*")
_SENTENCE = lazy_pattern(r"(?:\b[A-Za-z]{2,}[,;]? ){4}[A-Za-z]{2,}\b")
"""Words in a row that no formula has: the `$$` before them belongs to no formula."""
_ADMONITION = lazy_pattern(
    r"([ \t>]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+[a-z][\w-]*)*(?:[ \t]+\"[^\"]*\")?"
    r"|===[!+]?[ \t]+\"[^\"]*\")[ \t]*"
)
_FENCE = lazy_pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)")
_CODE = "highlight|raw|comment|code|mermaid|math|stylesheet|javascript|schema"
_CODE_TAG = lazy_pattern(
    rf"[ \t>]*(?:\{{%-?[ \t]*({_CODE})\b.*%\}}"
    rf"|\{{\{{[<%][ \t]*({_CODE})\b(?!.*/[>%]\}}).*[>%]\}})"
)
_IMPORT = lazy_pattern(r"(?:import|export)\b(?!['’])")
_TRIGGER = lazy_pattern(
    r":::|\)=|%%|!!!|\?\?\?|===|\{%|\{\{[<%]|\$\$|^(?:im|ex)port\b", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with spaces for its hidden lines, and these lines; the offsets are the same."""

    text: str
    hidden: tuple[str, ...] = ()


def mask_lines(text: str, *, mdx: bool = False) -> Masked:
    """Return a text without the lines of dialects, in the same length.

    Containers (`:::note`) with their options, labels (`(label)=`), comments between lines `%%`,
    formulas between `$$` that have blank lines, and templates that contain code become blank
    lines; the first line of an admonition
    (`!!! note`) becomes the marker of a list item, since its text is indented like one. With
    `mdx`, imports and exports become blank lines.
    """
    if not _TRIGGER.search(text):
        return Masked(text)
    lines = text.split("\n")
    shown, hidden = list(lines), []
    for first, last, marker in _Scanner(lines, mdx=mdx).ranges():
        hidden += lines[first:last]
        for number in range(first, last):
            shown[number] = " " * len(lines[number])
        if marker:
            shown[first] = marker.ljust(len(lines[first]))
    return Masked("\n".join(shown), tuple(hidden))


class _Scanner:
    """A single pass over the lines of a text."""

    def __init__(self, lines: list[str], *, mdx: bool) -> None:
        self._lines, self._mdx = lines, mdx
        self._ends: dict[str, list[int]] = {}

    def ranges(self) -> Iterator[tuple[int, int, str]]:
        """Yield the ranges of hidden lines, each with what replaces the first one."""
        at, after_blank = 0, True
        while at < len(self._lines):
            line = self._lines[at]
            if fence := _FENCE.match(line):
                at = self._after_fence(at, fence)
            elif admonition := _ADMONITION.fullmatch(line):
                yield at, at + 1, admonition[1] + "-"
                at += 1
            elif _FORMULA.fullmatch(line) and (last := self._formula_end(at)):
                if self._has_blank_line_in_formula(at, last):
                    yield at, last, ""
                at = last
            elif last := self._hidden_end(at, line, after_blank=after_blank):
                yield at, last, ""
                at = last
            else:
                at += 1
            after_blank = not self._lines[at - 1].strip()

    def _hidden_end(self, at: int, line: str, *, after_blank: bool) -> int | None:
        """Return the end of the hidden lines that start at a line, None if it is not hidden."""
        if _CONTAINER.fullmatch(line):
            return self._after_options(at + 1)
        if _LABEL.fullmatch(line):
            return at + 1
        if _COMMENT.fullmatch(line):
            return self._after_closing(at, "%%")
        if self._mdx and after_blank and _IMPORT.match(line):
            return self._after(at + 1, _NOT_BLANK)
        if tag := _CODE_TAG.match(line):
            return self._after_closing(at, f"end{tag[1]}" if tag[1] else f"/{tag[2]}")
        return None

    def _formula_end(self, at: int) -> int | None:
        """Return the end of a formula whose lines begin and end with `$$`, None for others.

        One without blank lines is read with the text around it, since it may be a part of that.
        """
        last = self._after_closing(at, "$$")
        return last if last and _FORMULA_END.fullmatch(self._lines[last - 1]) else None

    def _has_blank_line_in_formula(self, at: int, last: int) -> bool:
        lines = self._lines[at:last]
        return not all(map(str.strip, lines)) and not any(_SENTENCE.search(line) for line in lines)

    def _after_options(self, at: int) -> int:
        """Return the line after the options of a container: `:key: value`, or between `---`."""
        if at < len(self._lines) and self._lines[at].strip(" \t>") == "---":
            for number in range(at + 1, min(at + _MAX_OPTIONS, len(self._lines))):
                if self._lines[number].strip(" \t>") == "---":
                    return number + 1
        return self._after(at, _OPTION)

    def _after(self, at: int, pattern: re.Pattern[str]) -> int:
        while at < len(self._lines) and pattern.fullmatch(self._lines[at]):
            at += 1
        return at

    def _after_closing(self, at: int, closing: str) -> int | None:
        """Return the end of a range that starts in line `at`; None if it is not closed."""
        ends = self._ends.get(closing)
        if ends is None:
            pattern = re.compile(_closing_pattern(closing))
            ends = [n for n, line in enumerate(self._lines) if pattern.search(line)]
            ends.reverse()
            self._ends[closing] = ends
        is_mark = closing in _MARKS
        while ends and ends[-1] < at + is_mark:
            ends.pop()
        return ends[-1] + 1 if ends else None

    def _after_fence(self, at: int, fence: re.Match[str]) -> int:
        """Return the line after a fenced code block."""
        mark = fence[1]
        if mark[0] == "`" and "`" in fence[2]:
            return at + 1
        closing = re.compile(rf"[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*")
        for number in range(at + 1, len(self._lines)):
            if closing.fullmatch(self._lines[number]):
                return number + 1
        return len(self._lines)


_MARKS = {"%%": r"^[ \t>]*%%[ \t]*$", "$$": r"\$\$"}
_NOT_BLANK = lazy_pattern(r".*\S.*")


def _closing_pattern(closing: str) -> str:
    if closing in _MARKS:
        return _MARKS[closing]
    if closing.startswith("end"):
        return rf"\{{%-?[ \t]*{closing}\b"
    return rf"\{{\{{[<%][ \t]*{closing}\b"
