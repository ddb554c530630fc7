"""What makes a page safe to open: escaped JSON and a policy that allows its own parts only."""

import json
import re
from base64 import b64encode
from hashlib import sha256

_LOOSE = re.compile(r"(?<=[:;,{]) | (?=[{}])|;(?=\s*})|\n(?=})|(?<=[;{}])\n")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def as_json(value: object) -> str:
    """Return JSON that no HTML parser reads as anything but text."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def squeezed(code: str, *, style: bool = False) -> str:
    """Return a script or style without indentation, empty lines and lines of comment.

    A `style` is also without the spaces that part it for readers. In none of ours
    does a string reach over a line, or have one of these marks and a space in it.
    """
    lines = (line.strip() for line in code.split("\n"))
    kept = "\n".join(
        line for line in lines if line and not (line.startswith("/*") and line.endswith("*/"))
    )
    return _LOOSE.sub("", kept) if style else kept


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
