"""Elements and data of a review page, parsed for tests."""

import json
from typing import Any

from lxml import html


def page_tree(page: str) -> html.HtmlElement:
    """Return the elements of a page."""
    return html.document_fromstring(page)


def page_files(page: str) -> list[dict[str, Any]]:
    """Return the documents in the data of a page's script, with their items unpacked."""
    [script] = page_tree(page).xpath("//script[@type='application/json']")
    facts = json.loads(script.text)
    files: list[dict[str, Any]] = facts["files"]
    for file in files:
        file["items"] = [_unpacked(item, facts["issues"], file["raw"]) for item in file["items"]]
    return files


def _unpacked(item: dict[str, Any], issues: list[dict[str, Any]], raw: str) -> dict[str, Any]:
    start, end = item["start"], item["end"]
    shared: dict[str, Any] = issues[item["of"]]
    choices = [
        choice
        | {
            "edits": [
                {"start": at, "end": to, "before": raw[at:to], "replacement": text}
                for at, to, text in edits
            ]
        }
        for choice, edits in zip(shared["choices"], item["edits"], strict=True)
    ]
    found = {"id": item["fingerprint"][:16], "found": raw[start:end], "choices": choices}
    return shared | item | found | ({"id": item["id"]} if "id" in item else {})
