"""What makes a page safe to open: all is escaped, and a policy allows its own parts only."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

_COMMENT = re.compile(r"/\*.*\*/|//.*")
_LOOSE_SCRIPT = re.compile(r"(?<=[;,{(\[])\n|\n(?=[)\]}.?:&|])")
_LOOSE_STYLE = re.compile(r"(?<=[:;,{]) | (?=[{}])|;(?=\s*})|\n(?=})|(?<=[;{}])\n")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def as_json(value: object) -> str:
    """Return JSON that no HTML parser reads as anything but text."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def template(text: str) -> "Template":
    """Return the template of a page, in which whatever is put there is escaped."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (start-up time)

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(text)


def squeezed(code: str, *, style: bool = False) -> str:
    """Return a script or style without what only readers need.

    That is indentation, empty lines, lines of comment and line ends where one
    cannot end a statement; and in a `style` the spaces around its marks. In none
    of ours does a string reach over a line, or have one of those marks and a
    space in it.
    """
    lines = (line.strip() for line in code.split("\n"))
    kept = "\n".join(line for line in lines if line and not _COMMENT.fullmatch(line))
    return (_LOOSE_STYLE if style else _LOOSE_SCRIPT).sub("", kept)


def policy(script: str, style: str, *, served: bool = False) -> str:
    """Return the Content-Security-Policy of a page that loads and sends nothing.

    A `served` one may ask the server it came from. Exactly this script and
    this style are run; JSON is data and needs no leave.
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
