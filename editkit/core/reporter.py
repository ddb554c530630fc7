"""Base class of reporters, which render the results of `editkit lint`."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from editkit.core.result import FileResult


def ignore_failure(_: FileResult) -> None:
    """Do nothing with a file that cannot be reported."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a reporter needs to know of a run: editkit's version, and the user's preferences.

    With `quiet`, a report for people has only the files with issues. A reporter that cannot
    render one result may render it as that of a file that was not read instead; it calls
    `on_failure` with this result.
    """

    version: str
    color: bool = False
    quiet: bool = False
    on_failure: Callable[[FileResult], None] = ignore_failure


class Reporter(ABC):
    """A format of reports. It opens no files and prints nothing.

    `name` is its name on the command line. `for_people` declares that the report is read in
    a terminal, so that it is written in the terminal's encoding; others are UTF-8.
    `has_notices` declares that the report contains notices; otherwise, they are printed on
    standard error.
    """

    name: ClassVar[str]
    for_people: ClassVar[bool] = False
    has_notices: ClassVar[bool] = False

    @abstractmethod
    def render(self, results: Iterable[FileResult], options: ReportOptions) -> Iterator[str]:
        """Yield parts of the report as soon as the results they are about are available.

        Reads each result once, and keeps none of them.
        """
