"""Double quotation marks: opening, closing and unpaired ones."""

from dataclasses import dataclass, replace

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_MARK = lazy_pattern(r'["“”]')
_FOREIGN_QUOTATION = lazy_pattern(r"[„‟«»]|(?<!\S)”\w")
_INCHES = lazy_pattern(r"\d[\"”](?!\w)")
_BLOCK_END = lazy_pattern(r"\s{0,9}\Z")
_OPENS_AFTER = frozenset("([{<—–-/‘'“\"*_~=（「《")
_CLOSES_BEFORE = frozenset(".,;:!?)]}>…—–-/’'”\"*_~，。；：！？）、」》")


@dataclass(frozen=True, slots=True)
class Mark:
    """A double quotation mark, straight or curly.

    `is_unambiguous` means that its neighbors decide whether it opens or closes;
    `is_paired`, that its quotation has both marks.
    """

    at: int
    char: str
    is_opening: bool
    is_unambiguous: bool
    is_paired: bool = True


def marks(text: str, span: Span) -> tuple[Mark, ...]:
    """Return the double quotation marks of one block, in order.

    The sign for inches and seconds (`a 5" screen`) is left out. A block with the quotation
    marks of another language („so“, «so», ”so”) has none.
    """
    if not _MARK.search(text, span.start, span.end) or _FOREIGN_QUOTATION.search(
        text, span.start, span.end
    ):
        return ()
    found: list[Mark] = []
    open_indexes: list[int] = []
    for at in _mark_offsets(text, span):
        mark = _classify_mark(text, at, span, is_inside=bool(open_indexes))
        if mark.is_opening:
            open_indexes.append(len(found))
        elif open_indexes:
            open_indexes.pop()
        else:
            mark = replace(mark, is_paired=False)
        found.append(mark)
    for index in open_indexes:
        found[index] = replace(found[index], is_paired=False)
    return tuple(found)


def puts_stops_inside(text: str) -> bool:
    """Return whether this text mostly puts the full stop before a closing quotation mark."""
    return text.count('."') + text.count(".”") >= text.count('".') + text.count("”.")


def _mark_offsets(text: str, span: Span) -> list[int]:
    """Return the offsets of the marks, without signs for inches.

    A mark after a digit is such a sign if it has nothing to close.
    """
    offsets = [match.start() for match in _MARK.finditer(text, span.start, span.end)]
    inches = {m.start() + 1 for m in _INCHES.finditer(text, span.start, span.end)}
    if not inches:
        return offsets
    kept: list[int] = []
    surplus = len(offsets) % 2
    is_inside = False
    for at in offsets:
        if at in inches and (surplus or not is_inside):
            surplus = 0
            continue
        kept.append(at)
        is_inside = not is_inside
    return kept


def _classify_mark(text: str, at: int, span: Span, *, is_inside: bool) -> Mark:
    """Return the mark at `at`, classified by its neighbors or else by whether one is open."""
    char = text[at]
    has_free_left = at == span.start or text[at - 1].isspace() or text[at - 1] in _OPENS_AFTER
    is_last = _BLOCK_END.match(text, at + 1, span.end) is not None
    has_free_right = is_last or text[at + 1].isspace() or text[at + 1] in _CLOSES_BEFORE
    is_unambiguous = has_free_left != has_free_right
    if char == "“":
        return Mark(at, char, not (is_inside and (is_last or not has_free_left)), is_unambiguous)
    if char == "”":
        return Mark(
            at, char, is_opening=False, is_unambiguous=is_unambiguous and not has_free_left
        )
    if is_last and at > span.start:
        return Mark(at, char, is_opening=False, is_unambiguous=True)
    return Mark(at, char, has_free_left if is_unambiguous else not is_inside, is_unambiguous)
