"""Decisions file for kill_tests.py: an edit, a suppression, a word and a row."""

import json
from hashlib import sha256
from pathlib import Path


def put_decisions(folder: Path) -> None:
    """Write decisions about all articles in a folder, and a word list."""
    files = []
    for number in range(len(list(folder.glob("a*.txt")))):
        raw = (folder / f"a{number:02}.txt").read_text()
        at = raw.index("at at")
        edit = {"start": at, "end": at + 5, "before": "at at", "replacement": "at"}
        made = {"rule": "repeated-word", "state": "accepted", "edits": [edit]}
        rejected = {"rule": "r", "state": "rejected", "edits": [], "suppress": True, "text": "x"}
        decisions = [
            {"edit": f"{number}-{kind['state']}", "fingerprint": f"f{number}", **kind}
            for kind in (made, rejected)
        ]
        digest = sha256(raw.encode()).hexdigest()
        files.append({"path": f"a{number:02}.txt", "sha256": digest, "decisions": decisions})
    document = {
        "schema": "editkit.decisions/1",
        "tool": {"name": "editkit", "version": "0"},
        "files": files,
        "words": ["Zorbex"],
        "glossary": [{"term": "quay", "source": None, "forbidden": []}],
    }
    (folder / "decisions.json").write_text(json.dumps(document))
    (folder / "words.txt").write_text("ours\n")
