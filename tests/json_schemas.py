"""JSON schemas of the documentation, for values that editkit writes."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parents[1] / "docs" / "reference" / "schemas"


def schema_faults(name: str, value: object) -> list[str]:
    """Return what a value has that the schema `name` does not allow, or does not document."""
    return sorted(
        f"{error.json_path}: {error.message}" for error in _closed(name).iter_errors(value)
    )


def read_schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def _closed(name: str) -> Draft202012Validator:
    """Return a validator that refuses keys which the schema does not name."""
    return Draft202012Validator(_without_other_keys(read_schema(name)))


def _without_other_keys(node: Any) -> Any:  # noqa: ANN401  (JSON)
    if isinstance(node, list):
        return [_without_other_keys(each) for each in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _without_other_keys(each) for key, each in node.items()}
    return {"additionalProperties": False, **closed} if "properties" in node else closed
