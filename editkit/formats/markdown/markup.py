"""Inline markup of a block: source ranges that are not prose."""

from dataclasses import dataclass
from enum import Enum

from editkit.core.document import BlockKind


class MarkupKind(Enum):
    """The kind of a source range inside a block that is not prose.

    EMPTY is a complete element without visible text: an HTML tag, a footnote mark, an image
    without a description.
    """

    SYNTAX = "syntax"
    OBJECT = "object"
    EMPTY = "empty"
    BREAK = "break"
    DECODED = "decoded"


@dataclass(frozen=True, slots=True)
class Markup:
    """A source range inside a block that is not prose, and the start of its element."""

    start: int
    end: int
    kind: MarkupKind
    element_start: int


@dataclass(frozen=True, slots=True)
class Region:
    """A block's source range, its inline markup, the prefixes of its lines, and its elements."""

    kind: BlockKind
    start: int
    end: int
    markup: tuple[Markup, ...]
    prefixes: tuple[tuple[int, int], ...]
    elements: tuple[str, ...]
