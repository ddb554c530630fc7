"""The options of `review --serve`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

R = TypeVar("R")
_OPTIONS = (
    click.option(
        "--serve",
        is_flag=True,
        help="Serve the page on this machine; keep decisions as they are made.",
    ),
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        metavar="N",
        help="Port to serve at; any free one unless given.",
    ),
    click.option(
        "--decisions",
        metavar="FILE",
        help="Takes the decisions; editkit-decisions.json under --root unless given.",
    ),
    click.option("--no-open", is_flag=True, help="Open no browser, only print the address."),
)


@dataclass(frozen=True, slots=True)
class Serving:
    """How a page is served: `decisions` is the file that takes them, None for the usual one."""

    port: int
    decisions: str | None
    browser: bool


def serving_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the options of a server, which it receives as `serving`, None without."""

    @wraps(command)
    def wrapped(*args: Any, **given: Any) -> R:  # noqa: ANN401  (what click hands on)
        served, port = given.pop("serve"), given.pop("port")
        decisions, quiet = given.pop("decisions"), given.pop("no_open")
        if not served and (port is not None or decisions is not None or quiet):
            raise click.UsageError("--port, --decisions and --no-open go with --serve.")
        serving = Serving(port or 0, decisions, not quiet) if served else None
        return command(*args, **given, serving=serving)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
