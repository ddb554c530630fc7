"""Inline code, HTML comments, template tags and display math, which tree-sitter misreads.

They are found by CommonMark's rules and hidden from the parser, which then sees simple HTML tags
and code spans of the same length.
"""

from bisect import bisect_left
from collections.abc import Iterable

from editkit.core.lazy_pattern import lazy_pattern

_OPENING = lazy_pattern(
    rb"\\[!-/:-@\[-`{-~]|`+|<!--|<\?|<!\[CDATA\[|<![A-Za-z]|\{\{|\{%|\$\$|<(?=[A-Za-z/])"
)
_CLOSING = {
    b"<!--": b"-->",
    b"<?": b"?>",
    b"<![CDATA[": b"]]>",
    b"{{": b"}}",
    b"{%": b"%}",
    b"$$": b"$$",
}
_OBJECTS = frozenset({b"{{", b"{%", b"$$"})
_SHORT_COMMENT = lazy_pattern(rb"<!---?>")
_ATTRIBUTE = rb"\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?"
_TAG = lazy_pattern(
    rb"<[A-Za-z][A-Za-z0-9-]*(?:" + _ATTRIBUTE + rb")*\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>"
)
_AUTOLINK = lazy_pattern(rb"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>")
_RUN = lazy_pattern(rb"`+")
_VISIBLE = lazy_pattern(rb"[^\s]")
DISPLAY_MATH = rb"\$\$(?:[^$\n]|\n(?![ \t>]*(?:\n|```|~~~)))+\$\$"
"""Pattern of a formula between `$$`, without blank lines and the fences of code blocks."""
_DISPLAY_MATH = lazy_pattern(DISPLAY_MATH)
_LINE_TEXT = lazy_pattern(rb"(?m)(^[ \t>]+)|[^\s$]")


def mask_display_math(source: bytes) -> bytes:
    """Return the source with letters for formulas between `$$`, which are no lists or headings.

    The result has the same length and the same lines.
    """
    if b"$$" not in source:
        return source
    return _DISPLAY_MATH.sub(
        lambda math: _LINE_TEXT.sub(lambda found: found[1] or b"x", math[0]), source
    )


def mask_inline(
    source: bytearray, start: int, end: int, prefixes: Iterable[tuple[int, int]]
) -> set[int]:
    """Hide what tree-sitter misreads in the inline text `source[start:end]`.

    `prefixes` are the ranges of the prefixes of lines, such as `> `, which are not text. Returns
    the start of each range that is not prose and is a part of a sentence, such as a template tag;
    comments are not.
    """
    text = source[start:end]
    if not (b"`" in text or b"<" in text or b"{" in text or b"$$" in text):
        return set()
    for first, last in prefixes:
        text[first - start : last - start] = b" " * (last - first)
    return _Scanner(bytes(text), source, start).mask()


class _Scanner:
    """A single pass over a block from left to right; the construct that begins first wins."""

    def __init__(self, text: bytes, source: bytearray, start: int) -> None:
        self._text, self._source, self._start = text, source, start
        self._runs: dict[int, list[int]] = {}
        for run in _RUN.finditer(text):
            self._runs.setdefault(len(run[0]), []).append(run.start())
        self._unclosed: set[bytes] = set()

    def mask(self) -> set[int]:
        objects: set[int] = set()
        at = 0
        while found := _OPENING.search(self._text, at):
            opening, first, at = found[0], found.start(), found.end()
            if opening.startswith(b"`"):
                at = self._mask_code(first, at)
            elif opening == b"<":
                at = self._mask_tag(first) or at
            elif not opening.startswith(b"\\") and (last := self._end(opening, first)):
                self._replace(first, last)
                at = last
                if opening in _OBJECTS:
                    objects.add(self._start + first)
        return objects

    def _mask_tag(self, first: int) -> int | None:
        """Hide the attributes of a tag; return its end or that of an address, None for others."""
        if address := _AUTOLINK.match(self._text, first):
            return address.end()
        tag = _TAG.match(self._text, first)
        if tag is not None:
            self._replace(first, tag.end())
        return tag.end() if tag else None

    def _mask_code(self, first: int, last: int) -> int:
        """Hide a code span, or backticks that open none; return the end."""
        runs = self._runs.get(last - first, [])
        closing = bisect_left(runs, last)
        if closing == len(runs):
            self._hide(first, last, b"%")
            return last
        self._hide(last, runs[closing], b"x")
        return runs[closing] + last - first

    def _end(self, opening: bytes, first: int) -> int | None:
        """Return the end of a comment or tag that starts at `first`; None if it is not closed."""
        if short := _SHORT_COMMENT.match(self._text, first):
            return short.end()
        closing = _CLOSING.get(opening, b">")
        if closing in self._unclosed:
            return None
        content = first + len(opening)
        found = self._text.find(closing, content)
        if found < 0:
            self._unclosed.add(closing)
        is_closed = found > content or (found >= 0 and opening not in _OBJECTS)
        return found + len(closing) if is_closed else None

    def _hide(self, first: int, last: int, char: bytes) -> None:
        hidden = _VISIBLE.sub(char, self._text[first:last])
        self._source[self._start + first : self._start + last] = hidden

    def _replace(self, first: int, last: int) -> None:
        """Put a tag without attributes, which the parser always recognizes, in a range."""
        length = last - first
        self._source[self._start + first : self._start + last] = b"<" + b"b" * (length - 2) + b">"
