"""Cache folder of engines, and errors of writing to it."""

import errno
import os
from pathlib import Path

from editkit.core.engine import EngineError

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OTHER_FOLDER = "set EDITKIT_CACHE to another folder"


def cache_folder() -> Path:
    """Return editkit's cache folder: `EDITKIT_CACHE`, or the platform's user cache."""
    if named := os.environ.get("EDITKIT_CACHE"):
        return Path(named).expanduser().absolute()
    import platformdirs  # noqa: PLC0415  (not needed if EDITKIT_CACHE is set)

    return platformdirs.user_cache_path("editkit", appauthor=False)


def make_folder(folder: Path) -> Path:
    """Create `folder`, accessible to this user only, and return it.

    Raises EngineError if it cannot be created.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(folder, error) from error
    return folder


def write_error(folder: Path, error: OSError) -> EngineError:
    """Return the error to raise after writing to `folder` has failed."""
    if error.errno in _DISK_FULL:
        return EngineError(f"No space left in “{folder}”; free some or {_OTHER_FOLDER}.")
    reason = (error.strerror or str(error)).lower()
    return EngineError(f"“{folder}” cannot be written ({reason}); {_OTHER_FOLDER}.")
