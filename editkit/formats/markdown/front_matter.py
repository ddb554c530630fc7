"""Front matter of a Markdown source: YAML, TOML or JSON before the text."""

import json
import re
from collections.abc import Iterator

from editkit.core.lazy_pattern import lazy_pattern

_YAML_OR_TOML = lazy_pattern(
    r"(---|\+\+\+)[ \t]*\n(?![ \t]*\n)(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)"
)
_JSON_START = lazy_pattern(r"\{\s*(?:\"|\}[ \t]*\n)")
_REST_OF_LINE = lazy_pattern(r"[ \t]*(?:\n|\Z)")


def front_matter_end(text: str) -> int:
    r"""Return the end of the front matter of a text whose lines end with `\n`; 0 without any."""
    if found := _YAML_OR_TOML.match(text):
        return found.end()
    if not _JSON_START.match(text):
        return 0
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return 0
    rest = _REST_OF_LINE.match(text, end)
    return rest.end() if rest else 0


_KEY = r"(?P<key>[A-Za-z_][\w-]*)"
_YAML_VALUE = lazy_pattern(
    rf"^{_KEY}:[ \t]+(?:(?:\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'"
    r"|(?P<plain>[^\s\[\]{}&*!|>'\"%@`#,?:-](?:(?!:[ \t\n]|[ \t]#)[^\n])*?))[ \t]*$"
    r"|[>|][+-]?[ \t]*\n(?P<block>(?:(?:[ \t]+[^\n]*|)\n)+?)(?=[^ \t\n]))",
    re.MULTILINE,
)
_TOML_VALUE = lazy_pattern(
    rf"^{_KEY}[ \t]*=[ \t]*(?:\"(?P<double>[^\"\\\n]*)\"(?!\")|'(?P<single>[^'\n]*)'(?!'))[ \t]*$",
    re.MULTILINE,
)
_JSON_VALUE = lazy_pattern(
    rf"^[ \t{{]*\"{_KEY}\"[ \t]*:[ \t]*\"(?P<double>[^\"\\\n]*)\"[ \t]*[,}}]?[ \t}}]*$",
    re.MULTILINE,
)
_VALUES = {"---": _YAML_VALUE, "+++": _TOML_VALUE}
_LINE = lazy_pattern(r"[^\s][^\n]*?(?=[ \t]*$)", re.MULTILINE)


def prose_values(front_matter: str, keys: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the values of top-level keys, each with its key and range.

    A block of YAML is yielded line by line. Values with escapes are left out.
    """
    is_toml_table = front_matter.startswith("+++") and re.search(r"(?m)^\[", front_matter)
    end = is_toml_table.start() if is_toml_table else len(front_matter)
    pattern = _VALUES.get(front_matter[:3], _JSON_VALUE)
    for found in pattern.finditer(front_matter, 0, end):
        kind = found.lastgroup
        if found["key"] not in keys or kind is None or kind == "key":
            continue
        if pattern is _JSON_VALUE and _depth(front_matter[: found.start("key")]) != 1:
            continue
        start, last = found.span(kind)
        if kind != "block":
            if start < last:
                yield found["key"], start, last
            continue
        for line in _LINE.finditer(front_matter, start, last):
            yield found["key"], line.start(), line.end()


def _depth(json_text: str) -> int:
    """Return how many objects are open at the end of a text; strings may not have braces."""
    return json_text.count("{") - json_text.count("}")


def without_prose(front_matter: str, keys: frozenset[str]) -> str:
    """Return front matter without the values that are prose."""
    pieces: list[str] = []
    at = 0
    for _, start, end in prose_values(front_matter, keys):
        pieces.append(front_matter[at:start])
        at = end
    return "\0".join((*pieces, front_matter[at:]))
