"""Restarts of the LanguageTool server after it ended, failed or hung."""

import signal
from pathlib import Path

import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool import client
from editkit.engines.languagetool.connection import ManagedConnection
from tests.capabilities import needs
from tests.engines.conftest import java_processes, server_processes
from tests.engines.languagetool.server_starts import eventually, server

pytestmark = pytest.mark.live


@pytest.mark.usefixtures("fake_java")
def test_it_is_restarted_after_its_idle_time(cache: Path) -> None:
    connection = ManagedConnection(server(idle=0.2))
    assert connection.version == "6.8-fake"
    assert eventually(lambda: not server_processes(cache))

    assert connection.check("fine", language="en-US") == []
    connection.close()


@needs("signals")
@pytest.mark.usefixtures("fake_java")
def test_a_killed_server_is_restarted(cache: Path) -> None:
    connection = ManagedConnection(server())
    assert connection.version == "6.8-fake"
    before = java_processes(cache)
    before[0].send_signal(signal.SIGKILL)

    assert connection.check("wronf", language="en-US")[0]["offset"] == 0
    assert java_processes(cache) != before
    connection.close()


@pytest.mark.usefixtures("fake_java")
def test_a_text_that_ends_it_twice_does_not_affect_others() -> None:
    connection = ManagedConnection(server())

    with pytest.raises(EngineError, match="LanguageTool stopped while checking the text"):
        connection.check("DIE", language="en-US")
    assert connection.check("fine", language="en-US") == []
    connection.close()


@pytest.mark.usefixtures("fake_java")
def test_it_is_not_restarted_endlessly() -> None:
    connection = ManagedConnection(server())
    for _ in range(3):
        with pytest.raises(EngineError, match="stopped while"):
            connection.check("DIE", language="en-US")

    with pytest.raises(EngineError, match="stopped repeatedly"):
        connection.check("fine", language="en-US")
    connection.close()


def test_failed_starts_are_not_repeated_for_every_text(fake_java: Path) -> None:
    (fake_java / "broken").touch()
    connection = ManagedConnection(server())
    for _ in range(3):
        with pytest.raises(EngineError, match="before it was ready"):
            connection.check("fine", language="en-US")

    with pytest.raises(EngineError, match="stopped repeatedly"):
        connection.check("fine", language="en-US")
    connection.close()


@pytest.mark.usefixtures("fake_java")
def test_an_unresponsive_server_is_replaced_for_the_next_text(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "CHECK_TIMEOUT", 0.5)
    connection = ManagedConnection(server())
    assert connection.check("fine", language="en-US") == []
    (unresponsive,) = java_processes(cache)
    unresponsive.suspend()

    with pytest.raises(EngineError, match="did not answer in 0 seconds"):
        connection.check("fine", language="en-US")
    assert not unresponsive.is_running()

    monkeypatch.setattr(client, "CHECK_TIMEOUT", 60)
    assert connection.check("fine", language="en-US") == []
    assert len(java_processes(cache)) == 1
    connection.close()


@pytest.mark.usefixtures("fake_java")
def test_an_unresponsive_server_is_replaced_at_the_start(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "INFO_TIMEOUT", 1.0)
    server().port()
    (unresponsive,) = java_processes(cache)
    unresponsive.suspend()

    assert server().port()
    assert not unresponsive.is_running()


@pytest.mark.usefixtures("fake_java")
def test_a_connection_is_exhausted_after_three_failures() -> None:
    connection = ManagedConnection(server())
    for _ in range(3):
        assert not connection.exhausted
        with pytest.raises(EngineError):
            connection.check("DIE", language="en-US")

    assert connection.exhausted
    connection.close()
