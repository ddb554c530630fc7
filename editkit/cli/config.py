"""Command `editkit config`: shows which configuration is used."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from editkit.cli.parameters.help import HelpGroup
from editkit.core.errors import InputError
from editkit.report.terminal import to_one_line

if TYPE_CHECKING:
    from editkit.config.origins import ConfigurationReport

_GROUP_HELP = """\
Show settings and where they come from.
"""
_SHOW_HELP = """\
Show the settings of PATH [default: current folder].

Each setting has its value and the file or variable that sets it.

Exit status: 0, or 2 if the configuration is invalid.
"""


@click.group("config", cls=HelpGroup, help=_GROUP_HELP)
def command() -> None:
    """Do nothing; the subcommands do the work."""


@command.command("show", help=_SHOW_HELP)
@click.argument("path", default=".")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Output format [default: text].",
)
def show(path: str, output_format: str) -> None:
    """Run `editkit config show`."""
    from editkit.config.origins import report_configuration  # noqa: PLC0415  (help needs none)

    if not os.path.lexists(path):
        raise InputError("No such file.", uri=path)
    report = report_configuration(path if Path(path).is_dir() else str(Path(path).parent))
    if output_format == "json":
        click.echo(json.dumps(_json_report(report), ensure_ascii=False, indent=2).encode())
        return
    for line in _lines(report):
        click.echo(to_one_line(line))


def _lines(report: "ConfigurationReport") -> list[str]:
    none = f"none from here up to {report.searched_to}"
    lines = [f"configuration  {report.file or none}"]
    if report.user_file is not None:
        exists = "" if report.user_file.is_file() else " (does not exist)"
        lines.append(f"user's own     {report.user_file}{exists}")
    width = max(len(each.key) for each in report.settings)
    for each in report.settings:
        value = json.dumps(each.value, ensure_ascii=False)
        lines.append(f"{each.key:<{width}}  {value}  ({each.origin})")
    return lines + [f"notice: {notice}" for notice in report.notices]


def _json_report(report: "ConfigurationReport") -> dict[str, object]:
    return {
        "schema": "editkit.config/1",
        "folder": str(report.folder),
        "file": report.file and str(report.file),
        "searched_to": str(report.searched_to),
        "user_file": report.user_file and str(report.user_file),
        "settings": {
            each.key: {"value": each.value, "origin": each.origin} for each in report.settings
        },
        "notices": list(report.notices),
    }
