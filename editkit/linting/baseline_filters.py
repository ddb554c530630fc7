"""Baseline filters: load the baselines that settings name, and leave out their issues."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from editkit.config import Settings
from editkit.config.project_files import nothing_quoted
from editkit.core.errors import InputError, single_file
from editkit.core.result import FileResult

if TYPE_CHECKING:
    from editkit.linting.contracts import LoadFilter, ResultFilter


def load_filters(
    used: Iterable[Settings], load: "LoadFilter | None"
) -> "dict[str | None, ResultFilter]":
    """Return a filter for each baseline that settings name.

    Raises InputError for a bad baseline, and ValueError if there is one but no `load`.
    """
    filters: dict[str | None, ResultFilter] = {}
    for settings in used:
        path = settings.baseline
        if path and path not in filters:
            if load is None:
                raise ValueError("settings name a baseline, but the session cannot read one")
            with nothing_quoted(settings, path):
                filters[path] = load(path)
    return filters


def filtered(known: "ResultFilter", settings: Settings, result: FileResult) -> FileResult:
    """Return a result without known issues; one that cannot be compared is unread."""
    try:
        with single_file(result.uri, "cannot be compared with the baseline"):
            return known.apply(settings, result)
    except InputError as error:
        return result.as_unread(error.message)
