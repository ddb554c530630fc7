"""Fixtures of the tests in this folder."""

from collections.abc import Callable, Iterator

import pytest

from editkit.core.engine import Engine
from editkit.core.result import EngineReport, EngineState
from editkit.engines import selection
from editkit.linting.process_pool import ProcessPool
from editkit.linting.session import Session


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPool]:
    made = ProcessPool(2)
    yield made
    made.close()


@pytest.fixture
def open_session(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Session]:
    """Return a function that opens a session with the given engines."""

    def session(*engines: Engine) -> Session:
        reports = tuple(EngineReport(e.name, e.version, EngineState.RAN) for e in engines)

        def opened(*_: object, **__: object) -> selection.OpenedEngines:
            return selection.OpenedEngines(engines, reports, ())

        monkeypatch.setattr(selection, "open_engines", opened)
        return Session()

    return session
