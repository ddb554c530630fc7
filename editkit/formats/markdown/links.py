"""Links, images and footnote marks of a Markdown source, and the labels that it defines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.markdown.markup import Markup, MarkupKind

if TYPE_CHECKING:
    from tree_sitter import Node

LINK_TYPES = frozenset(
    {"inline_link", "image", "full_reference_link", "collapsed_reference_link", "shortcut_link"}
)
"""Node types of links and images."""

_LABEL = lazy_pattern(r"^[ \t>*+\-\d.)]*\[([^\]\n]+)\]:", re.MULTILINE)
_WORD_BEFORE = lazy_pattern(rb"[\w,;:)*`_][ \t]?[ \t\n]\Z")
_CONTEXT_BYTES = 9
_FILE_NAME = lazy_pattern(
    rb"[^\n]*\.(?:apng|avif|bmp|drawio|eps|gif|heic|ico|jpe?g|mov|mp4|pdf|png|svg|tiff?|webm|webp)"
    rb"|\S*[\w-][_/\\]\S*",
    re.IGNORECASE,
)


def defined_labels(text: str) -> frozenset[str]:
    """Return the labels of the link and footnote definitions in `text`."""
    return frozenset(map(_fold_label, _LABEL.findall(text) if "]:" in text else ()))


def link_markup(
    node: Node, source: bytes, *, footnote: bool
) -> tuple[list[Markup], tuple[Node, ...]]:
    """Return a link's syntax and its text node.

    A footnote mark has no text node, and neither has an image whose description is a file name.
    A link without a text that completes a sentence (“see [](usage.md).”) is an object: Sphinx
    inserts a title.
    """
    text_types = {"link_text", "image_description"}
    text = next((child for child in node.children if child.type in text_types), None)
    start, end = node.start_byte, node.end_byte
    if text is None or footnote or _is_file_name(text, source):
        is_in_sentence = _WORD_BEFORE.search(source, max(0, start - _CONTEXT_BYTES), start)
        is_word = node.type == "inline_link" and not footnote and is_in_sentence
        kind = MarkupKind.OBJECT if is_word else MarkupKind.EMPTY
        return [Markup(start, end, kind, start)], ()
    before = Markup(start, text.start_byte, MarkupKind.SYNTAX, start)
    return [before, Markup(text.end_byte, end, MarkupKind.SYNTAX, start)], (text,)


def link_label(node: Node, source: bytes) -> str | None:
    """Return the label that a link refers to, None for a link with a target."""
    children = {child.type: child for child in node.children}
    if node.type == "inline_link" or "(" in children:
        return None
    label = (
        children.get("link_label")
        or children.get("link_text")
        or children.get("image_description")
    )
    if label is None:
        return ""
    return _fold_label(source[label.start_byte : label.end_byte].decode().strip("[]"))


def _is_file_name(text: Node, source: bytes) -> bool:
    """Return whether the description of an image is the name of its file."""
    is_image = text.type == "image_description"
    return is_image and _FILE_NAME.fullmatch(source, text.start_byte, text.end_byte) is not None


def _fold_label(label: str) -> str:
    return " ".join(label.replace("$", "%").split()).casefold()  # masked as in `regions`
