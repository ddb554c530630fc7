"""Blocks and inline markup of a Markdown source, from tree-sitter's syntax tree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from editkit.core.document import BlockKind
from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.markdown.html_blocks import html_regions
from editkit.formats.markdown.links import LINK_TYPES, link_label, link_markup
from editkit.formats.markdown.markup import Markup, MarkupKind, Region
from editkit.formats.markdown.opaque import DISPLAY_MATH, Hidden, mask_displayed, mask_inline
from editkit.formats.markdown.open_code import without_open_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tree_sitter import Node, Parser

_BLOCKS = {
    "atx_heading": BlockKind.HEADING,
    "setext_heading": BlockKind.HEADING,
    "pipe_table": BlockKind.CELL,
}
_NO_PROSE = frozenset(
    {
        "fenced_code_block",
        "indented_code_block",
        "link_reference_definition",
        "minus_metadata",
        "plus_metadata",
        "pipe_table_delimiter_row",
    }
)


_MARKUP_KINDS = {
    "emphasis_delimiter": MarkupKind.SYNTAX,
    "hard_line_break": MarkupKind.BREAK,
    "code_span": MarkupKind.OBJECT,
    "latex_block": MarkupKind.OBJECT,
    "uri_autolink": MarkupKind.OBJECT,
    "email_autolink": MarkupKind.OBJECT,
    "html_tag": MarkupKind.EMPTY,
    "entity_reference": MarkupKind.DECODED,
    "numeric_character_reference": MarkupKind.DECODED,
    "backslash_escape": MarkupKind.DECODED,
}
_STRUCTURE = frozenset({"emphasis", "strong_emphasis", "strikethrough", *LINK_TYPES})
_DOLLARS = lazy_pattern(
    rb"(?<![\w\x80-\xff])(" + DISPLAY_MATH + rb"|\$[^\s\d$](?:[^$\n]*[^\s$])?\$)(?!\d)|\$"
)
_OPENING = lazy_pattern(rb"(?<![\w\x80-\xff*~])[*_~]+(?![\s*_~]|\Z)")
_CLOSING = lazy_pattern(rb"(?<![\s*_~])[*_~]+(?![\w\x80-\xff*~])")
_INSIDE_WORD = lazy_pattern(rb"(?<=[\w\x80-\xff])[*~]+(?=[\w\x80-\xff])")
_LONG_RUN = lazy_pattern(rb"[*_~]{16,}")
_MAX_UNCLOSED_MARKS = 1000
_MAX_MARKS_INSIDE_WORDS = 2000
_MAX_MARKS_IN_LONG_RUNS = 1000
_MAX_IMAGES = 1000


def regions(text: str, defined: frozenset[str], objects: Sequence[int] = ()) -> Iterator[Region]:
    r"""Yield the blocks of a text whose lines end with `\n`, in code points.

    The text must not have front matter. `objects` are the offsets of tags that are in place of
    what is a part of its sentence. A reference is a link only if its label is in `defined`.
    Dollar signs delimit math only if they cannot be money: no letter before them, no space inside
    them, no digit after them.
    """
    # The parser needs a line end before a thematic break `---` in the first line, and one
    # after a heading's `===` in the last line.
    source = b"\n" + text.encode() + b"\n"
    # Only offsets are read from the tree, so the dollar signs of money can be masked.
    source = _DOLLARS.sub(lambda dollars: dollars[0] if dollars[1] else b"%", source)
    blocks = list(without_open_code(_blocks(mask_displayed(source)), source))
    masked = bytearray(source)
    hidden = Hidden(_byte_offsets(text, objects))
    for node, _ in blocks:
        if node.type != "html_block":
            mask_inline(masked, node.start_byte, node.end_byte, _prefixes(node), hidden)
    inline = _InlineSource(source, bytes(masked), hidden, defined)
    found = [region for node, kind in blocks for region in _node_regions(node, kind, inline)]
    at = _code_points(source, found)
    for region in found:
        markup = tuple(
            Markup(at[c.start], at[c.end], c.kind, at[c.element_start]) for c in region.markup
        )
        prefixes = tuple((at[start], at[end]) for start, end in region.prefixes)
        start, end = at[region.start], at[region.end]
        yield Region(region.kind, start, end, markup, prefixes, region.elements)


@cache
def _parsers() -> tuple[Parser, Parser]:
    import tree_sitter_markdown as grammar  # noqa: PLC0415  (start-up time)
    from tree_sitter import Language, Parser  # noqa: PLC0415  (start-up time)

    return Parser(Language(grammar.language())), Parser(Language(grammar.inline_language()))


def _blocks(source: bytes) -> Iterator[tuple[Node, BlockKind]]:
    """Yield the nodes with inline text."""
    stack = [(_parsers()[0].parse(source).root_node, BlockKind.PARAGRAPH)]
    while stack:
        node, kind = stack.pop()
        if node.type in {"inline", "pipe_table_cell", "html_block"}:
            yield node, kind
        elif node.type not in _NO_PROSE:
            inner = BlockKind.ITEM if node.type == "list_item" else kind
            inner = _BLOCKS.get(node.type, inner)
            stack.extend((child, inner) for child in reversed(node.children))


@dataclass(frozen=True, slots=True)
class _InlineSource:
    """A source for inline parsing: `masked` has the same offsets and is what the parser reads.

    `hidden` is what the parser does not see in it.
    """

    source: bytes
    masked: bytes
    hidden: Hidden
    defined: frozenset[str]


def _prefixes(node: Node) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the prefixes of a block's lines."""
    return tuple(
        (child.start_byte, child.end_byte)
        for child in node.children
        if child.type == "block_continuation" and child.end_byte > child.start_byte
    )


def _node_regions(node: Node, kind: BlockKind, inline: _InlineSource) -> Iterator[Region]:
    if node.type == "html_block":
        yield from html_regions(inline.source, node.start_byte, node.end_byte, _prefixes(node))
    else:
        yield _region(node, kind, inline)


def _region(node: Node, kind: BlockKind, inline: _InlineSource) -> Region:
    prefixes = _prefixes(node)
    markup: list[Markup] = []
    elements: list[str] = []
    root = _inline(node, inline.masked)
    stack = [(root, node.start_byte)] if root else []  # the parent of a node is slow to find
    while stack:
        each, element_start = stack.pop()
        inner: Iterable[Node] = each.children
        is_object = each.start_byte in inline.hidden.objects and each.type == "html_tag"
        mark = MarkupKind.OBJECT if is_object else _MARKUP_KINDS.get(each.type)
        if mark:
            markup.append(Markup(each.start_byte, each.end_byte, mark, element_start))
            if mark in {MarkupKind.OBJECT, MarkupKind.EMPTY}:
                elements.append(each.type)
            continue
        if each.type in LINK_TYPES:
            label = link_label(each, inline.source)
            if label is None or label in inline.defined:
                elements.append(each.type)
                is_footnote = bool(label and label.startswith("^"))
                found, inner = link_markup(each, inline.source, footnote=is_footnote)
                markup += found
        elif each.type in _STRUCTURE:
            elements.append(each.type)
        stack.extend((child, each.start_byte) for child in reversed(tuple(inner)))
    for start, end in inline.hidden.syntax_in(node.start_byte, node.end_byte):
        markup.append(Markup(start, end, MarkupKind.SYNTAX, start))
    markup.sort(key=lambda item: item.start)
    return Region(kind, node.start_byte, node.end_byte, tuple(markup), prefixes, tuple(elements))


def _is_slow(text: bytes) -> bool:
    """Return whether the parser would need quadratic time for a block's inline text."""
    unclosed = Counter(_OPENING.findall(text)) - Counter(_CLOSING.findall(text))
    return (
        unclosed.total() > _MAX_UNCLOSED_MARKS
        or len(_INSIDE_WORD.findall(text)) > _MAX_MARKS_INSIDE_WORDS
        or sum(map(len, _LONG_RUN.findall(text))) > _MAX_MARKS_IN_LONG_RUNS
        or text.count(b"![") > _MAX_IMAGES
    )


def _inline(node: Node, source: bytes) -> Node | None:
    """Parse a block's inline text without the line prefixes; None if that would be too slow."""
    from tree_sitter import Range  # noqa: PLC0415  (start-up time)

    text = source[node.start_byte : node.end_byte]
    if _is_slow(text):
        return None
    starts = [(node.start_point, node.start_byte)]
    ends = []
    for child in node.children:
        if child.type == "block_continuation":
            ends.append((child.start_point, child.start_byte))
            starts.append((child.end_point, child.end_byte))
    ends.append((node.end_point, node.end_byte))
    ranges = [
        Range(start_point, end_point, start, end)
        for (start_point, start), (end_point, end) in zip(starts, ends, strict=True)
        if start < end
    ]
    if not ranges:  # an empty cell; without ranges, the parser would read the whole source
        return None
    parser = _parsers()[1]
    parser.included_ranges = ranges
    return parser.parse(source).root_node


def _byte_offsets(text: str, offsets: Sequence[int]) -> set[int]:
    """Return the offsets of code points in ascending order as byte offsets in the source."""
    found: set[int] = set()
    at, count = 0, 1  # the source begins with an added line end
    for offset in offsets:
        count += len(text[at:offset].encode())
        at = offset
        found.add(count)
    return found


def _code_points(source: bytes, found: Iterable[Region]) -> dict[int, int]:
    """Return the code point offsets of the byte offsets in `found`, without the added line end."""
    byte_offsets: set[int] = set()
    for region in found:
        byte_offsets |= {region.start, region.end}
        byte_offsets.update(at for prefix in region.prefixes for at in prefix)
        for item in region.markup:
            byte_offsets |= {item.start, item.end, item.element_start}
    code_point: dict[int, int] = {}
    at, count = 1, 0
    for offset in sorted(byte_offsets):
        count += len(source[at:offset].decode())
        at = code_point[offset] = offset
        code_point[offset] = count
    return code_point
