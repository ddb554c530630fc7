"""Suppression comments: finds `editkit-disable` and similar directives in a source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan

_HTML = lazy_pattern(r"<!--\s*editkit-([\w-]+)([^>]*?)-->")
_LINE = lazy_pattern(
    r"(?m)^[ \t]*(?:<!--\s*editkit-([\w-]+)([^>\r\n]*?)-->|#\s*editkit-([\w-]+)(.*?))[ \t]*\r?$"
)
_SAME_LINE = lazy_pattern(
    r"(?m)<!--\s*editkit-(disable-line)(?![\w-])([^>\r\n]*?)-->"
    r"|(?:^|(?<=[ \t]))#[ \t]*editkit-(disable-line)(?![\w-])([^\r\n]*)"
)
_CODE = lazy_pattern(
    r"(?m)^ {0,3}(```+|~~~+)[^\n]*\n(?:.*\n)*? {0,3}\1[`~]*[ \t]*\r?$"
    r"|(?<!`)(`+)(?!`)(?:.|\n(?![ \t]*\r?$))*?(?<!`)\2(?!`)"
)
"""A CommonMark fenced code block or code span; not those inside lists and block quotes."""
DISABLE_LINE = "disable-line"
"""The verb of directives about the line they are on."""
_NAME = lazy_pattern(r"[\w/.\-\[\]]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment `editkit-VERB NAMES`; `names` are rule ids, current or former, and families."""

    span: RawSpan
    verb: str
    names: tuple[str, ...]


def directives(raw: str, *, plain: bool) -> Iterator[Directive]:
    """Yield the directives of a source, in order.

    In plain text, a directive is a whole line: an HTML comment, or text after `#`. Only
    `editkit-disable-line` may follow other text. In other formats, a directive is an HTML
    comment outside code.
    """
    if "editkit-" not in raw:
        return
    if plain:
        whole = (found for found in _LINE.finditer(raw) if DISABLE_LINE not in found.groups())
        for found in merge(whole, _SAME_LINE.finditer(raw), key=re.Match.start):
            verb, names = found[1] or found[3], found[2] or found[4] or ""
            yield Directive(_trimmed_span(found), verb, _rules(names))
        return
    code = [RawSpan(*found.span()) for found in _CODE.finditer(raw)]
    for found in _HTML.finditer(raw):
        if not any(block.covers(RawSpan(*found.span())) for block in code):
            yield Directive(RawSpan(*found.span()), found[1], _rules(found[2]))


def _rules(names: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(names))


def _trimmed_span(found: re.Match[str]) -> RawSpan:
    shown = found[0]
    start = found.start() + len(shown) - len(shown.lstrip())
    return RawSpan(start, start + len(shown.strip()))
