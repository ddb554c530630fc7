"""Notices on the standard error, each of them once."""

from collections.abc import Iterable, Iterator

import click

from editkit.cli.progress import Progress
from editkit.core.result import FileResult, Notice
from editkit.report.terminal import one_line


def complain(message: str) -> None:
    """Print a sentence on the standard error, whatever characters it quotes."""
    click.echo(f"editkit: {one_line(message)}", err=True)


class Told:
    """Says what a run has to say beside its outcome; `quiet`, only which files were not read."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._told: set[Notice] = set()

    def each(self, results: Iterable[FileResult], bar: Progress) -> Iterator[FileResult]:
        """Yield results, each once the bar has counted it and its notices are printed."""
        for result in results:
            bar.file_done()
            bar.wipe()
            self.tell(result)
            yield result

    def tell(self, result: FileResult) -> None:
        """Print the notices of a result that were not printed before."""
        for notice in result.notices:
            about_the_file = result.package is None and notice.uri == result.uri
            hushed = self._quiet and not about_the_file
            if notice not in self._told and not hushed:
                self._told.add(notice)
                where = f"{notice.uri}: " if notice.uri else ""
                complain(f"{where}{notice.message}")
