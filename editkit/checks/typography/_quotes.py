"""Double quotation marks: which open, which close, and which has no partner."""

import re
from dataclasses import dataclass, replace

from editkit.core.span import Span

_MARK = re.compile(r'["“”]')
_FOREIGN = re.compile(r"[„‟«»]|(?<!\S)”\w")
_INCHES = re.compile(r"\d[\"”](?!\w)")
_END = re.compile(r"\s{0,9}\Z")
_OPENS_AFTER = frozenset("([{<—–-/‘'“\"*_~=（「《")
_CLOSES_BEFORE = frozenset(".,;:!?)]}>…—–-/’'”\"*_~，。；：！？）、」》")


@dataclass(frozen=True, slots=True)
class Mark:
    """A double quotation mark, straight or curly.

    `clear` says that the characters around it leave no doubt whether it opens;
    `paired` that its quotation has a beginning and an end.
    """

    at: int
    char: str
    opens: bool
    clear: bool
    paired: bool = True


def marks(text: str, span: Span) -> tuple[Mark, ...]:
    """Return the double quotation marks of one block, in order.

    The sign for inches and seconds (`a 5" screen`) is left out. A block that
    quotes as other languages do („so“, «so», ”so”) has none.
    """
    if not _MARK.search(text, span.start, span.end) or _FOREIGN.search(text, span.start, span.end):
        return ()
    found: list[Mark] = []
    opened: list[int] = []
    for at in _positions(text, span):
        mark = _read(text, at, span, inside=bool(opened))
        if mark.opens:
            opened.append(len(found))
        elif opened:
            opened.pop()
        else:
            mark = replace(mark, paired=False)
        found.append(mark)
    for index in opened:
        found[index] = replace(found[index], paired=False)
    return tuple(found)


def stops_inside(text: str) -> bool:
    """Whether this text puts the full stop before a closing quotation mark."""
    return text.count('."') + text.count(".”") >= text.count('".') + text.count("”.")


def _positions(text: str, span: Span) -> list[int]:
    """Leave out what stands for inches: after a digit, where it has nothing to close."""
    found = [match.start() for match in _MARK.finditer(text, span.start, span.end)]
    inches = {m.start() + 1 for m in _INCHES.finditer(text, span.start, span.end)}
    if not inches:
        return found
    kept: list[int] = []
    spare = len(found) % 2
    inside = False
    for at in found:
        if at in inches and (spare or not inside):
            spare = 0
            continue
        kept.append(at)
        inside = not inside
    return kept


def _read(text: str, at: int, span: Span, *, inside: bool) -> Mark:
    """Tell by its neighbours what a mark does, and by what came before where they do not."""
    char = text[at]
    free_left = at == span.start or text[at - 1].isspace() or text[at - 1] in _OPENS_AFTER
    last = _END.match(text, at + 1, span.end) is not None
    free_right = last or text[at + 1].isspace() or text[at + 1] in _CLOSES_BEFORE
    clear = free_left != free_right
    if char == "“":
        return Mark(at, char, not (inside and (last or not free_left)), clear)
    if char == "”":
        return Mark(at, char, opens=False, clear=clear and not free_left)
    if last and at > span.start:
        return Mark(at, char, opens=False, clear=True)
    return Mark(at, char, free_left if clear else not inside, clear)
