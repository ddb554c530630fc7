"""What holds for all tests."""

import pytest


@pytest.fixture(autouse=True)
def _results_of_no_other_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a run find its results itself, unless a test is about remembering them."""
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "0")
