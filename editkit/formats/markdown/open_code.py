"""Code that an HTML block leaves open: `<pre>` in a block that ends at a blank line.

For CommonMark what follows are paragraphs; for a browser, and for its writer, it is code until
the closing tag.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from editkit.core.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from tree_sitter import Node

    from editkit.core.document import BlockKind

_TAG = lazy_pattern(rb"<(?P<closing>/?)(?P<name>pre|script|style|textarea)\b", re.IGNORECASE)
_MAX_CODE_LENGTH = 50_000
"""Bytes after which a tag without its closing tag is taken for a mention of it."""


def without_open_code(
    blocks: Iterable[tuple["Node", "BlockKind"]], source: bytes
) -> Iterator[tuple["Node", "BlockKind"]]:
    """Yield the blocks, in order, except those in code that an HTML block has left open.

    An HTML block that closes the code may have prose after it, and is yielded.
    """
    tags = [
        (found.start(), found["name"].lower(), bool(found["closing"]))
        for found in _TAG.finditer(source)
    ]
    code_end = 0
    for node, kind in blocks:
        is_html = node.type == "html_block"
        if node.start_byte < code_end and not (is_html and node.end_byte >= code_end):
            continue
        yield node, kind
        if is_html and tags:
            code_end = max(code_end, _code_end(tags, node.start_byte, node.end_byte))


def _code_end(tags: list[tuple[int, bytes, bool]], start: int, end: int) -> int:
    """Return the offset of the tag that closes what a block leaves open, or 0."""
    last = bisect_left(tags, (end,)) - 1
    if last < 0 or tags[last][0] < start or tags[last][2]:
        return 0
    name = tags[last][1]
    following = bisect_right(tags, tags[last])
    if following == len(tags) or tags[following][1:] != (name, True):
        return 0
    at = tags[following][0]
    return at if at - end <= _MAX_CODE_LENGTH else 0
