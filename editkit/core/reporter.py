"""Base class of reporters, which render the results of `editkit lint`."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from editkit.core.result import FileResult


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a reporter needs to know of a run: editkit's version, and the user's preferences.

    With `quiet`, a report for people has only the files with issues.
    """

    version: str
    color: bool = False
    quiet: bool = False


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
