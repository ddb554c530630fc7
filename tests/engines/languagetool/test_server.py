"""The shared server and its watcher, with a program that passes for Java."""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from editkit.core.engine import EngineError
from editkit.engines.languagetool import client
from editkit.engines.languagetool.client import Client
from editkit.engines.languagetool.connection import SharedLink
from editkit.engines.languagetool.provision import EngineSettings, Local, provide
from editkit.engines.languagetool.server import Server
from tests.engines.conftest import javas, processes

SOON = 15.0
START = (
    "from editkit.engines.languagetool.provision import *;"
    "from editkit.engines.languagetool.server import Server;"
    "s = EngineSettings(idle=1); quiet = lambda a, b: None;"
    "print(Server(provide(s, quiet), s, quiet).port(), flush=True)"
)


def server(idle: float = 60.0) -> Server:
    settings = EngineSettings(idle=idle)
    installed = provide(settings, lambda _done, _all: None)
    assert isinstance(installed, Local)
    return Server(installed, settings, lambda _done, _all: None)


def eventually(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + SOON
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    return true()


@pytest.mark.usefixtures("fake_java")
def test_a_second_run_finds_the_first_ones_server(cache: Path) -> None:
    first = server().port()
    started = javas(cache)

    assert server().port() == first
    assert javas(cache) == started
    assert len(started) == 1


@pytest.mark.usefixtures("fake_java")
def test_runs_that_start_at_once_share_one_server(cache: Path) -> None:
    runs = [
        subprocess.Popen([sys.executable, "-c", START], stdout=subprocess.PIPE) for _ in range(4)
    ]

    ports = {run.communicate()[0] for run in runs}

    assert len(ports) == 1
    assert len(javas(cache)) == 1


@pytest.mark.usefixtures("fake_java")
def test_it_ends_when_nobody_has_used_it_for_a_while(cache: Path) -> None:
    server(idle=0.5).port()
    assert processes(cache)

    assert eventually(lambda: not processes(cache))


@pytest.mark.usefixtures("fake_java")
def test_it_does_not_end_while_an_answer_is_waited_for(cache: Path) -> None:
    used = server(idle=0.2)
    used.port()
    started = javas(cache)

    with used.in_use():
        time.sleep(1.5)
        assert javas(cache) == started
    assert eventually(lambda: not processes(cache))


@pytest.mark.usefixtures("fake_java")
def test_after_its_end_it_is_started_again_without_a_word(cache: Path) -> None:
    link = SharedLink(server(idle=0.2))
    assert link.version == "6.8-fake"
    assert eventually(lambda: not processes(cache))

    assert link.check("fine", language="en-US") == []
    link.close()


@pytest.mark.usefixtures("fake_java")
def test_it_hears_no_interrupt_of_the_terminal(cache: Path) -> None:
    server().port()

    assert all(os.getsid(process.pid) != os.getsid(0) for process in processes(cache))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's part of it")
@pytest.mark.usefixtures("fake_java")
def test_java_ends_with_its_watcher(cache: Path) -> None:
    server().port()
    watcher = next(p for p in processes(cache) if any("watchdog.py" in w for w in p.cmdline()))

    watcher.kill()

    assert eventually(lambda: not processes(cache))


@pytest.mark.usefixtures("fake_java")
def test_java_ends_when_its_folder_is_taken_away(cache: Path) -> None:
    server().port()

    shutil.rmtree(cache)

    assert eventually(lambda: not processes(cache))


@pytest.mark.usefixtures("fake_java")
def test_a_run_killed_at_any_moment_leaves_nothing_behind(cache: Path) -> None:
    moments = random.Random()  # noqa: S311  (moments, no secrets)
    for _ in range(10):
        run = subprocess.Popen([sys.executable, "-c", START], stdout=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.05, 0.6))
        run.kill()
        run.wait()

    assert eventually(lambda: not processes(cache))


def test_a_java_that_cannot_start_shows_the_end_of_its_log(fake_java: Path) -> None:
    (fake_java / "broken").touch()

    with pytest.raises(EngineError, match=r"ended before it was ready: (?s:.*)no class language"):
        server().port()


@pytest.mark.usefixtures("fake_java")
def test_a_port_that_somebody_else_has_now_is_not_believed() -> None:
    found = server()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        found.folder.joinpath("state.json").write_text(f'{{"port": {port}}}')

        assert found.port() != port


@pytest.mark.usefixtures("fake_java")
def test_a_killed_server_is_started_once_more(cache: Path) -> None:
    link = SharedLink(server())
    assert link.version == "6.8-fake"
    before = javas(cache)
    before[0].send_signal(signal.SIGKILL)

    assert link.check("wrnog", language="en-US")[0]["offset"] == 0
    assert javas(cache) != before
    link.close()


@pytest.mark.usefixtures("fake_java")
def test_a_text_that_ends_it_twice_is_lost_and_the_others_are_not() -> None:
    link = SharedLink(server())

    with pytest.raises(EngineError, match="LanguageTool ended while it checked the text"):
        link.check("DIE", language="en-US")
    assert link.check("fine", language="en-US") == []
    link.close()


@pytest.mark.usefixtures("fake_java")
def test_it_is_not_started_again_and_again() -> None:
    link = SharedLink(server())
    for _ in range(3):
        with pytest.raises(EngineError, match="ended while"):
            link.check("DIE", language="en-US")

    with pytest.raises(EngineError, match="again and again"):
        link.check("fine", language="en-US")
    link.close()


@pytest.mark.usefixtures("fake_java")
def test_a_link_starts_it_when_it_is_asked(cache: Path) -> None:
    link = SharedLink(server())
    assert processes(cache) == []

    assert link.check("fine", language="en-US") == []
    link.close()
    assert len(javas(cache)) == 1


def test_a_server_that_does_not_start_is_not_tried_for_every_text(fake_java: Path) -> None:
    (fake_java / "broken").touch()
    link = SharedLink(server())
    for _ in range(3):
        with pytest.raises(EngineError, match="before it was ready"):
            link.check("fine", language="en-US")

    with pytest.raises(EngineError, match="again and again"):
        link.check("fine", language="en-US")
    link.close()


@pytest.mark.usefixtures("fake_java")
def test_who_has_given_up_does_not_wait_for_it() -> None:
    link = SharedLink(server())
    link.close()

    with pytest.raises(EngineError, match="not waited for any more"):
        link.check("fine", language="en-US")


@pytest.mark.usefixtures("fake_java")
def test_one_that_hangs_is_ended_and_the_next_text_has_another(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_ANSWER_WITHIN", 0.5)
    link = SharedLink(server())
    assert link.check("fine", language="en-US") == []
    (hung,) = javas(cache)
    hung.suspend()

    with pytest.raises(EngineError, match="did not answer in 0 seconds"):
        link.check("fine", language="en-US")
    assert not hung.is_running()

    monkeypatch.setattr(client, "_ANSWER_WITHIN", 60)
    assert link.check("fine", language="en-US") == []
    assert len(javas(cache)) == 1
    link.close()


@pytest.mark.usefixtures("fake_java")
def test_one_that_has_hung_for_long_is_not_waited_for(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_GREETING_WITHIN", 1.0)
    server().port()
    (hung,) = javas(cache)
    hung.suspend()

    assert server().port()
    assert not hung.is_running()


@pytest.mark.usefixtures("fake_java")
def test_a_link_says_when_it_is_of_no_use_any_more() -> None:
    link = SharedLink(server())
    for _ in range(3):
        assert not link.spent
        with pytest.raises(EngineError):
            link.check("DIE", language="en-US")

    assert link.spent
    link.close()


@pytest.mark.usefixtures("fake_java")
def test_proxies_do_not_stand_before_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    direct = Client(f"http://127.0.0.1:{server().port()}")

    assert direct.build().version == "6.8-fake"
    direct.close()


@pytest.mark.usefixtures("fake_java")
def test_its_folder_is_this_users_alone() -> None:
    assert server().folder.stat().st_mode & 0o077 == 0
    assert psutil.Process().is_running()
