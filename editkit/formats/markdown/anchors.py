"""Anchors of Markdown headings, as GitHub generates them, and links to anchors."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from editkit.core.lazy_pattern import lazy_pattern

_LINK = lazy_pattern(
    r"\]\(<?([^()\s<>#\"']*)#([^()\s<>\"']+)"
    r"|^[ \t>]*\[[^\[\]\n]+\]:[ \t]*<?([^\s<>#]*)#([^\s<>]+)"
    r"|\bhref=[\"']?([^\"'\s<>#]*)#([^\"'\s<>]+)"
    r"|\[\[([^\[\]|#\n]*)#([^\[\]|\n]+)",
    re.MULTILINE,
)
_WIKI_GROUPS = (7, 8)
_TAG = lazy_pattern(r"<[^<>]*>|\{[^{}]*\}[ \t]*\Z")
_IMAGE_OR_LINK = lazy_pattern(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_EMPHASIS = lazy_pattern(r"[*~`\\]|(?<!\w)_+|_+(?!\w)")
_REMOVED = lazy_pattern(r"[^\w\- ]")
_NUMBER = lazy_pattern(r"-\d+\Z")
_EXPLICIT_ID = lazy_pattern(r"\{[^{}]*#[^{}]*\}[ \t#]*\Z|\bid=")


class AnchorLink(NamedTuple):
    """A link to an anchor: the address of the file, empty for the same one, and the anchor."""

    path: str
    anchor: str


def anchor_links(text: str) -> Iterator[AnchorLink]:
    """Yield the links of a Markdown text that lead to an anchor in a file.

    The second of two headings with the same text has the anchor of the first and a number; a
    link to it is yielded without the number, too.
    """
    if "#" not in text:
        return
    for found in _LINK.finditer(text):
        last = found.lastindex or 0
        path, target = unquote(found[last - 1]), unquote(found[last])
        if "://" in path:
            continue
        anchor = heading_anchor(target) if last in _WIKI_GROUPS else target.casefold()
        yield AnchorLink(path, anchor)
        if _NUMBER.search(anchor):
            yield AnchorLink(path, _NUMBER.sub("", anchor))


def heading_anchor(source: str) -> str:
    """Return the anchor that GitHub generates for the source of a heading.

    >>> heading_anchor("The *C&A* `foo_bar` [list](x)")
    'the-ca-foo_bar-list'
    """
    text = _TAG.sub("", _IMAGE_OR_LINK.sub(r"\1", source))
    text = _REMOVED.sub("", _EMPHASIS.sub("", text).strip().casefold())
    return text.replace(" ", "-")


def has_explicit_id(source: str) -> bool:
    """Return whether a heading's source line names its anchor, as in `# Title {#anchor}`."""
    return _EXPLICIT_ID.search(source) is not None
