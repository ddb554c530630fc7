"""What holds for all tests."""

import pytest


@pytest.fixture(autouse=True)
def _results_of_no_other_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a run find its results itself, unless a test is about remembering them."""
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "0")


@pytest.fixture(autouse=True)
def _configuration_of_no_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))
