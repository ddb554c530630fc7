"""Options for edits that are written as tracked changes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

from editkit.core.fix import DEFAULT_AUTHOR, Tracked

R = TypeVar("R")
_AUTHOR_OPTION = click.option(
    "--author",
    metavar="NAME",
    help=f"Author of the tracked changes [default: {DEFAULT_AUTHOR}].",
)
_OUTPUT_OPTION = click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    help="Page to write; - for standard output. With the suffix of an article whose format has "
    "tracked changes: the article, with the proposals as tracked changes.",
)
_TRACK_OPTION = click.option(
    "--track",
    is_flag=True,
    help="Write the edits as tracked changes, in formats that have them.",
)


def tracking_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add `--track` and `--author` to a command, as `tracked`; None without `--track`."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> R:  # noqa: ANN401  (passed on by click)
        is_tracked, author = options.pop("track"), options.pop("author")
        if author and not is_tracked:
            raise click.UsageError("--author goes with --track.")
        tracked = Tracked.now(author or DEFAULT_AUTHOR) if is_tracked else None
        return command(*args, **options, tracked=tracked)

    return _TRACK_OPTION(_AUTHOR_OPTION(wrapped))


@dataclass(frozen=True, slots=True)
class ReviewOutput:
    """The file that a review is written to, and the author of tracked changes in it."""

    path: str | None
    author: str | None

    def tracked(self) -> Tracked:
        """Return the author and time of tracked changes."""
        return Tracked.now(self.author or DEFAULT_AUTHOR)


def output_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add `-o` and `--author` to a command, as `output`."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> R:  # noqa: ANN401  (passed on by click)
        output = ReviewOutput(options.pop("path"), options.pop("author"))
        return command(*args, **options, output=output)

    return _OUTPUT_OPTION(_AUTHOR_OPTION(wrapped))
