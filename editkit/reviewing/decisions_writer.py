"""Writer of review decisions as JSON (schema editkit.decisions/2)."""

import json
from collections.abc import Iterable, Mapping

from editkit._version import __version__
from editkit.reviewing.decisions import (
    SCHEMA,
    DecidedEdit,
    Decision,
    Decisions,
    FileDecisions,
)

JsonObject = dict[str, object]
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def decisions_to_value(decisions: Decisions) -> JsonObject:
    """Return decisions as a JSON value that `parse_decisions` reads."""
    return {**_head_value(decisions), "files": [*map(_file_to_value, decisions.files)]}


def decisions_to_json(decisions: Decisions) -> str:
    """Return decisions as JSON text with one decision per line.

    `json.dumps(indent=…)` does not use the C encoder and is too slow for thousands of
    decisions.
    """
    files = ",\n".join(
        f"{_open_object(_file_head_value(file))}, "
        f'"decisions": [\n{_lines(map(_decision_to_value, file.decisions))}\n]}}'
        for file in decisions.files
    )
    return f'{_open_object(_head_value(decisions))}, "files": [\n{files}\n]}}\n'


def edits_to_value(edits: Iterable[DecidedEdit]) -> list[JsonObject]:
    """Return edits as a JSON value, in the form of the page and the decisions file."""
    return [
        {
            "start": edit.span.start,
            "end": edit.span.end,
            "before": edit.before,
            "replacement": edit.replacement,
        }
        for edit in edits
    ]


def _head_value(decisions: Decisions) -> JsonObject:
    """Return all of the decisions except those about files."""
    value: JsonObject = {"schema": SCHEMA, "tool": {"name": "editkit", "version": __version__}}
    if decisions.words:
        value["words"] = [*decisions.words]
    if decisions.glossary:
        value["glossary"] = [
            {"term": row.term, "source": row.source, "forbidden": [*row.forbidden]}
            for row in decisions.glossary
        ]
    if head := decisions.head.to_value():
        value["report"] = head
    return value


def _file_to_value(file: FileDecisions) -> JsonObject:
    return {**_file_head_value(file), "decisions": [*map(_decision_to_value, file.decisions)]}


def _file_head_value(file: FileDecisions) -> JsonObject:
    value: JsonObject = {"path": file.path, "part": file.part, "sha256": file.sha256}
    if file.encoding is not None:
        value["encoding"] = file.encoding
    if file.prose:
        value["prose"] = True
    if file.format is not None:
        value["format"] = file.format
    return value


def _decision_to_value(decision: Decision) -> JsonObject:
    value: JsonObject = {
        "edit": decision.edit_id,
        "rule": decision.rule,
        "fingerprint": decision.fingerprint,
        "state": decision.state.value,
        "edits": edits_to_value(decision.edits),
    }
    if decision.suppress:
        value["suppress"] = True
    if decision.text:
        value["text"] = decision.text
    if decision.details:
        value["details"] = decision.details.to_value()
    return value


def _open_object(value: Mapping[str, object]) -> str:
    """Return the JSON of a non-empty object without its closing brace."""
    return _ENCODE(value).removesuffix("}")


def _lines(values: Iterable[JsonObject]) -> str:
    return ",\n".join(map(_ENCODE, values))
