"""Failures of a command: one sentence on standard error, an exit code, tracebacks on request."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from editkit.cli.streams import OutputError
from editkit.core.errors import EditkitError, describe
from editkit.report.terminal import to_one_line

EXIT_UNUSABLE_INPUT = 2
EXIT_FAULT = 3
EXIT_CLOSED_PIPE = 141
"""What a shell reports for a program that the signal SIGPIPE has ended."""


@contextmanager
def logged_tracebacks() -> Iterator[None]:
    """Print what `core.errors.log_failure` logs on standard error."""
    import logging  # noqa: PLC0415  (only for --debug)

    logger, handler = logging.getLogger("editkit"), logging.StreamHandler()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def report_failure(error: BaseException, *, is_debug: bool) -> int:
    """Print a sentence about the exception that ended a command, and return the exit code.

    Prints nothing if the reader of the output has closed it.
    """
    if isinstance(error, OutputError) and error.is_closed:
        return EXIT_CLOSED_PIPE
    if isinstance(error, EditkitError):
        return _print(str(error), EXIT_UNUSABLE_INPUT)
    if isinstance(error, OSError) and error.filename is not None:
        return _print(f"{error.filename}: {error.strerror}.", EXIT_UNUSABLE_INPUT)
    if isinstance(error, FileNotFoundError) and not _has_current_folder():
        return _print("The current folder no longer exists.", EXIT_UNUSABLE_INPUT)
    sentence = f"Internal error: {describe(error)}."
    return _print(
        f"{sentence} Please report it with the output {'above' if is_debug else 'of --debug'}.",
        EXIT_FAULT,
    )


def _has_current_folder() -> bool:
    try:
        os.getcwd()  # noqa: PTH109  (the call that fails)
    except OSError:
        return False
    return True


def _print(message: str, exit_code: int) -> int:
    sys.stderr.write(f"editkit: {to_one_line(message)}\n")
    return exit_code
