"""The comments in an article that speak to editkit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.span import RawSpan

_HTML = re.compile(r"<!--\s*editkit-([\w-]+)([^>]*?)-->")
_LINE = re.compile(
    r"(?m)^[ \t]*(?:<!--\s*editkit-([\w-]+)([^>\r\n]*?)-->|#\s*editkit-([\w-]+)(.*?))[ \t]*\r?$"
)
_CODE = re.compile(
    r"(?m)^ {0,3}(```+|~~~+)[^\n]*\n(?:.*\n)*? {0,3}\1[`~]*[ \t]*\r?$"
    r"|(?<!`)(`+)(?!`)(?:.|\n(?![ \t]*\r?$))*?(?<!`)\2(?!`)"
)
"""A fenced block or a code span, as CommonMark has them but for those inside lists and quotes."""
_NAME = re.compile(r"[\w/.\-\[\]]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment `editkit-VERB NAMES`, where it stands, and the rules and families it names."""

    span: RawSpan
    verb: str
    names: tuple[str, ...]


def directives(raw: str, *, plain: bool) -> Iterator[Directive]:
    """Yield the directives of a source, in order.

    In plain text they have a line of their own, as an HTML comment or after `#`;
    elsewhere they are HTML comments, and code that shows one is left alone.
    """
    if "editkit-" not in raw:
        return
    if plain:
        for found in _LINE.finditer(raw):
            verb, names = found[1] or found[3], found[2] or found[4] or ""
            yield Directive(_tight(found), verb, tuple(_NAME.findall(names)))
        return
    code = [RawSpan(*found.span()) for found in _CODE.finditer(raw)]
    for found in _HTML.finditer(raw):
        if not any(stretch.covers(RawSpan(*found.span())) for stretch in code):
            yield Directive(RawSpan(*found.span()), found[1], tuple(_NAME.findall(found[2])))


def _tight(found: re.Match[str]) -> RawSpan:
    shown = found[0]
    start = found.start() + len(shown) - len(shown.lstrip())
    return RawSpan(start, start + len(shown.strip()))
