"""Rendering of a page although one of its files cannot be shown."""

from collections.abc import Callable, Sequence

from editkit.core.errors import INTERRUPTIONS, EditkitError, InputError, single_file
from editkit.core.result import FileResult

Render = Callable[[Sequence[FileResult]], str]


def render_page(results: Sequence[FileResult], render: Render) -> tuple[str, list[FileResult]]:
    """Return the page that `render` makes of results, and the results that are on it.

    If `render` fails, each result that it cannot render by itself is replaced by that of a
    file that was not read. Raises the error again if there is none.
    """
    try:
        return render(results), list(results)
    except (EditkitError, *INTERRUPTIONS):
        raise
    except BaseException:
        shown = [_replaced_unless(result, render) for result in results]
        if shown == list(results):
            raise
    return render(shown), shown


def _replaced_unless(result: FileResult, render: Render) -> FileResult:
    """Return a result, or that of an unread file unless `render` can render it."""
    try:
        with single_file(result.uri, "cannot be shown"):
            render([result])
    except InputError as error:
        return result.as_unread(error.message)
    return result
