"""Fixtures of the tests in this folder."""

from collections.abc import Iterator

import pytest

from editkit.linting.process_pool import ProcessPool


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPool]:
    made = ProcessPool(2)
    yield made
    made.close()
