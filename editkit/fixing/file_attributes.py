"""Attributes of a file that its replacement keeps: owner, permissions, extended attributes."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_SET_ID = stat.S_ISUID | stat.S_ISGID
_LABEL = "security.selinux"
"""The only attribute of the namespace `security` that is copied; the others, such as file
capabilities and checksums, hold for one content."""


def replaceable_stat(path: Path) -> os.stat_result | None:
    """Return the state of the file at `path` that is to be replaced, None if there is none.

    Raises OSError, with a reason, for a file that must not be replaced: a read-only one, a
    device or pipe, and one with several hard links, of which the others would not change.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise OSError(None, "it is not a regular file")
    if not found.st_mode & _WRITABLE:
        raise PermissionError(None, "the file is read-only")
    if found.st_nlink > 1:
        count = found.st_nlink
        raise OSError(None, f"it has {count} hard links, and the others would keep the old text")
    return found


def copy_attributes(source: Path, found: os.stat_result, copy: Path, file: int) -> None:
    """Give the open file `file` at `copy` the attributes of `source`, where this is allowed.

    Without the owner or group of `source`, set-user-ID and set-group-ID bits are dropped;
    without its group, that group's permissions become at most those of all others.
    """
    has_owner, has_group = _copy_owner(found, file)
    mode = stat.S_IMODE(found.st_mode)
    if not (has_owner and has_group):
        mode &= ~_SET_ID
    if not has_group:
        mode &= ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    _copy_extended(source, file, access_lists=has_group)
    copy.chmod(mode)


def _copy_owner(found: os.stat_result, file: int) -> tuple[bool, bool]:
    """Return whether the file has the owner and the group that were `found`."""
    if hasattr(os, "fchown"):
        for user, group in ((found.st_uid, found.st_gid), (-1, found.st_gid)):
            with suppress(OSError):
                os.fchown(file, user, group)
                break
    now = os.fstat(file)
    return now.st_uid == found.st_uid, now.st_gid == found.st_gid


def _copy_extended(source: Path, file: int, *, access_lists: bool) -> None:
    """Copy the extended attributes that may be copied, among them POSIX access lists."""
    if sys.platform != "linux":
        return
    with suppress(OSError):
        for name in os.listxattr(source):
            is_security = name.startswith("security.") and name != _LABEL
            if is_security or (name.startswith("system.") and not access_lists):
                continue
            with suppress(OSError):
                os.setxattr(file, name, os.getxattr(source, name))
