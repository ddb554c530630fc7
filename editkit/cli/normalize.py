"""Command `editkit normalize`."""

import click

from editkit.cli.correction import run_corrections, unsafe_option, write_option
from editkit.cli.parameters.help import HelpCommand
from editkit.cli.parameters.options import LintRequest, lint_options
from editkit.cli.parameters.tracking_options import tracking_options
from editkit.core.fix import Tracked
from editkit.fixing.fix_loop import FixPolicy

_HELP = """\
Apply safe glossary corrections: print a diff, or change the files with --write.

Requires a glossary, from --glossary or the configuration.

Exit status: 0 nothing to change or all changes written, 1 changes shown, 2 usage or
file error.
"""


@click.command("normalize", cls=HelpCommand, help=_HELP)
@lint_options
@write_option
@unsafe_option
@tracking_options
def command(request: LintRequest, *, write: bool, unsafe: bool, tracked: Tracked | None) -> int:
    """Run `editkit normalize` and return its exit code."""
    return run_corrections(
        request, FixPolicy(unsafe, terms_only=True), write=write, tracked=tracked
    )
