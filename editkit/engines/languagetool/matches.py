"""Tells LanguageTool's answer about a text from what only looks like one."""

from typing import Any

Match = dict[str, Any]


def matches_in(answer: object, text: str) -> list[Match]:
    """Return the matches of an answer of `/v2/check` about `text`.

    Raises ValueError for whatever else an answer may be, and for matches that
    lack what we read of them or lie outside of the text, in UTF-16 units.
    """
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    match answer:
        case {"matches": [*matches]} if all(_is_match(each, units) for each in matches):
            return matches
    raise ValueError("no matches in the text")


def _is_match(match: object, units: int) -> bool:
    match match:
        case {
            "message": str(),
            "offset": int(offset),
            "length": int(length),
            "rule": {"id": str(), "issueType": str(), "category": {"id": str()}},
            **rest,
        }:
            return 0 <= offset <= offset + length <= units and _are_replacements(
                rest.get("replacements", [])
            )
    return False


def _are_replacements(replacements: object) -> bool:
    if not isinstance(replacements, list):
        return False
    return all(isinstance(r, dict) and isinstance(r.get("value"), str) for r in replacements)
