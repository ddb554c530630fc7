"""Tables of one test, which costs less than a test for each row."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def each_row(
    names: str | tuple[str, ...], rows: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Return a decorator of a test that runs with each row, and fails with all bad rows.

    It takes what `pytest.mark.parametrize` takes. The test can use no fixture.
    """
    table = list(rows)
    assert table, "a table without rows tests nothing"

    def decorate(test: Callable[..., None]) -> Callable[[], None]:
        def run() -> None:
            wrong = []
            for row in table:
                values = (
                    {names: row} if isinstance(names, str) else dict(zip(names, row, strict=True))
                )
                try:
                    test(**values)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001  (any is a fault)
                    wrong.append(f"{row!r}\n{type(error).__name__}: {error}")
            if wrong:
                pytest.fail("\n\n".join(wrong), pytrace=False)

        # Not `functools.wraps`, with which pytest would take the names for those of fixtures.
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(run, name, getattr(test, name))
        return run

    return decorate
