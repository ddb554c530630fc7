"""editkit normalize."""

from dataclasses import replace

import click

from editkit.cli.correcting import corrections, unsafe_option, write_option
from editkit.cli.options import Asked, linting
from editkit.config import Settings
from editkit.core.taxonomy import Family
from editkit.pipeline.correct import Trust


@click.command("normalize")
@linting
@write_option
@unsafe_option
def command(asked: Asked, *, write: bool, unsafe: bool) -> int:
    """Make the glossary's corrections: the safe ones, as a unified diff.

    Exits with 0 where nothing is to change or everything was written, 1 where
    changes are shown, 2 where a file, option or setting cannot be used.
    """
    return corrections(asked, Trust(unsafe, Family.TERM), write=write, narrowed=_to_terms)


def _to_terms(settings: Settings) -> Settings:
    """Leave of what is selected what concerns terms: families of others are not looked for."""
    families = {family.value for family in Family}
    rules = tuple(name for name in settings.select if name not in families)
    selected = (
        rules if rules and Family.TERM.value not in settings.select else (Family.TERM.value,)
    )
    return replace(settings, select=selected, engine="none")
