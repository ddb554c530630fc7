"""A quick test cannot start a process."""

import multiprocessing
import os
import subprocess
import sys

import pytest

from tests.capabilities import needs


def run_program() -> None:
    subprocess.run([sys.executable, "-c", ""], check=False)


def fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def spawn() -> None:
    multiprocessing.get_context("spawn").Process(target=print).start()


@needs("fork")
def test_a_process_of_a_test_without_the_mark_is_a_failure() -> None:
    for start in (run_program, fork, spawn):
        with pytest.raises(pytest.fail.Exception, match="needs the mark `live`"):
            start()


@pytest.mark.live
def test_a_live_test_may_start_processes() -> None:
    assert subprocess.run([sys.executable, "-c", "exit(7)"], check=False).returncode == 7
