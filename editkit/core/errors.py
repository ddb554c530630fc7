"""Exceptions that editkit raises on purpose, and the handling of unexpected ones."""

from collections.abc import Iterator
from contextlib import contextmanager

INTERRUPTIONS = (KeyboardInterrupt, SystemExit, GeneratorExit)
"""Exceptions that must end a run; any other exception ends only the work on one file.

Catch these first, then `BaseException`: a panic in a Rust extension reaches Python as
pyo3's PanicException, which is not a subclass of `Exception`.
"""


class EditkitError(Exception):
    """Base class of all errors that editkit raises on purpose."""


class InputError(EditkitError):
    """An unusable file, option or setting; `str()` is one clear sentence.

    `uri` is the file as the user named it, `line` a 1-based line number.
    """

    def __init__(self, message: str, *, uri: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.uri, self.line = message, uri, line

    def __str__(self) -> str:
        location = [str(part) for part in (self.uri, self.line) if part is not None]
        return f"{':'.join(location)}: {self.message}" if location else self.message


def describe(error: BaseException) -> str:
    """Return the type and the message of an unexpected exception, without a final period.

    Also logs the exception, as `log_failure` does.
    """
    log_failure(error)
    name = type(error).__name__
    try:
        message = f"{name}: {error}" if str(error) else name
    except Exception:  # noqa: BLE001  (the `__str__` of a plug-in's exception)
        return name
    return message.removesuffix(".")


def log_failure(error: BaseException) -> None:
    """Log the traceback of an exception that does not end the run, for `--debug`.

    The logger is `editkit`, the level DEBUG.
    """
    from logging import getLogger  # noqa: PLC0415  (most runs meet no unexpected exception)

    getLogger("editkit").debug("%s", type(error).__name__, exc_info=error)


@contextmanager
def single_file(uri: str, problem: str) -> Iterator[None]:
    """Raise InputError for any unexpected exception while the block works on one file.

    `problem` is a predicate, such as “cannot be read”. What must end a run is raised
    unchanged, and so is InputError; another EditkitError keeps its message.

    >>> with single_file("a.txt", "cannot be read"):
    ...     raise RecursionError("too deep")
    Traceback (most recent call last):
    editkit.core.errors.InputError: a.txt: This file cannot be read: RecursionError: too deep.
    """
    try:
        yield
    except (InputError, *INTERRUPTIONS):
        raise
    except EditkitError as error:
        raise InputError(str(error), uri=uri) from error
    except BaseException as error:
        raise InputError(f"This file {problem}: {describe(error)}.", uri=uri) from error
