"""The setting that makes values of front matter prose."""

import json
from pathlib import Path

from tests.cli.conftest import Editkit


def test_a_setting_names_the_keys(editkit: Editkit, tmp_path: Path) -> None:
    text = "---\ntitle: The float boat\nslug: float boat\n---\nA float boat.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    options = ("-g", "glossary.csv", "--engine", "none")

    def count() -> int:
        report = json.loads(editkit("lint", "a.md", *options, "--format", "json").out)
        return len(report["files"][0]["issues"])

    assert count() == 1
    (tmp_path / "editkit.toml").write_text('front-matter = ["title"]\n', encoding="utf-8")
    assert count() == 2
    assert editkit("fix", "a.md", *options, "--write").code == 0
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == (
        "---\ntitle: The ferry\nslug: float boat\n---\nA ferry.\n"
    )
    (tmp_path / "editkit.toml").write_text('front-matter = ["a b"]\n', encoding="utf-8")
    refused = editkit("lint", "a.md")
    assert (refused.code, refused.err.startswith("editkit: editkit.toml:1: front-matter")) == (
        2,
        True,
    )
