"""Exceptions that editkit raises on purpose."""

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
