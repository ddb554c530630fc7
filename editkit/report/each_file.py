"""Rendering of results one by one: a file that cannot be rendered is reported as not read."""

from collections.abc import Callable
from typing import TypeVar

from editkit.core.errors import InputError, single_file
from editkit.core.result import FileResult

Rendered = TypeVar("Rendered")


def render_file(
    result: FileResult,
    render: Callable[[FileResult], Rendered],
    on_failure: Callable[[FileResult], None],
) -> tuple[FileResult, Rendered]:
    """Return a result with its part of a report.

    If `render` fails, calls `on_failure` with the result of the file as one that was not
    read, and returns that one with its part.
    """
    try:
        with single_file(result.uri, "cannot be reported"):
            return result, render(result)
    except InputError as error:
        unread = result.as_unread(error.message)
        on_failure(unread)
        return unread, render(unread)
