"""editkit normalize."""

import click

from editkit.cli.correction import corrections, unsafe_option, write_option
from editkit.cli.options import Asked, linting
from editkit.fixing.fix_loop import Trust


@click.command("normalize")
@linting
@write_option
@unsafe_option
def command(asked: Asked, *, write: bool, unsafe: bool) -> int:
    """Make the glossary's corrections: the safe ones, as a unified diff.

    Exits with 0 where nothing is to change or everything was written, 1 where
    changes are shown, 2 where a file, option or setting cannot be used.
    """
    return corrections(asked, Trust(unsafe, terms=True), write=write)
