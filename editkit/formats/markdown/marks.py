"""Marks inside a Markdown block that the parser does not see: addresses, HTML elements."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from editkit.formats.markdown.tree import Cut, Mark

_ADDRESS = re.compile(
    r"(?<![a-z0-9])(?:(?:(?:https?|ftp)://|www\.)(?=\w)|mailto:(?=[a-z0-9]))"
    r"[^\s<>\"“”‘’«»、。，；：！？（）《》【】]*"
    r"|(?<![a-z0-9_.+-])[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]*[a-z0-9])+",
    re.IGNORECASE,
)
_TRAILING = "?!.,:;*_~'"
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_LITERAL = frozenset({"code", "kbd", "samp", "var", "pre", "tt", "script", "style", "math", "svg"})


def html_elements(text: str, start: int, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """Return the cuts of a block with each HTML element that holds no prose as one object.

    `<br>` is a line break. A blank beside a tag that has one on its other side
    too belongs to the tag: a reader sees one.
    """
    made: list[Cut] = []
    done = start
    names = [_tag(text, cut) for cut in cuts]
    ends: dict[str, list[int]] = {}
    for cut, name in zip(cuts, names, strict=True):
        ends.setdefault(name, []).append(cut.end)
    for cut, name in zip(cuts, names, strict=True):
        if cut.start < done:
            continue
        closing = ends.get(f"/{name}", []) if name in _LITERAL else []
        after = bisect_right(closing, cut.end)
        if name == "br":
            made.append(replace(cut, mark=Mark.BREAK))
        elif after < len(closing):
            made.append(replace(cut, end=closing[after], mark=Mark.OBJECT))
        elif cut.mark is Mark.EMPTY and _stands_free(text, start, cut):
            made.append(replace(cut, end=cut.end + 1))
        else:
            made.append(cut)
        done = made[-1].end
    return tuple(made)


def _tag(text: str, cut: Cut) -> str:
    """Return the name of the tag that `cut` is, with a slash where it closes; else nothing."""
    tag = _TAG.match(text, cut.start) if cut.mark is Mark.EMPTY else None
    return f"{tag[1]}{tag[2]}".lower() if tag else ""


def _stands_free(text: str, start: int, cut: Cut) -> bool:
    """Whether a blank follows `cut`, and a blank or nothing is before it."""
    before = cut.start == start or text[cut.start - 1] in " \n"
    return before and text[cut.end : cut.end + 1] == " "


def addresses(text: str, start: int, end: int, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """Return the cuts of a block with its bare URLs and e-mail addresses among them.

    An address ends where an element ends that started before it; marks inside
    it are its own characters.
    """
    made: list[Cut] = []
    at, index = start, 0
    while found := _ADDRESS.search(text, at, end):
        first, last = found.span()
        while index < len(cuts) and cuts[index].end <= first:
            made.append(cuts[index])
            index += 1
        if index < len(cuts) and cuts[index].start <= first:
            at = cuts[index].end
            continue
        beyond = bisect_left(cuts, last, lo=index, key=lambda cut: cut.start)
        ends = (cut.start for cut in cuts[index:beyond] if _ends(cut, first))
        last = min(ends, default=last)
        at = first + len(_trimmed(text[first:last]))
        made.append(Cut(first, at, Mark.OBJECT, first))
        while index < len(cuts) and cuts[index].start < at:
            index += 1
    return (*made, *cuts[index:])


def _ends(cut: Cut, first: int) -> bool:
    """Whether an address that starts at `first` ends before `cut`."""
    if cut.mark is Mark.DECODED:
        return False
    return cut.mark in {Mark.OBJECT, Mark.EMPTY} or cut.owner < first


def _trimmed(address: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    while True:
        shorter = address.rstrip(_TRAILING)
        closed = shorter.endswith(")") and shorter.count(")") > shorter.count("(")
        if closed or (shorter.endswith("]") and "[" not in shorter):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
