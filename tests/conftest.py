"""Settings and fixtures of all tests."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

if sys.dont_write_bytecode:  # as in many containers, where each child would compile all modules
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
# Only then: pytest would compile 120 modules of Hypothesis in each run.
import hypothesis

from tests.started_processes import ProcessGuard
from tests.two_parts import two_parts as two_parts  # noqa: PLC0414  (a fixture)

# Nothing in the tests is timed. CI selects the second profile. Tests that need more or fewer
# examples use a multiple of the profile's.
hypothesis.settings.register_profile("editkit", deadline=None, max_examples=20)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=100)
hypothesis.settings.load_profile("editkit")
GUARD = ProcessGuard()
gc.set_threshold(200_000, 100, 100)  # as the command does, which saves a tenth of the time


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not import the browser tests, and Playwright with them, where none is to run."""
    is_browser_test = collection_path.parent.name == "browser"
    return True if is_browser_test and "not browser" in config.option.markexpr else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Allow processes to marked tests only."""
    GUARD.next_test(item)


@pytest.fixture(autouse=True, scope="session")
def _quick_tests_start_no_process() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        GUARD.patch(patch)
        yield


@pytest.fixture(autouse=True, scope="session")
def _worker_processes_import_no_pytest() -> Iterator[None]:
    """Hide the main module, which `multiprocessing` imports in each process that it spawns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        yield


@pytest.fixture(autouse=True, scope="session")
def _nothing_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Disable the result cache, unless a test sets its size; hide the user's configuration."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EDITKIT_CACHE_SIZE", "0")
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))
        yield


def pytest_collection_finish() -> None:
    """Keep all modules and collected tests out of later garbage collections."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Collect once what the tests left; pytest and Python would do it six times more."""
    gc.collect()
    gc.freeze()
