"""Reporters: the output formats of `editkit lint`, by name."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from editkit.core import plugins
from editkit.core.errors import INTERRUPTIONS, EditkitError, describe
from editkit.core.reporter import Reporter, ReportOptions
from editkit.core.result import FileResult, Notice

_BUILTIN = {
    "text": ("editkit.report.text", "TextReporter"),
    "json": ("editkit.report.json", "JsonReporter"),
    "jsonl": ("editkit.report.json", "JsonLinesReporter"),
    "github": ("editkit.report.github", "GithubReporter"),
}


@cache
def _plugins() -> tuple[Mapping[str, plugins.Plugin], tuple[Notice, ...]]:
    return plugins.by_name(plugins.REPORTERS, _BUILTIN)


def reporter_names() -> tuple[str, ...]:
    """Return the names of all reporters, those of editkit first; imports none of them."""
    return (*_BUILTIN, *_plugins()[0])


def reporter(name: str) -> Reporter:
    """Return the reporter with a name.

    Raises PluginError if it is a plug-in that cannot be loaded, KeyError if there is none.
    """
    return plugins.instance_named(name, _BUILTIN, _plugins()[0], Reporter)


def render_report(
    chosen: Reporter, results: Iterable[FileResult], options: ReportOptions
) -> Iterator[str]:
    """Yield the report of a reporter, in pieces. Raises PluginError if a plug-in's fails."""
    plugin = _plugins()[0].get(chosen.name)
    if plugin is None:
        yield from chosen.render(results, options)
        return
    try:
        yield from map(_checked_piece, chosen.render(results, options))
    except (EditkitError, *INTERRUPTIONS):
        raise
    except BaseException as error:  # as in `Plugin.load`
        raise plugin.error(describe(error)) from error


def _checked_piece(piece: object) -> str:
    if not isinstance(piece, str):
        raise TypeError(f"a piece of the report is {type(piece).__name__}, not str")
    return piece


def plugin_notices() -> tuple[Notice, ...]:
    """Return a notice for each plug-in whose name cannot be used; loads none of them."""
    return _plugins()[1]
