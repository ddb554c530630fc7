"""The folder editkit keeps its engines in."""

import errno
import os
from pathlib import Path

from editkit.core.engine import EngineError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OTHER_FOLDER = "set EDITKIT_CACHE to another folder"


def cache_folder() -> Path:
    """Return the user's cache folder of editkit; `EDITKIT_CACHE` names another one."""
    if named := os.environ.get("EDITKIT_CACHE"):
        return Path(named).expanduser().absolute()
    import platformdirs  # noqa: PLC0415  (not needed where the folder is named)

    return platformdirs.user_cache_path("editkit", appauthor=False)


def make_folder(folder: Path) -> Path:
    """Return `folder`, made for this user alone; raise EngineError where it cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    return folder


def cannot_write(folder: Path, error: OSError) -> EngineError:
    """Return what to tell the reader when writing to `folder` has failed."""
    if error.errno in _FULL:
        return EngineError(f"There is no space left in “{folder}”; free some or {_OTHER_FOLDER}.")
    why = (error.strerror or str(error)).lower()
    return EngineError(f"“{folder}” cannot be written ({why}); {_OTHER_FOLDER}.")
