"""Elements and data of a review page, parsed for tests."""

import json
from typing import Any

from lxml import html


def page_tree(page: str) -> html.HtmlElement:
    """Return the elements of a page."""
    return html.document_fromstring(page)


def page_files(page: str) -> list[dict[str, Any]]:
    """Return the documents in the data of a page's script, with their items."""
    [script] = page_tree(page).xpath("//script[@type='application/json']")
    files: list[dict[str, Any]] = json.loads(script.text)["files"]
    return files
