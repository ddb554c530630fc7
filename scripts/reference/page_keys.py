"""Reference of the review page: its keys, from the script of the page."""

import re
from collections.abc import Iterator
from pathlib import Path

import editkit
from scripts.reference.tables import table

SCRIPT = Path(editkit.__file__).parent / "reviewing" / "page" / "js" / "keys.js"
_KEY = re.compile(r'(?m)^\t(?:"(?P<sign>.)"|(?P<letter>\w)): \["(?P<meaning>[^"]+)"')


def page_keys_block() -> Iterator[str]:
    """Yield a table of the keys."""
    found = list(_KEY.finditer(SCRIPT.read_text(encoding="utf-8")))
    rows = [(f"`{key['sign'] or key['letter']}`", _sentence(key["meaning"])) for key in found]
    yield from table(("key", "does"), [*rows, ("`1` … `9`", "Choose a proposal")])


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
