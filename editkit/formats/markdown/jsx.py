"""JSX in MDX: tags with any attributes, and expressions in braces."""

import re
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern

_CODE = lazy_pattern(
    r"(?m:^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*$)(?s:.*?)(?:(?m:^[ \t>]*(?P=fence)[`~]*[ \t]*$)|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?s:.){1,2000}?(?<!`)(?P=ticks)(?!`)"
    r"|\\[{<]|<!--(?s:.*?)(?:-->|\Z)|<(?=[A-Za-z/>])|\{(?!:?[ \t]*[.#][\w-])"
)
_TAG_NAME = lazy_pattern(r"</?[A-Za-z][\w.:-]*|</?")
_QUOTES = lazy_pattern(r"\"[^\"]{0,5000}\"|'[^']{0,5000}'|[^\"'{<>]")
_LINE_END = lazy_pattern(r"[ \t]*(?:\n|\Z)")
_EMPTY = frozenset({"{}", "<>", "</>"})
"""Code that is no tag in HTML; within a line, it is left as text."""
_MAX_TAG = 20_000
_BLANK_LINE = lazy_pattern(r"\n[ \t]*\n")
_VISIBLE = lazy_pattern(r"\S")


@dataclass(frozen=True, slots=True)
class MaskedJsx:
    """A text of the same length without attributes and expressions.

    `expressions` are the offsets of the expressions that are a part of a sentence, and `pieces`
    all that was hidden.
    """

    text: str
    expressions: tuple[int, ...] = ()
    pieces: tuple[str, ...] = ()


def mask_jsx(text: str) -> MaskedJsx:
    r"""Return a text with simple tags in place of its JSX tags and expressions.

    Code, comments, and `\{` and `\<` are left alone, and so are braces and tags that are not
    closed. An expression in braces is a tag to the parser; `{/* a comment */}` is no object.
    """
    if "{" not in text and "<" not in text:
        return MaskedJsx(text)
    ends = _brace_ends(text)
    shown: list[str] = []
    expressions: list[int] = []
    pieces: list[str] = []
    at = done = 0
    while found := _CODE.search(text, at):
        first, at = found.span()
        is_expression = found[0] == "{"
        last = ends.get(first, 0) if is_expression else 0
        if found[0] == "<":
            last = _tag_end(text, first, ends)
        if not last:
            continue
        piece = text[first:last]
        if piece in _EMPTY:
            if not _is_alone(text, first, last):
                continue
            hidden = " " * len(piece)
        else:
            hidden = _as_tag(piece)
        shown += (text[done:first], hidden)
        pieces.append(piece)
        if is_expression and not piece.startswith("{/*"):
            expressions.append(first)
        at = done = last
    return MaskedJsx("".join((*shown, text[done:])), tuple(expressions), tuple(pieces))


def _is_alone(text: str, first: int, last: int) -> bool:
    """Return whether a range is all of its lines but blanks."""
    before = text[text.rfind("\n", 0, first) + 1 : first]
    return not before.strip() and _LINE_END.match(text, last) is not None


def _as_tag(piece: str) -> str:
    """Return a simple tag with the lines of a tag or expression, and the name of a tag.

    Blanks take its place if it has a blank line, which would end the tag.
    """
    if _BLANK_LINE.search(piece):
        return _VISIBLE.sub(" ", piece)
    found = _TAG_NAME.match(piece)
    name = found[0] if found else "<b"
    return name + _VISIBLE.sub(" ", piece[len(name) : -1]) + ">"


def _brace_ends(text: str) -> dict[int, int]:
    """Return the end of each range in braces by its start."""
    ends: dict[int, int] = {}
    open_braces: list[int] = []
    for brace in re.finditer(r"[{}]", text):
        if brace[0] == "{":
            open_braces.append(brace.start())
        elif open_braces:
            ends[open_braces.pop()] = brace.end()
    return ends


def _tag_end(text: str, first: int, ends: dict[int, int]) -> int:
    """Return the end of a tag; 0 if it has none."""
    name = _TAG_NAME.match(text, first)
    at = name.end() if name else first + 1
    limit = min(len(text), first + _MAX_TAG)
    while at < limit:
        if text[at] == ">":
            return at + 1
        if text[at] == "{" and at in ends:
            at = ends[at]
        elif found := _QUOTES.match(text, at):
            at = found.end()
        else:
            return 0
        if text.startswith("\n\n", at):
            return 0
    return 0
