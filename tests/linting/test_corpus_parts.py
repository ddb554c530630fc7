"""Parts of files that are compared with each other in one run."""

import json

import pytest

from editkit.config import Settings
from editkit.core.result import FileResult
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.report.json import render
from tests.two_parts import SEPARATOR

pytestmark = pytest.mark.usefixtures("two_parts")


def lint_together(**texts: str) -> list[FileResult]:
    settings = Settings(select=("inconsistent-variant",), engine="none")
    files = [(settings, SourceFile(f"{name}.two", data=texts[name].encode())) for name in texts]
    with Session() as session:
        return list(session.run(files, together=True))


def flagged(result: FileResult) -> dict[str | None, list[str]]:
    return {
        part.document.part: [each.location.span.of(part.document.raw) for each in part.issues]
        for part in result.documents
    }


def test_a_related_place_names_its_part_and_line() -> None:
    first, second = lint_together(
        a=f"An Off Track lost.\n{SEPARATOR}\nThe Off-Track won.\n",
        b=f"A tram.\n{SEPARATOR}\n\nOn foot,\nthe Off-Track won.\n",
    )

    assert flagged(first) == {"body": ["Off Track"], "notes": []}
    assert flagged(second) == {"body": [], "notes": []}
    [placed] = first.issues
    places = [
        (r.uri, r.part, p.line, p.column)
        for r, p in zip(placed.issue.related, placed.related, strict=True)
    ]
    assert places == [("a.two", "notes", 2, 5), ("b.two", "notes", 4, 5)]
    report = json.loads("".join(render([first], version="0")))
    related = report["files"][0]["issues"][0]["related"]
    assert [(each["path"], each["part"]) for each in related] == [
        ("a.two", "notes"),
        ("b.two", "notes"),
    ]


def test_a_variant_in_another_part_is_not_flagged_at_the_same_offsets() -> None:
    text = f"The Off-Track won. An Off-Track left.\n{SEPARATOR}Nothing here. The Off Track won.\n"

    [result] = lint_together(a=text)

    assert flagged(result) == {"body": [], "notes": ["Off Track"]}
