"""Changelog: its newest release is the version of the package."""

import re
from pathlib import Path

from editkit import __version__

CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"


def test_the_newest_release_in_the_changelog_is_this_version() -> None:
    headings = re.findall(r"(?m)^## (.+)$", CHANGELOG.read_text(encoding="utf-8"))

    assert headings[0] == "Unreleased"
    assert re.fullmatch(rf"{re.escape(__version__)} - \d{{4}}-\d\d-\d\d", headings[1])
