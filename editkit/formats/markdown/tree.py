"""Where Markdown's blocks and marks stand, as tree-sitter sees them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from editkit.core.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        "html_block",
        "link_reference_definition",
        "minus_metadata",
        "plus_metadata",
        "pipe_table_delimiter_row",
    }
)
_LINKS = frozenset(
    {
        "inline_link",
        "image",
        "full_reference_link",
        "collapsed_reference_link",
        "shortcut_link",
    }
)


class Mark(Enum):
    """What a stretch of source inside a block is, if it is no prose.

    An empty one is a whole that leaves nothing to read: an HTML tag, a footnote
    mark, a picture without a description.
    """

    SYNTAX = "syntax"
    OBJECT = "object"
    EMPTY = "empty"
    BREAK = "break"
    DECODED = "decoded"


_LEAVES = {
    "emphasis_delimiter": Mark.SYNTAX,
    "hard_line_break": Mark.BREAK,
    "code_span": Mark.OBJECT,
    "latex_block": Mark.OBJECT,
    "uri_autolink": Mark.OBJECT,
    "email_autolink": Mark.OBJECT,
    "html_tag": Mark.EMPTY,
    "entity_reference": Mark.DECODED,
    "numeric_character_reference": Mark.DECODED,
    "backslash_escape": Mark.DECODED,
}
_STRUCTURE = frozenset({"emphasis", "strong_emphasis", "strikethrough", *_LINKS})
_DOLLARS = re.compile(
    rb"(?<![\w\x80-\xff])(\$\$[^$\n]+\$\$|\$[^\s\d$](?:[^$\n]*[^\s$])?\$)(?!\d)|\$"
)
_OPENING = re.compile(rb"(?<![\w\x80-\xff*~])[*_~]+(?![\s*_~]|\Z)")
_CLOSING = re.compile(rb"(?<![\s*_~])[*_~]+(?![\w\x80-\xff*~])")
_MOST_OPEN = 1000  # the parser's time grows with the square of marks that never close
_LABEL = re.compile(r"^[ \t>*+\-\d.)]*\[([^\]\n]+)\]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cut:
    """Source inside a block that is no prose; `owner` is where its element starts."""

    start: int
    end: int
    mark: Mark
    owner: int


@dataclass(frozen=True, slots=True)
class Region:
    """A block's source: its cuts, the prefixes of its lines, and the names of its elements."""

    kind: BlockKind
    start: int
    end: int
    cuts: tuple[Cut, ...]
    prefixes: tuple[tuple[int, int], ...]
    elements: tuple[str, ...]


def labels(text: str) -> frozenset[str]:
    """Return the labels that link and footnote definitions of `text` give."""
    return frozenset(_fold(found) for found in (_LABEL.findall(text) if "]:" in text else ()))


def regions(text: str, defined: frozenset[str]) -> Iterator[Region]:
    r"""Yield the blocks of a text whose lines end with `\n`, in code points.

    Front matter must have been taken off. A link to a label that is not among
    `defined` is no link. Dollars are mathematics where they cannot be money: no
    letter before the marks, no blank inside them, no digit right behind either.
    """
    # A line end before, so that a first line `---` is a thematic break, and one after,
    # without which the parser sees no heading in a last line `===`.
    source = b"\n" + text.encode() + b"\n"
    # Only positions are taken from the tree, so money may be hidden from the parser.
    source = _DOLLARS.sub(lambda dollars: dollars[0] if dollars[1] else b"%", source)
    found = [_region(node, kind, source, defined) for node, kind in _blocks(source)]
    at = _code_points(source, found)
    for region in found:
        cuts = tuple(Cut(at[c.start], at[c.end], c.mark, at[c.owner]) for c in region.cuts)
        prefixes = tuple((at[start], at[end]) for start, end in region.prefixes)
        start, end = at[region.start], at[region.end]
        yield Region(region.kind, start, end, cuts, prefixes, region.elements)


@cache
def _parsers() -> tuple[Parser, Parser]:
    import tree_sitter_markdown as grammar  # noqa: PLC0415  (start-up time)
    from tree_sitter import Language, Parser  # noqa: PLC0415  (start-up time)

    return Parser(Language(grammar.language())), Parser(Language(grammar.inline_language()))


def _blocks(source: bytes) -> Iterator[tuple[Node, BlockKind]]:
    """Yield the nodes that hold inline text."""
    stack = [(_parsers()[0].parse(source).root_node, BlockKind.PARAGRAPH)]
    while stack:
        node, kind = stack.pop()
        if node.type in {"inline", "pipe_table_cell"}:
            yield node, kind
        elif node.type not in _NO_PROSE:
            inner = BlockKind.ITEM if node.type == "list_item" else kind
            inner = _BLOCKS.get(node.type, inner)
            stack.extend((child, inner) for child in reversed(node.children))


def _region(node: Node, kind: BlockKind, source: bytes, defined: frozenset[str]) -> Region:
    prefixes = tuple(
        (child.start_byte, child.end_byte)
        for child in node.children
        if child.type == "block_continuation" and child.end_byte > child.start_byte
    )
    cuts: list[Cut] = []
    elements: list[str] = []
    root = _inline(node, source)
    stack = [(root, node.start_byte)] if root else []  # a node does not know its parent cheaply
    while stack:
        each, owner = stack.pop()
        inner: Iterable[Node] = each.children
        mark = _LEAVES.get(each.type)
        if mark:
            cuts.append(Cut(each.start_byte, each.end_byte, mark, owner))
            if mark in {Mark.OBJECT, Mark.EMPTY}:
                elements.append(each.type)
            continue
        if each.type in _LINKS:
            label = _label(each, source)
            if label is None or label in defined:
                elements.append(each.type)
                found, inner = _link(each, footnote=bool(label and label.startswith("^")))
                cuts += found
        elif each.type in _STRUCTURE:
            elements.append(each.type)
        stack.extend((child, each.start_byte) for child in reversed(tuple(inner)))
    cuts.sort(key=lambda cut: cut.start)
    return Region(kind, node.start_byte, node.end_byte, tuple(cuts), prefixes, tuple(elements))


def _inline(node: Node, source: bytes) -> Node | None:
    """Parse the inline text of a block without its lines' prefixes; None if it is out of hand."""
    from tree_sitter import Range  # noqa: PLC0415  (start-up time)

    text = source[node.start_byte : node.end_byte]
    if (Counter(_OPENING.findall(text)) - Counter(_CLOSING.findall(text))).total() > _MOST_OPEN:
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


def _link(node: Node, *, footnote: bool) -> tuple[list[Cut], tuple[Node, ...]]:
    """Return what is syntax of a link, and its text as a node; a footnote mark has none."""
    wanted = {"link_text", "image_description"}
    text = next((child for child in node.children if child.type in wanted), None)
    start, end = node.start_byte, node.end_byte
    if text is None or footnote:
        return [Cut(start, end, Mark.EMPTY, start)], ()
    before = Cut(start, text.start_byte, Mark.SYNTAX, start)
    return [before, Cut(text.end_byte, end, Mark.SYNTAX, start)], (text,)


def _label(node: Node, source: bytes) -> str | None:
    """Return the label a link refers to, None for a link with its own target."""
    parts = {child.type: child for child in node.children}
    if node.type == "inline_link" or "(" in parts:
        return None
    named = parts.get("link_label") or parts.get("link_text") or parts.get("image_description")
    return _fold(source[named.start_byte : named.end_byte].decode().strip("[]")) if named else ""


def _fold(label: str) -> str:
    return " ".join(label.replace("$", "%").split()).casefold()  # as `regions` hides money


def _code_points(source: bytes, found: Iterable[Region]) -> dict[int, int]:
    """Return the code points of the regions' byte positions, less the first line end."""
    wanted: set[int] = set()
    for region in found:
        wanted |= {region.start, region.end}
        wanted.update(at for prefix in region.prefixes for at in prefix)
        wanted.update(at for cut in region.cuts for at in (cut.start, cut.end, cut.owner))
    position: dict[int, int] = {}
    at, count = 1, 0
    for offset in sorted(wanted):
        count += len(source[at:offset].decode())
        at = position[offset] = offset
        position[offset] = count
    return position
