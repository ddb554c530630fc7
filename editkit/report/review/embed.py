"""What makes a page safe to open: escaped JSON and a policy that allows its own parts only."""

import json
import re
from base64 import b64encode
from hashlib import sha256

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def as_json(value: object) -> str:
    """Return JSON that no HTML parser reads as anything but text."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def policy(script: str, style: str) -> str:
    """Return the Content-Security-Policy of a page that loads and sends nothing.

    Exactly this script and this style are run; JSON is data and needs no leave.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
