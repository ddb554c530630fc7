"""Conflict of a request with a state that has changed in the meantime."""

from collections.abc import Iterable, Mapping

from editkit.core.errors import EditkitError, InputError


class ConflictError(EditkitError):
    """The decisions or files have changed in the meantime; `details` are sent to the page."""

    def __init__(self, message: str, details: Mapping[str, object]) -> None:
        super().__init__(message)
        self.details = details


def refuse_conflict(errors: Iterable[InputError | None]) -> None:
    """Raise ConflictError for the first error, if there is one."""
    error = next(filter(None, errors), None)
    if error is not None:
        raise ConflictError(str(error), {"path": error.uri})
