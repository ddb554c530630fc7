"""Notices on standard error, each printed once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from editkit.cli.progress import Progress
from editkit.core.result import FileResult, Notice
from editkit.report.terminal import to_one_line


def print_stderr(message: str) -> None:
    """Print a message on standard error, with control characters escaped."""
    click.echo(f"editkit: {to_one_line(message)}", err=True)


def recover_files(paths: Iterable[str | Path]) -> None:
    """Finish or undo what killed runs left in the folders of files, and say which.

    Waits for other runs there; raises InputError if they do not end soon.
    """
    from editkit.fixing.folder_lock import folders_locked  # noqa: PLC0415  (only commands that write)
    from editkit.fixing.recovery import recover  # noqa: PLC0415  (as above)

    files = tuple(paths)
    with folders_locked(files):
        recovered = recover(files)
    for each in recovered:
        print_stderr(f"{each.name}: {each.message}")


class NoticePrinter:
    """Prints the notices of results, each once; with `quiet`, only those of unreadable files."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._printed: set[Notice] = set()

    def track(self, results: Iterable[FileResult], bar: Progress) -> Iterator[FileResult]:
        """Yield results after counting them in the bar and printing their notices."""
        for result in results:
            bar.file_done()
            bar.wipe()
            self.print_notices(result)
            yield result

    def print_notices(self, result: FileResult) -> None:
        """Print the notices of a result that have not been printed yet."""
        about_file = (n for n in result.notices if result.package is None and n.uri == result.uri)
        self.print_all(about_file if self._quiet else result.notices, always=True)

    def print_all(self, notices: Iterable[Notice], *, always: bool = False) -> None:
        """Print notices that have not been printed yet; with `quiet`, only if `always`."""
        for notice in notices:
            if notice not in self._printed and (always or not self._quiet):
                self._printed.add(notice)
                prefix = f"{notice.uri}: " if notice.uri else ""
                print_stderr(f"{prefix}{notice.message}")
