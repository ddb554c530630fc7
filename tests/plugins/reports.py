"""Reports of runs with plug-ins, and modules of plug-ins."""

import json
from collections.abc import Sequence
from typing import Any

from tests.plugins.conftest import Installed

CHECK = """
    from editkit.core.check import Check
    from editkit.core.rule import Rule
    from editkit.core.span import Span
    from editkit.core.taxonomy import Family, Severity

    class Found(Check):
        rule = Rule(
            id="{id}", family=Family.STYLE, summary="Any", rationale="Any.",
            category="style/organizational-style", severity=Severity.MINOR, examples=(),
        )

        def run(self, context):
            {run}
"""


def check(rule: str = "good-thing", run: str = "yield self.issue(Span(0, 2), 'Found.')") -> str:
    """Return a module with a check that does `run`."""
    return CHECK.format(id=rule, run=run)


def entry_points(group: str, **values: str) -> str:
    """Return a section of `entry_points.txt`; an underscore in a name becomes a hyphen."""
    rows = (f"{name.replace('_', '-')} = {value}\n" for name, value in values.items())
    return f"[editkit.{group}]\n{''.join(rows)}"


def lint_each(installed: Installed, *runs: Sequence[str]) -> list[dict[str, Any]]:
    """Return the JSON reports of runs that must not fail, one for each list of options."""
    engine = ("--engine", "none")
    commands = [
        ("lint", *(() if "--engine" in options else engine), "--format", "json", "a.txt", *options)
        for options in runs
    ]
    reports = []
    for ran in installed.run_each(*commands):
        assert ran.returncode in (0, 1), ran.stderr
        reports.append(json.loads(ran.stdout))
    return reports


def lint(installed: Installed, *options: str) -> dict[str, Any]:
    """Return the JSON report of a run that must not fail."""
    [report] = lint_each(installed, options)
    return report


def rules(report: dict[str, Any]) -> list[str]:
    """Return the rules of the issues, sorted."""
    return sorted(issue["rule"] for file in report["files"] for issue in file["issues"])


def messages(report: dict[str, Any]) -> list[str]:
    """Return the messages of the notices."""
    return [notice["message"] for notice in report["notices"]]
