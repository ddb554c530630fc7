"""Files of GitHub: valid by their schemas, and the systems that the workflow tests on."""

import subprocess
import sys
from pathlib import Path

import pytest

GITHUB = Path(__file__).parents[1] / ".github"
WORKFLOW = GITHUB / "workflows" / "ci.yml"
TEMPLATES = GITHUB / "ISSUE_TEMPLATE"
FORMS = sorted({*TEMPLATES.glob("*.yml")} - {TEMPLATES / "config.yml"})


@pytest.mark.live
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", [WORKFLOW]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [TEMPLATES / "config.yml"]),
    ],
)
def test_the_files_of_github_are_valid(schema: str, files: list[Path]) -> None:
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema")

    subprocess.run([*command, schema, *files], check=True)


def test_the_tests_run_on_all_systems() -> None:
    workflow = WORKFLOW.read_text(encoding="utf-8")

    assert "os: [ubuntu-latest, macos-latest, windows-latest]" in workflow
    assert 'python: ["3.11", "3.12", "3.13", "3.14"]' in workflow
    assert "bash .ci/run" in workflow
