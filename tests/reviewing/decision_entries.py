"""Decisions as JSON values, and articles for them."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from editkit.reviewing.plan import FilePlan

RAW = "One tram, two trams.\nThree trams.\n"


Edit = dict[str, object]


def edit(raw: str, before: str, after: str, start: int | None = None) -> Edit:
    at = raw.index(before) if start is None else start
    return {"start": at, "end": at + len(before), "before": before, "replacement": after}


def decision(*edits: Edit, state: str = "accepted", name: str = "E1") -> dict[str, object]:
    return {
        "edit": name,
        "rule": "some-rule",
        "fingerprint": "f",
        "state": state,
        "edits": list(edits),
    }


def entry(path: str, data: bytes, *decisions: dict[str, object]) -> dict[str, object]:
    digest = sha256(data).hexdigest()
    return {"path": path, "part": None, "sha256": digest, "decisions": list(decisions)}


def report(*files: dict[str, object]) -> dict[str, Any]:
    tool = {"name": "editkit", "version": "0"}
    return {"schema": "editkit.decisions/2", "tool": tool, "files": list(files)}


Apply = Callable[..., list[FilePlan]]


def put(root: Path, name: str, raw: str | bytes) -> bytes:
    data = raw.encode() if isinstance(raw, str) else raw
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data)
    return data
