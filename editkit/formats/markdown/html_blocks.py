"""Prose of HTML blocks: the text between tags, without scripts, styles and code.

Markdown in such a block is not rendered by all processors; its code spans and link targets are
no prose either.
"""

import html
import re
from collections.abc import Iterator, Mapping

from editkit.core.document import BlockKind
from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.markdown.constructs import INLINE, is_math
from editkit.formats.markdown.markup import Markup, MarkupKind, Region

_INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label "
    "mark math q s samp small span strike strong sub sup time tt u var wbr".split()
)
_SKIPPED_TAGS = frozenset(
    "audio canvas code-block head iframe object pre script select style svg template textarea "
    "title video".split()
)
_KINDS: Mapping[str, BlockKind] = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.ITEM),
}
_VALUE = rb"\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\}"
_TOKEN = lazy_pattern(
    rb"(?P<comment><!--(?s:.*?)(?:-->|\Z)|<[?!][^>]*(?:>|\Z)|</?>)"
    rb"|(?P<tag></?(?P<tag_name>[A-Za-z][\w.:-]*)(?:(?:"
    + _VALUE
    + rb"|[^>\"'{])*>|[^>]*(?:>|\Z)))"
    rb"|(?P<entity>&#?\w{1,32};)"
    rb"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?s:.){1,2000}?(?<!`)(?P=ticks)(?!`)|\{\{.{1,1000}?\}\}|\{%.{1,1000}?%\}"
    rb"|\$\$[^$]{1,2000}\$\$|(?<![\w$])\$[^\s\d$](?:[^$\n]{0,300}[^\s$])?\$(?![\d$])|`+)"
    rb"|(?P<link>\]\([^()\s]{0,2000}\)|!?\[(?=[^\[\]\n]{1,300}\]\([^()\s]))|" + INLINE
)
_VISIBLE = lazy_pattern(rb"\S")


def html_regions(
    source: bytes, start: int, end: int, prefixes: tuple[tuple[int, int], ...]
) -> Iterator[Region]:
    """Yield the text of an HTML block as blocks, in bytes: one for each element that is a block.

    `prefixes` are the ranges of the prefixes of lines, such as `> `.
    """
    text = bytearray(source[start:end])
    for first, last in prefixes:
        text[first - start : last - start] = b" " * (last - first)
    for region in _Reader(bytes(text)).regions():
        markup = tuple(
            Markup(m.start + start, m.end + start, m.kind, m.start + start) for m in region.markup
        )
        first, last = region.start + start, region.end + start
        inside = tuple(each for each in prefixes if first <= each[0] < last)
        yield Region(region.kind, first, last, markup, inside, region.elements)


class _Reader:
    """A single pass over the text of an HTML block."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._kind = BlockKind.PARAGRAPH
        self._start = 0
        self._markup: list[Markup] = []

    def regions(self) -> Iterator[Region]:
        """Yield the blocks."""
        at = 0
        while found := _TOKEN.search(self._text, at):
            first, at = found.span()
            if found["tag"] is not None:
                name = found["tag_name"].decode().lower()
                if name in _INLINE_TAGS:
                    self._add(first, at, MarkupKind.EMPTY)
                    continue
                if name in _SKIPPED_TAGS and found[0][1:2] != b"/" and found[0][-2:] != b"/>":
                    at = self._element_end(name, at)
                yield from self._block(first)
                self._start, self._kind = at, _KINDS.get(name, BlockKind.PARAGRAPH)
            else:
                at = self._add_inline(found)
        yield from self._block(len(self._text))

    def _add_inline(self, found: re.Match[bytes]) -> int:
        first, last = found.span()
        if found["entity"]:
            source = found[0].decode()
            if html.unescape(source) != source:
                self._add(first, last, MarkupKind.DECODED)
        elif found["math"] and not is_math(found[0]):
            return first + 2
        elif found["comment"] or found["invisible"]:
            self._add(first, last, MarkupKind.EMPTY)
        elif found["link"] or found["wiki"]:
            self._add(first, last, MarkupKind.SYNTAX)
        else:
            self._add(first, last, MarkupKind.OBJECT)
        return last

    def _add(self, first: int, last: int, kind: MarkupKind) -> None:
        self._markup.append(Markup(first, last, kind, first))

    def _element_end(self, name: str, at: int) -> int:
        """Return the end of an element whose start tag ends at `at`."""
        closing = re.compile(rb"</" + re.escape(name.encode()) + rb"\b[^>]*>?", re.IGNORECASE)
        found = closing.search(self._text, at)
        return found.end() if found else len(self._text)

    def _block(self, end: int) -> Iterator[Region]:
        """Yield the text since the last block, unless it is blank."""
        markup, self._markup = tuple(self._markup), []
        visible = _VISIBLE.search(self._text, self._start, end)
        if visible:
            elements = tuple(self._text[m.start : m.end].decode() for m in markup)
            end = self._start + len(self._text[self._start : end].rstrip())
            yield Region(self._kind, visible.start(), end, markup, (), elements)
