"""Validation of LanguageTool's `/v2/check` responses."""

from typing import Any

Match = dict[str, Any]


def parse_matches(response: object, text: str) -> list[Match]:
    """Return the matches in a `/v2/check` response about `text`.

    Raises ValueError for any other response, and for a match with a missing key or a
    position, in UTF-16 code units, outside the text.
    """
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    match response:
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
