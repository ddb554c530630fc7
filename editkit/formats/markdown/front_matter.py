"""Front matter of a Markdown source: YAML, TOML or JSON before the text."""

import json

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
