"""What can be wrong with what a user hands in."""

INTERRUPTIONS = (KeyboardInterrupt, SystemExit, GeneratorExit)
"""Exceptions that must end a run. Any other ends only the work on one file.

Catch these first and `BaseException` next: a panic in a Rust extension reaches Python as
pyo3's PanicException, which is no `Exception`.
"""


class EditkitError(Exception):
    """The base of every error that editkit raises on purpose."""


class InputError(EditkitError):
    """A file, option or setting that cannot be used; `str()` is one clear sentence.

    `uri` is the file as the user named it and `line` its line, counted from 1.
    """

    def __init__(self, message: str, *, uri: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.uri, self.line = message, uri, line

    def __str__(self) -> str:
        place = [str(part) for part in (self.uri, self.line) if part is not None]
        return f"{':'.join(place)}: {self.message}" if place else self.message
