"""Command `editkit normalize`."""

import click

from editkit.cli.correction import run_corrections, unsafe_option, write_option
from editkit.cli.parameters.options import LintRequest, lint_options
from editkit.cli.parameters.tracking_options import tracking_options
from editkit.core.fix import Tracked
from editkit.fixing.fix_loop import FixPolicy

_HELP = """\
Make the safe corrections of the glossary, as a unified diff.

The glossary is that of --glossary or of the configuration; one is needed.

Exits with 0 if there is nothing to change or all changes were written, 1 if
changes are shown, 2 if a file, option or setting cannot be used.
"""


@click.command("normalize", help=_HELP)
@lint_options
@write_option
@unsafe_option
@tracking_options
def command(request: LintRequest, *, write: bool, unsafe: bool, tracked: Tracked | None) -> int:
    """Run `editkit normalize` and return its exit code."""
    return run_corrections(
        request, FixPolicy(unsafe, terms_only=True), write=write, tracked=tracked
    )
