"""Safe embedding of scripts, styles and data in a page: escaping, minifying, content policy."""

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from editkit.core.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from jinja2 import Template

_COMMENT = lazy_pattern(r"/\*.*\*/")
_STYLE_BLANKS = lazy_pattern(r"(?<=[:;,{>]) | (?=[{}>!])|;(?=\s*})|\n(?=})|(?<=[;{}])\n")
_QUOTED_VALUE = lazy_pattern(r'="([a-z][a-z-]*)"\]')
_UNSAFE_CHARACTERS = lazy_pattern("[<>&\u2028\u2029\ud800-\udfff]")


def to_safe_json(value: object) -> str:
    """Return JSON that is safe inside an HTML `script` element."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_CHARACTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def compile_template(text: str) -> "Template":
    """Return a Jinja template with automatic escaping."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (start-up time)

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(text)


def minify_style(code: str) -> str:
    """Return a style sheet without comment lines, blanks around punctuation and needless quotes.

    Strings must not span lines or contain spaces next to such punctuation.
    """
    lines = (line.strip() for line in code.split("\n"))
    joined = "\n".join(line for line in lines if line and not _COMMENT.fullmatch(line))
    return _QUOTED_VALUE.sub(r"=\1]", _STYLE_BLANKS.sub("", joined))


def report_style() -> str:
    """Return the style of a change report, on the review page and on a page of its own."""
    return minify_style(files(__package__).joinpath("report.css").read_text("utf-8"))


def content_security_policy(script: str, style: str, *, served: bool = False) -> str:
    """Return the Content-Security-Policy of a page that loads and sends nothing.

    Allows exactly this script and this style; JSON is data and needs no permission. A
    `served` page may send requests to its own server.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            f"connect-src '{'self' if served else 'none'}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
