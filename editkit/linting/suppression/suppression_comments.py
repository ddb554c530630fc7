"""Suppression comments: finds `editkit-disable` and similar directives in a source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import merge

from editkit.core.format import DirectiveSyntax
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import RawSpan

_HTML = lazy_pattern(r"<!--\s*editkit-([\w-]+)((?:[^<>]|<(?!!--))*?)-->")
_HTML_LINE = r"<!--\s*editkit-([\w-]+)((?:[^<>\r\n]|<(?!!--))*?)-->"
_HTML_SAME_LINE = r"<!--\s*editkit-(disable-line)(?![\w-])((?:[^<>\r\n]|<(?!!--))*?)-->"
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


def directives(raw: str, syntax: DirectiveSyntax) -> Iterator[Directive]:
    """Yield the directives of a source, in order, in the syntax of its format."""
    if "editkit-" not in raw:
        return
    lines, same_line = _line_patterns(syntax.line_marks, html=syntax.html and syntax.in_text)
    whole = (found for found in lines.finditer(raw) if DISABLE_LINE not in found.groups())
    matches = [whole, same_line.finditer(raw)]
    if syntax.html and not syntax.in_text:
        matches.append(_HTML.finditer(raw))
    code = [RawSpan(*found.span()) for found in _CODE.finditer(raw)] if syntax.code_spans else []
    for found in merge(*matches, key=re.Match.start):
        span = _trimmed_span(found)
        before = bisect_right(code, span.start, key=lambda block: block.start) - 1
        if before < 0 or not code[before].covers(span):
            verb, names = (group for group in found.groups() if group is not None)
            yield Directive(span, verb, _rules(names))


@cache
def _line_patterns(
    marks: tuple[str, ...], *, html: bool
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of directives that are lines, and of those that may follow a text."""
    mark = f"(?:{'|'.join(map(re.escape, marks))})" if marks else "(?!)"
    line = rf"{mark}\s*editkit-([\w-]+)(.*?)"
    same = rf"(?:^|(?<=[ \t])){mark}[ \t]*editkit-(disable-line)(?![\w-])([^\r\n]*)"
    if html:
        line, same = f"{_HTML_LINE}|{line}", f"{_HTML_SAME_LINE}|{same}"
    return re.compile(rf"(?m)^[ \t]*(?:{line})[ \t]*\r?$"), re.compile(f"(?m){same}")


def _rules(names: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(names))


def _trimmed_span(found: re.Match[str]) -> RawSpan:
    shown = found[0]
    start = found.start() + len(shown) - len(shown.lstrip())
    return RawSpan(start, start + len(shown.strip()))
