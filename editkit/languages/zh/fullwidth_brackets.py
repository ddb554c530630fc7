"""Partners of round brackets in text that mixes full-width and ordinary ones."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_BRACKET = lazy_pattern(r"[()（）]")
_ITEM_LABEL = lazy_pattern(r"(?:^|\n)[ \t]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")
_LABEL_WINDOW = 12


def bracket_partners(text: str, block: Span) -> dict[int, int | None]:
    """Return the offsets of the round brackets of a block, each with that of its partner.

    None if there is no partner, or if the opening bracket comes after `]` and begins the target
    of a link. The bracket of a list item's label (`1）`) needs no partner and is its own.
    """
    partners: dict[int, int | None] = {}
    open_brackets: list[int] = []
    for found in _BRACKET.finditer(text, block.start, block.end):
        at = found.start()
        if found[0] in "(（":
            open_brackets.append(at)
        elif not open_brackets:
            partners[at] = at if _is_label(text, at, block) else None
        else:
            partner = open_brackets.pop()
            if text[max(0, partner - 1)] != "]":
                partners[at], partners[partner] = partner, at
            else:
                partners[at] = partners[partner] = None
    return {**partners, **dict.fromkeys(open_brackets)}


def _is_label(text: str, at: int, block: Span) -> bool:
    start = max(block.start, at - _LABEL_WINDOW)
    before = text[start:at]
    return bool(_ITEM_LABEL.search(before if start > block.start else "\n" + before))
