"""Data of items for the page's script; what several issues have in common is stored once."""

import json

from editkit.core.result import PlacedIssue
from editkit.core.taxonomy import Status
from editkit.reviewing.page.model import ID_LENGTH, Item, sorted_splices


class SharedIssues:
    """The facts that issues have in common; items refer to them by number.

    A page of 20,000 edits repeats few messages and proposals.
    """

    def __init__(self) -> None:
        self.values: list[dict[str, object]] = []
        self._numbers: dict[str, int] = {}

    def item_value(self, item: Item) -> dict[str, object]:
        """Return an item as a JSON value, without what the script finds in the source.

        `of` is the number of its shared facts. The texts of its range and edits are left out,
        `id` if it is the start of the fingerprint, and `pieces` if they are its range.
        """
        issue, span = item.placed.issue, item.placed.location.span
        related = _related(item.placed)
        return {
            "of": self._number(item),
            "fingerprint": issue.fingerprint,
            "line": item.placed.location.line,
            "start": span.start,
            "end": span.end,
            "edits": [
                [[edit.span.start, edit.span.end, edit.text] for edit in sorted_splices(choice)]
                for choice in item.choices
            ],
            **({} if item.id == issue.fingerprint[:ID_LENGTH] else {"id": item.id}),
            **(
                {}
                if item.pieces == (span,)
                else {"pieces": [[p.start, p.end] for p in item.pieces]}
            ),
            **({"related": related} if related else {}),
        }

    def _number(self, item: Item) -> int:
        value = _shared(item)
        key = json.dumps(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value)
        return self._numbers[key]


def _shared(item: Item) -> dict[str, object]:
    issue = item.placed.issue
    return {
        "rule": issue.rule,
        "family": issue.family.value,
        "severity": issue.severity.value,
        "confidence": issue.confidence.value,
        "experimental": issue.status is Status.PREVIEW,
        "message": issue.message,
        "also": [origin.rule for origin in issue.also],
        "concept": _concept(item.placed),
        "choices": [
            {"title": choice.title, "safety": choice.safety.value} for choice in item.choices
        ],
    }


def _concept(placed: PlacedIssue) -> dict[str, str | None] | None:
    concept = placed.issue.concept
    if concept is None:
        return None
    return {"term": concept.term, "source": concept.source, "note": concept.note}


def _related(placed: PlacedIssue) -> list[dict[str, object]]:
    return [
        {
            "line": None if about.uri else place.line,
            "start": place.span.start,
            "end": place.span.end,
            "path": about.uri,
            "part": about.part,
            "message": about.message,
        }
        for about, place in zip(placed.issue.related, placed.related, strict=True)
    ]
