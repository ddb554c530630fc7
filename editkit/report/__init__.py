"""Reporters: the output formats of `editkit lint`, by name."""

from functools import cache
from importlib import import_module

from editkit.core import plugins
from editkit.core.reporter import Reporter
from editkit.core.result import Notice

_BUILTIN = {
    "text": ("editkit.report.text", "TextReporter"),
    "json": ("editkit.report.json", "JsonReporter"),
    "jsonl": ("editkit.report.json", "JsonLinesReporter"),
    "github": ("editkit.report.github", "GithubReporter"),
}


@cache
def _plugins() -> tuple[dict[str, plugins.Plugin], tuple[Notice, ...]]:
    found, notices = plugins.by_name(plugins.REPORTERS, _BUILTIN)
    return dict(found), notices


def reporter_names() -> tuple[str, ...]:
    """Return the names of all reporters, those of editkit first; imports none of them."""
    return (*_BUILTIN, *_plugins()[0])


def reporter(name: str) -> Reporter:
    """Return the reporter with a name.

    Raises PluginError if it is a plug-in that cannot be loaded, KeyError if there is none.
    """
    if name in _BUILTIN:
        module, attribute = _BUILTIN[name]
        builtin: Reporter = getattr(import_module(module), attribute)()
        return builtin
    return plugins.load_instance(_plugins()[0][name], Reporter)


def plugin_notices() -> tuple[Notice, ...]:
    """Return a notice for each plug-in whose name cannot be used; loads none of them."""
    return _plugins()[1]
