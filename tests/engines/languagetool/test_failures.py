"""Deaths of the real server: each is a notice, loses nothing else, and leaves no process."""

import contextlib
import threading
import time

import psutil
import pytest

from tests.engines.conftest import java_processes, server_processes
from tests.engines.languagetool.live_runs import (
    FILES,
    PARAGRAPHS,
    Workspace,
    eventually,
    has_worked,
)

pytestmark = [pytest.mark.live, pytest.mark.java]


def test_a_server_that_dies_during_a_run_is_restarted(workspace: Workspace) -> None:
    run = workspace.start()
    java = workspace.java()

    java.kill()
    report = workspace.end(run)

    assert report.notices == []
    assert report.found("editkit") == [PARAGRAPHS] * FILES
    assert min(report.found("languagetool")) >= PARAGRAPHS
    assert len(set(report.found("languagetool"))) == 1


def test_a_server_that_dies_repeatedly_is_given_up(workspace: Workspace) -> None:
    run = workspace.start()

    def kill() -> None:
        while run.poll() is None:
            with contextlib.suppress(psutil.NoSuchProcess):
                for java in filter(has_worked, java_processes(workspace.cache)):
                    java.kill()
            time.sleep(0.05)

    killer = threading.Thread(target=kill)
    killer.start()
    report = workspace.end(run)
    killer.join()

    assert report.found("editkit") == [PARAGRAPHS] * FILES
    assert report.notices
    assert all("LanguageTool" in notice for notice in report.notices)
    assert 0 in report.found("languagetool")


def test_an_unresponsive_server_is_replaced(workspace: Workspace) -> None:
    run = workspace.start(within=40)
    java = workspace.java()

    java.suspend()
    report = workspace.end(run)

    assert not java.is_running()
    assert report.found("editkit") == [PARAGRAPHS] * FILES
    assert any("did not answer in 40 seconds" in notice for notice in report.notices)
    assert report.found("languagetool")[-1] >= PARAGRAPHS, report.notices
    assert 0 < report.found("languagetool").count(0) == len(report.notices) < FILES


def test_two_runs_share_a_server_that_ends_after_the_last_run(workspace: Workspace) -> None:
    long = workspace.start()
    java = workspace.java()
    short = workspace.start("00.txt")

    first = workspace.end(short)
    meanwhile = [each.pid for each in java_processes(workspace.cache)]
    unfinished = long.poll() is None
    second = workspace.end(long)

    assert meanwhile == [java.pid]
    assert unfinished
    assert first.notices == second.notices == []
    assert second.found("languagetool")[:1] == first.found("languagetool")
    assert eventually(lambda: not server_processes(workspace.cache))
