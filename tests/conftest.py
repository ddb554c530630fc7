"""Settings and fixtures of all tests."""

import os
from collections.abc import Iterator

import hypothesis
import pytest

from tests.two_parts import two_parts as two_parts  # noqa: PLC0414  (a fixture)

hypothesis.settings.register_profile("editkit", deadline=None)  # nothing in the tests is timed
hypothesis.settings.load_profile("editkit")


@pytest.fixture(autouse=True, scope="session")
def _bytecode_of_child_processes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile the modules of child processes once, even where Python writes no bytecode."""
    with pytest.MonkeyPatch.context() as patch:
        if os.environ.get("PYTHONDONTWRITEBYTECODE"):
            patch.delenv("PYTHONDONTWRITEBYTECODE")
            patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.getbasetemp() / "bytecode"))
        yield


@pytest.fixture(autouse=True)
def _results_of_no_other_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Disable the result cache, unless a test sets its size."""
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "0")


@pytest.fixture(autouse=True)
def _configuration_of_no_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Hide the configuration of the user who runs the tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))
