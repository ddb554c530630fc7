"""Crash points: a forked copy of this process dies at the n-th call that changes a file."""

import os
import warnings
from collections.abc import Callable, Iterator

_CALLS = ("replace", "unlink", "fsync")
_KILLED = 137


def crash_points(reset: Callable[[], None], action: Callable[[], object]) -> Iterator[int]:
    """Run `action` in a child that dies before its first, second, ... call, until it ends.

    Calls `reset` before each. Yields the number of the call after each death. Raises
    AssertionError if the child fails in another way.
    """
    number = 0
    while True:
        number += 1
        reset()
        code = _run_until(number, action)
        if code == 0:
            return
        assert code == _KILLED, f"the child failed with {code} at call {number}"
        yield number


def _run_until(number: int, action: Callable[[], object]) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            _die_at(number)
            action()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die_at(number: int) -> None:
    count = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == number:
                os._exit(_KILLED)
            return real(*args, **options)

        return call

    for name in _CALLS:
        setattr(os, name, counted(getattr(os, name)))
