"""Inline code, HTML comments, template tags, math and others that tree-sitter misreads.

They are found by CommonMark's rules and by those of the dialects, and hidden from the parser,
which then sees simple HTML tags and code spans of the same length.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.markdown.constructs import INLINE, is_math

_OPENING = lazy_pattern(
    INLINE + rb"|\\[!-/:-@\[-`{-~]|`+|<!--|<\?|<!\[CDATA\[|<![A-Za-z]|\{\{|\{%|\$\$|<(?=[A-Za-z/])"
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
_MARK = lazy_pattern(rb"[`<{:@%\\]|\$\$|\[\[")
_RUN = lazy_pattern(rb"`+")
_VISIBLE = lazy_pattern(rb"[^\s]")
DISPLAY_MATH = rb"\$\$(?:[^$\n]|\n(?![ \t>]*(?:\n|```|~~~)))+\$\$"
"""Pattern of a formula between `$$`, without blank lines and the fences of code blocks."""
_LINE = rb"\n(?![ \t>]*(?:\n|```|~~~))"
_DISPLAYED = lazy_pattern(
    DISPLAY_MATH
    + rb"|\\\[[ \t]*(?:"
    + _LINE
    + rb"(?:[^\\\n]|\\[^\[\]\n]){0,1000})+?\\\]"
    + rb"|\\begin\{(?P<name>[A-Za-z]{1,30}\*?)\}(?:[^\n]{0,1000}"
    + _LINE
    + rb"){1,200}?[^\n]{0,1000}?\\end\{(?P=name)\}"
    + rb"|\{\{(?:[^{}\n]{0,1000}"
    + _LINE
    + rb"){1,50}?[^{}\n]{0,1000}\}\}|\{%(?:[^{}\n]{0,1000}"
    + _LINE
    + rb"){1,50}?[^{}\n]{0,1000}%\}"
)
"""Pattern of formulas and template tags that may have several lines, without blank ones."""
_WIKI_END = b"]]"
_MAY_BE_DISPLAYED = lazy_pattern(rb"\$\$|\\\[[ \t]*\n|\\begin\{|\{\{|\{%")
_LINE_TEXT = lazy_pattern(rb"(?m)(^[ \t>]+)|[^\s$]")


def mask_displayed(source: bytes) -> bytes:
    """Return the source with letters for formulas and templates, which are no lists or headings.

    The result has the same length and the same lines.
    """
    if not _MAY_BE_DISPLAYED.search(source):
        return source
    return _DISPLAYED.sub(
        lambda whole: _LINE_TEXT.sub(lambda found: found[1] or b"x", whole[0]), source
    )


@dataclass(slots=True)
class Hidden:
    """What is hidden in a source.

    `objects` are the starts of ranges that are a part of a sentence, such as template tags;
    comments are not. `syntax` are the ranges that the parser does not see as markup.
    """

    objects: set[int] = field(default_factory=set)
    syntax: list[tuple[int, int]] = field(default_factory=list)

    def syntax_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return those of the `syntax` ranges, which are in order, that are in a range."""
        return self.syntax[bisect_left(self.syntax, (start,)) : bisect_left(self.syntax, (end,))]


def mask_inline(
    source: bytearray, start: int, end: int, prefixes: Iterable[tuple[int, int]], hidden: Hidden
) -> None:
    """Hide what tree-sitter misreads in the inline text `source[start:end]`; add it to `hidden`.

    `prefixes` are the ranges of the prefixes of lines, such as `> `, which are not text.
    """
    text = source[start:end]
    if not _MARK.search(text):
        return
    for first, last in prefixes:
        text[first - start : last - start] = b" " * (last - first)
    _Scanner(bytes(text), source, start).mask(hidden)


class _Scanner:
    """A single pass over a block from left to right; the construct that begins first wins."""

    def __init__(self, text: bytes, source: bytearray, start: int) -> None:
        self._text, self._source, self._start = text, source, start
        self._runs: dict[int, list[int]] = {}
        for run in _RUN.finditer(text):
            self._runs.setdefault(len(run[0]), []).append(run.start())
        self._unclosed: set[bytes] = set()

    def mask(self, hidden: Hidden) -> None:
        at = 0
        while found := _OPENING.search(self._text, at):
            first, at = found.start(), found.end()
            if found.lastgroup and found.lastgroup != "name":
                at = self._mask_construct(found, hidden)
                continue
            opening = found[0]
            if opening.startswith(b"`"):
                at = self._mask_code(first, at)
            elif opening == b"<":
                at = self._mask_tag(first) or at
            elif not opening.startswith(b"\\") and (last := self._end(opening, first)):
                self._replace(first, last)
                at = last
                if opening in _OBJECTS:
                    hidden.objects.add(self._start + first)

    def _mask_construct(self, found: re.Match[bytes], hidden: Hidden) -> int:
        """Hide a construct of a dialect; return its end."""
        first, last = found.span()
        if found["math"] and not is_math(found[0]):
            return first + 2
        self._replace(first, last)
        if found["object"] or found["math"]:
            hidden.objects.add(self._start + first)
        elif found["wiki"]:
            closing = self._text.find(_WIKI_END, last)
            self._hide(closing, closing + 2, b"%")
            hidden.syntax.append((self._start + closing, self._start + closing + 2))
        return last

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
