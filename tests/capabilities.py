"""Capabilities of the system that some tests need, and the mark that skips them elsewhere."""

import functools
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import pytest


@functools.cache
def is_available(capability: str) -> bool:
    """Return whether this system has a capability; raise KeyError if it is not known."""
    return {
        "descriptors": os.mkdir in os.supports_dir_fd,
        "devices": Path("/dev/full").exists() and Path("/dev/fd").exists(),
        "fork": hasattr(os, "fork"),
        "links": _can_link(),
        "locks": sys.platform != "win32",
        "modes": os.name == "posix",
        "owners": hasattr(os, "geteuid") and os.geteuid() == 0,
        "pipes": hasattr(os, "mkfifo"),
        "programs": os.name == "posix",
        "shell": os.name == "posix" and shutil.which("bash") is not None,
        "signals": os.name == "posix",
        "sockets": hasattr(socket, "AF_UNIX"),
    }[capability]


def needs(*capabilities: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test where one of the capabilities is missing.

    `descriptors` are those of folders; `devices` are those of Linux; `links` are symbolic;
    `owners` can be changed, by root alone; `programs` are scripts that can be executed;
    `signals` can be sent to a child.
    """
    missing = [each for each in capabilities if not is_available(each)]
    return pytest.mark.skipif(bool(missing), reason=f"this system lacks: {', '.join(missing)}")


def require(*capabilities: str) -> None:
    """Skip the test that needs a fixture where one of the capabilities is missing."""
    missing = [each for each in capabilities if not is_available(each)]
    if missing:
        pytest.skip(f"this system lacks: {', '.join(missing)}")


def _can_link() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            (Path(folder) / "link").symlink_to("target")
        except OSError:
            return False
    return True
