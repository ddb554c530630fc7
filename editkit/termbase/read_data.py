"""Reading of the bytes of glossaries and word lists, with one sentence for each failure."""

import os

from editkit.core.errors import InputError
from editkit.core.storage.read_file import read_file


def read_data(
    path: str | os.PathLike[str], *, missing_ok: bool = False, stream_ok: bool = False
) -> bytes | None:
    """Return the content of a file; None if it does not exist and `missing_ok`.

    `stream_ok` is that of `read_file`. Raises InputError if the file cannot be read.
    """
    uri = os.fspath(path)
    try:
        return read_file(path, stream_ok=stream_ok)
    except FileNotFoundError:
        if missing_ok:
            return None
        raise InputError("No such file.", uri=uri) from None
    except IsADirectoryError:
        raise InputError("This is a folder, not a file.", uri=uri) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"This file cannot be read: {reason}.", uri=uri) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("Not a file name.", uri=uri) from error
