"""Documents of the project, linted with editkit: they have no issues."""

from pathlib import Path

import pytest

from editkit import Linter

ROOT = Path(__file__).parents[2]
QUOTING = ("evaluation", "packs", "reports", "zh")
"""Folders of `docs` whose tables quote wrong phrases, or that are in Chinese."""


def documents() -> list[Path]:
    pages = (ROOT / "docs").rglob("*.md")
    return [
        *sorted(ROOT.glob("*.md")),
        *sorted(page for page in pages if page.parent.name not in QUOTING),
    ]


@pytest.mark.live
def test_they_have_no_issues() -> None:
    with Linter(engine="none") as linter:
        results = list(linter.lint_paths(documents()))

    assert len(results) > 150
    assert [
        f"{result.uri}:{issue.location.line}: {issue.issue.message}"
        for result in results
        for issue in result.issues
    ] == []
