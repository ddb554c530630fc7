"""Command `editkit fix`."""

import click

from editkit.cli.correction import run_corrections, unsafe_option, write_option
from editkit.cli.parameters.help import HelpCommand
from editkit.cli.parameters.options import LintRequest, lint_options
from editkit.cli.parameters.tracking_options import tracking_options
from editkit.core.fix import Tracked
from editkit.fixing.fix_loop import FixPolicy

_HELP = """\
Apply all safe fixes: print a diff, or change the files with --write.

Exit status: 0 nothing to change or all changes written, 1 changes shown, 2 usage or
file error.
"""


@click.command("fix", cls=HelpCommand, help=_HELP)
@lint_options
@write_option
@unsafe_option
@tracking_options
def command(request: LintRequest, *, write: bool, unsafe: bool, tracked: Tracked | None) -> int:
    """Run `editkit fix` and return its exit code."""
    return run_corrections(request, FixPolicy(unsafe), write=write, tracked=tracked)
