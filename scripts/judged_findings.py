"""Judged findings that are still made, for `measure_rules.py` and `measure_own_rules.py`."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from editkit import Linter
from editkit.core.result import FileResult
from editkit.core.taxonomy import Family


def judged_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of findings that a reader has judged.

    The rows have `file` (in the folder of `path`), `rule`, `text`, `verdict` and `fix_right`.
    """
    return [json.loads(line) for line in path.read_text(encoding="utf-8").strip().split("\n")]


def still_made(
    path: Path, rows: Collection[dict[str, Any]], engine: str
) -> Iterator[dict[str, Any]]:
    """Yield the rows whose findings are still made if their rules are selected."""
    files = dict.fromkeys(str(path.parent / row["file"]) for row in rows)
    rules = dict.fromkeys(row["rule"] for row in rows)
    made: dict[Path, set[tuple[str, str]]] = {}
    selected = (*(family.value for family in Family), *rules)
    with Linter(engine=engine, preview=True, min_severity="info", select=selected) as linter:
        for result in linter.lint_paths(list(files)):
            made[Path(result.uri)] = set(_findings(result))
    for row in rows:
        if (row["rule"], row["text"]) in made[path.parent / row["file"]]:
            yield row


def _findings(result: FileResult) -> Iterator[tuple[str, str]]:
    """Yield the rule and text of each finding, also of those that were merged or grouped."""
    for part in result.documents:
        for issue in (each.issue for placed in part.issues for each in placed.places):
            spans = [issue.span, *(place.span for place in issue.related if not place.uri)]
            spans += [edit.span for fix in issue.fixes[:1] for edit in fix.edits]
            for rule in (issue.rule, *(origin.rule for origin in issue.also)):
                yield from ((rule, span.of(part.document.text)) for span in spans)
