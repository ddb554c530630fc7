"""Shared server and its watchdog, with a fake Java."""

import os
import random
import shutil
import signal
import socket
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool.client import Client
from editkit.engines.languagetool.connection import ManagedConnection
from tests.capabilities import needs
from tests.engines.conftest import java_processes, server_processes
from tests.engines.languagetool.server_starts import eventually, server


def start_in_fork(report: Callable[[int], object]) -> int:
    """Start or find the server in a child, which reports the port; return the child's id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            report(server(idle=1).port())
        finally:
            os._exit(0)
    return child


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_a_second_run_uses_the_first_ones_server(cache: Path) -> None:
    first = server().port()
    started = java_processes(cache)

    assert server().port() == first
    assert java_processes(cache) == started
    assert len(started) == 1


@pytest.mark.live
@needs("fork")
@pytest.mark.usefixtures("fake_java")
def test_runs_that_start_at_once_share_one_server(cache: Path) -> None:
    reading, writing = os.pipe()
    runs = [start_in_fork(lambda port: os.write(writing, b"%d\n" % port)) for _ in range(4)]
    for run in runs:
        os.waitpid(run, 0)
    ports = os.read(reading, 1_000).split()
    os.close(writing)
    os.close(reading)

    assert len(ports) == 4
    assert len(set(ports)) == 1
    assert len(java_processes(cache)) == 1


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_it_ends_after_its_idle_time(cache: Path) -> None:
    server(idle=0.5).port()
    assert server_processes(cache)

    assert eventually(lambda: not server_processes(cache))


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_it_does_not_end_during_a_request(cache: Path) -> None:
    used = server(idle=0.2)
    used.port()
    started = java_processes(cache)

    with used.in_use():
        time.sleep(1.5)
        assert java_processes(cache) == started
    assert eventually(lambda: not server_processes(cache))


@pytest.mark.live
@needs("signals")
@pytest.mark.usefixtures("fake_java")
def test_it_is_not_interrupted_by_the_terminal(cache: Path) -> None:
    server().port()

    assert all(os.getsid(process.pid) != os.getsid(0) for process in server_processes(cache))


@pytest.mark.live
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's part of it")
@pytest.mark.usefixtures("fake_java")
def test_java_ends_with_its_watchdog(cache: Path) -> None:
    server().port()
    watcher = next(
        p for p in server_processes(cache) if any("watchdog.py" in w for w in p.cmdline())
    )

    watcher.kill()

    assert eventually(lambda: not server_processes(cache))


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_java_ends_when_its_folder_is_removed(cache: Path) -> None:
    server().port()

    shutil.rmtree(cache)

    assert eventually(lambda: not server_processes(cache))


@pytest.mark.live
@needs("fork", "signals")
@pytest.mark.usefixtures("fake_java")
def test_a_killed_run_leaves_no_process(cache: Path) -> None:
    moments = random.Random()  # noqa: S311  (moments, no secrets)
    for _ in range(10):
        run = start_in_fork(lambda port: port)
        time.sleep(moments.uniform(0.0, 0.3))
        os.kill(run, signal.SIGKILL)
        os.waitpid(run, 0)

    assert eventually(lambda: not server_processes(cache))


@pytest.mark.live
def test_a_java_that_cannot_start_shows_the_end_of_its_log(fake_java: Path) -> None:
    (fake_java / "broken").touch()

    with pytest.raises(EngineError, match=r"ended before it was ready: (?s:.*)no class language"):
        server().port()


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_a_port_of_another_program_is_not_used() -> None:
    found = server()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        found.folder.joinpath("state.json").write_text(f'{{"port": {port}}}')

        assert found.port() != port


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_the_first_request_starts_it(cache: Path) -> None:
    connection = ManagedConnection(server())
    assert server_processes(cache) == []

    assert connection.check("fine", language="en-US") == []
    connection.close()
    assert len(java_processes(cache)) == 1


@pytest.mark.usefixtures("fake_java")
def test_a_closed_connection_does_not_wait_for_a_start() -> None:
    connection = ManagedConnection(server())
    connection.close()

    with pytest.raises(EngineError, match="not waited for any more"):
        connection.check("fine", language="en-US")


@pytest.mark.live
@pytest.mark.usefixtures("fake_java")
def test_proxies_are_not_used_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    direct = Client(f"http://127.0.0.1:{server().port()}")

    assert direct.build().version == "6.8-fake"
    direct.close()


@pytest.mark.usefixtures("fake_java")
def test_its_folder_is_private() -> None:
    assert server().folder.stat().st_mode & 0o077 == 0
    assert psutil.Process().is_running()
