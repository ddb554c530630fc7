"""Generated reference: commands, configuration keys, options of rules, and the Python API."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from scripts.reference.api import api_block
from scripts.reference.commands import commands_block
from scripts.reference.configuration import keys_block, rule_options_block
from scripts.reference.page_keys import page_keys_block

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = DOCS / "reference"
BLOCKS: Mapping[str, Callable[[], Iterable[str]]] = {
    "api": api_block,
    "commands": commands_block,
    "keys": keys_block,
    "page-keys": page_keys_block,
    "rule-options": rule_options_block,
}
"""The lines of each generated part of a page."""
_BLOCK = re.compile(
    r"(?s)(?P<begin><!-- begin (?P<name>[\w-]+): [^>]*-->\n).*?(?P<end><!-- end (?P=name) -->)"
)


def block_names(page: str) -> list[str]:
    """Return the names of the generated parts of a page."""
    return [found["name"] for found in _BLOCK.finditer(page)]


def updated(page: str) -> str:
    """Return a page with its generated parts as the code has them now."""

    def replaced(found: re.Match[str]) -> str:
        body = "\n".join(BLOCKS[found["name"]]())
        return f"{found['begin']}\n{body.strip()}\n\n{found['end']}"

    return _BLOCK.sub(replaced, page)
