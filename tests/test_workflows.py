"""The workflow of GitHub Actions: valid by its schema, with the systems that the manual names."""

import subprocess
import sys
from pathlib import Path

import pytest

WORKFLOW = Path(__file__).parents[1] / ".github" / "workflows" / "ci.yml"


@pytest.mark.live
def test_the_workflow_is_valid() -> None:
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema")

    subprocess.run([*command, "vendor.github-workflows", WORKFLOW], check=True)


def test_the_tests_run_on_all_systems() -> None:
    workflow = WORKFLOW.read_text(encoding="utf-8")

    assert "os: [ubuntu-latest, macos-latest, windows-latest]" in workflow
    assert 'python: ["3.11", "3.12", "3.13", "3.14"]' in workflow
    assert "bash .ci/run" in workflow
