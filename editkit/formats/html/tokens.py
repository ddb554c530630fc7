"""Tokens of an HTML source with their ranges, and the attributes of tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import OBJECT_REPLACEMENT

_TEMPLATE = lazy_pattern(
    r"\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|<%[^%<]{0,2000}%>"
    r"|<\?(?:php\b|=)(?:[^?]|\?(?!>))*(?:\?>|\Z)",
    re.IGNORECASE,
)
"""Templates of servers and scripts. Each alternative needs linear time on any text."""
_XHTML = lazy_pattern(r"\s*<\?xml\b|[^<>]{0,100}<!DOCTYPE[^<>]{0,200}XHTML", re.IGNORECASE)
_EMPTY_RAW = lazy_pattern(
    r"(?<=<)(?:script|style|title|textarea|iframe|noembed|noframes|xmp)(?=(?:\s[^<>]*)?/>)",
    re.IGNORECASE,
)
_ATTRIBUTE = lazy_pattern(
    r"""(?P<name>[^\s"'>/=][^\s>/=]*)"""
    r"""(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)
_TAG_NAME = lazy_pattern(r"</?[^\s/>]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `kind` is `start`, `end`, `text`, `reference` or `other`, with its range.

    `name` is that of a tag in lower case; `shown` is the character that a reference means.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    shown: str = ""
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """The value of an attribute as it is written, and where it starts; quoted or not."""

    value: str
    start: int
    is_quoted: bool


def is_xhtml(text: str) -> bool:
    """Return whether a source is XHTML by its own declaration."""
    return _XHTML.match(text) is not None


def masked(text: str, *, xhtml: bool) -> str:
    """Return a source of the same length in which templates are U+FFFC.

    In XHTML, `<script/>` is empty; it gets a name that HTML does not read on from.
    """
    text = _TEMPLATE.sub(lambda found: OBJECT_REPLACEMENT * len(found[0]), text)
    return _EMPTY_RAW.sub(lambda found: "x" + found[0][1:], text) if xhtml else text


def tokens(text: str, *, xhtml: bool) -> Iterator[Token]:
    r"""Yield the tokens of a masked source, by the tokenizer of WHATWG; line ends are `\n`.

    A tag that the end of the file cuts off is no token.
    """
    from turbohtml import TokenType, tokenize  # noqa: PLC0415  (rarely needed)

    kinds = {
        TokenType.START_TAG: "start",
        TokenType.END_TAG: "end",
        TokenType.TEXT: "text",
        TokenType.CHARACTER_REFERENCE: "reference",
    }
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    found = tokenize(text, resolve_references=False, capture_source=True, capture_attributes=False)
    for each in found:
        start = lines[each.line - 1] + each.col
        kind = kinds.get(each.type, "other")
        shown = (each.data or "") if kind in {"text", "reference"} else ""
        end = start + len(shown if each.source is None else each.source)
        is_empty = xhtml and bool(each.self_closing)
        yield Token(kind, start, end, (each.tag or "").lower(), shown, is_empty)


def attributes(text: str, tag: Token) -> dict[str, Attribute]:
    """Return the attributes of a start tag by their names in lower case."""
    source = text[tag.start : tag.end - 1]
    name = _TAG_NAME.match(source)
    found: dict[str, Attribute] = {}
    for each in _ATTRIBUTE.finditer(source, name.end() if name else 0):
        group = next((kind for kind in ("double", "single", "bare") if each[kind]), None)
        value = Attribute("", tag.start + each.end(), is_quoted=False)
        if group:
            start = tag.start + each.start(group)
            value = Attribute(each[group], start, is_quoted=group != "bare")
        found.setdefault(each["name"].lower(), value)
    return found
