"""Inline Markdown that the parser does not recognize: bare addresses, HTML elements."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from editkit.core.lazy_pattern import lazy_pattern
from editkit.formats.markdown.markup import Markup, MarkupKind

_ADDRESS = lazy_pattern(
    r"(?<![a-z0-9])(?:(?:(?:https?|ftp)://|www\.)(?=\w)|mailto:(?=[a-z0-9]))"
    r"[^\s<>\"“”‘’«»、。，；：！？（）《》【】]*"
    r"|(?<![a-z0-9_.+-])[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]*[a-z0-9])+",
    re.IGNORECASE,
)
_TRAILING_PUNCTUATION = "?!.,:;*_~'"
_TAG = lazy_pattern(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_CODE_TAGS = frozenset(
    {"code", "kbd", "samp", "var", "pre", "tt", "script", "style", "math", "svg"}
)


def merge_html_elements(text: str, start: int, markup: Sequence[Markup]) -> tuple[Markup, ...]:
    """Return the markup of a block with each HTML code element as one object.

    `<br>` becomes a line break. If a tag has a space on both sides, the one after it becomes part
    of the tag, since only one is visible.
    """
    result: list[Markup] = []
    done = start
    names = [_tag_name(text, item) for item in markup]
    ends: dict[str, list[int]] = {}
    for item, name in zip(markup, names, strict=True):
        ends.setdefault(name, []).append(item.end)
    for item, name in zip(markup, names, strict=True):
        if item.start < done:
            continue
        closing = ends.get(f"/{name}", []) if name in _CODE_TAGS else []
        after = bisect_right(closing, item.end)
        if name == "br":
            result.append(replace(item, kind=MarkupKind.BREAK))
        elif after < len(closing):
            result.append(replace(item, end=closing[after], kind=MarkupKind.OBJECT))
        elif item.kind is MarkupKind.EMPTY and _has_blanks_around(text, start, item):
            result.append(replace(item, end=item.end + 1))
        else:
            result.append(item)
        done = result[-1].end
    return tuple(result)


def _tag_name(text: str, item: Markup) -> str:
    """Return a tag's name, with a slash for an end tag; empty for other markup."""
    tag = _TAG.match(text, item.start) if item.kind is MarkupKind.EMPTY else None
    return f"{tag[1]}{tag[2]}".lower() if tag else ""


def _has_blanks_around(text: str, start: int, mark: Markup) -> bool:
    """Return whether a space follows `mark`, and white space or the block start precedes it."""
    before = mark.start == start or text[mark.start - 1] in " \n"
    return before and text[mark.end : mark.end + 1] == " "


def insert_addresses(
    text: str, start: int, end: int, markup: Sequence[Markup]
) -> tuple[Markup, ...]:
    """Return the markup of a block with its bare URLs and e-mail addresses inserted.

    An address ends at the end of an element that started before it. Marks inside an address are
    part of it.
    """
    result: list[Markup] = []
    at, index = start, 0
    while found := _ADDRESS.search(text, at, end):
        first, last = found.span()
        while index < len(markup) and markup[index].end <= first:
            result.append(markup[index])
            index += 1
        if index < len(markup) and markup[index].start <= first:
            at = markup[index].end
            continue
        beyond = bisect_left(markup, last, lo=index, key=lambda item: item.start)
        ends = (item.start for item in markup[index:beyond] if _ends_address(item, first))
        last = min(ends, default=last)
        at = first + len(_trim_address(text[first:last]))
        result.append(Markup(first, at, MarkupKind.OBJECT, first))
        while index < len(markup) and markup[index].start < at:
            index += 1
    return (*result, *markup[index:])


def _ends_address(item: Markup, first: int) -> bool:
    """Return whether an address that starts at `first` ends before `item`."""
    if item.kind is MarkupKind.DECODED:
        return False
    return item.kind in {MarkupKind.OBJECT, MarkupKind.EMPTY} or item.element_start < first


def _trim_address(address: str) -> str:
    """Return an address without trailing punctuation of its sentence."""
    while True:
        shorter = address.rstrip(_TRAILING_PUNCTUATION)
        closed = shorter.endswith(")") and shorter.count(")") > shorter.count("(")
        if closed or (shorter.endswith("]") and "[" not in shorter):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
