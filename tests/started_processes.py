"""Processes that tests start: a test without the mark `live` or `browser` may start none.

So the quick tests run in one process, and cost what they seem to cost.
"""

import multiprocessing.util
import os
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

STARTS = (
    (subprocess.Popen, "_execute_child"),
    (os, "fork"),
    (multiprocessing.util, "spawnv_passfds"),  # as `multiprocessing` starts them
)
"""The functions with which all other ones start a process."""


class ProcessGuard:
    """Fails a test that starts a process and is not marked."""

    def __init__(self) -> None:
        self._is_marked = True

    def next_test(self, item: pytest.Item) -> None:
        """Allow processes from here on if `item` is marked."""
        self._is_marked = any(mark.name in {"live", "browser"} for mark in item.iter_markers())

    def patch(self, patch: pytest.MonkeyPatch) -> None:
        """Watch the functions that start processes."""
        for owner, name in STARTS:
            if hasattr(owner, name):  # Windows has no `fork`
                patch.setattr(owner, name, self._watched(getattr(owner, name)))

    def _watched(self, start: Callable[..., object]) -> Callable[..., object]:
        def watched(*args: Any, **options: Any) -> object:  # noqa: ANN401  (passed on)
            if not self._is_marked:
                # Not an Exception, which the tested code might handle.
                pytest.fail("a test that starts a process needs the mark `live`")
            return start(*args, **options)

        return watched
