"""Options of `review --serve`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

R = TypeVar("R")
_SERVE_OPTIONS = (
    click.option(
        "--serve",
        is_flag=True,
        help="Serve the page on this machine and save every decision.",
    ),
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        metavar="N",
        help="Port to listen on [default: any free port].",
    ),
    click.option(
        "--decisions",
        metavar="FILE",
        help="File to save decisions in [default: editkit-decisions.json in --root].",
    ),
    click.option("--no-open", is_flag=True, help="Print the URL without opening a browser."),
)


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Options of the review server; `decisions` is None for the default file."""

    port: int
    decisions: str | None
    open_browser: bool


def serve_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the server's options to a command, as `serve_settings`; None without `--serve`."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> R:  # noqa: ANN401  (passed on by click)
        is_served, port = options.pop("serve"), options.pop("port")
        decisions, no_open = options.pop("decisions"), options.pop("no_open")
        if not is_served and (port is not None or decisions is not None or no_open):
            raise click.UsageError("--port, --decisions and --no-open need --serve.")
        settings = ServeOptions(port or 0, decisions, not no_open) if is_served else None
        return command(*args, **options, serve_settings=settings)

    for option in reversed(_SERVE_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
