"""Notices on the standard error, each of them once."""

import click

from editkit.core.result import FileResult, Notice
from editkit.text.terminal import one_line


def complain(message: str) -> None:
    """Print a sentence on the standard error, whatever characters it quotes."""
    click.echo(f"editkit: {one_line(message)}", err=True)


class Told:
    """Says what a run has to say beside its outcome; `quiet`, only which files were not read."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._told: set[Notice] = set()

    def tell(self, result: FileResult) -> None:
        """Print the notices of a result that were not printed before."""
        for notice in result.notices:
            about_the_file = result.package is None and notice.uri == result.uri
            hushed = self._quiet and not about_the_file
            if notice not in self._told and not hushed:
                self._told.add(notice)
                where = f"{notice.uri}: " if notice.uri else ""
                complain(f"{where}{notice.message}")
