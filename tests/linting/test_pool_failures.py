"""Worker processes that die, do not start, or must end with the command."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import DEVNULL

import psutil
import pytest

from editkit.linting import process_pool
from editkit.linting.files.source_file import SourceFile
from editkit.linting.process_pool import ProcessPool
from editkit.linting.session import Session
from editkit.linting.toolset import build_toolset
from editkit.linting.toolset_pool import ClosedError
from editkit.linting.worker_process import PackedToolset, WorkerProcess
from tests.capabilities import needs
from tests.linting.pool_texts import BARE, _workers, texts, without_segments
from tests.processes import start_editkit


@pytest.fixture
def kills(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[SourceFile], bool]], None]:
    """A function that sets which files kill the worker that lints them."""

    def kill_if(condition: Callable[[SourceFile], bool]) -> None:
        lint = WorkerProcess.lint

        def lint_or_die(worker: WorkerProcess, toolset: PackedToolset, file: SourceFile) -> bytes:
            if condition(file):
                worker.terminate()
            return lint(worker, toolset, file)

        monkeypatch.setattr(WorkerProcess, "lint", lint_or_die)

    return kill_if


Kills = Callable[[Callable[[SourceFile], bool]], None]


@pytest.mark.live
def test_no_result_is_lost_if_a_worker_dies(kills: Kills) -> None:
    requests: list[str] = []

    def is_new_and_odd(file: SourceFile) -> bool:
        requests.append(file.uri)
        return requests.count(file.uri) == 1 and int(file.uri[:2]) % 2 == 1

    kills(is_new_and_odd)
    with Session(jobs=2) as session:
        results = [without_segments(result) for result in session.run(texts(8))]

    assert len(requests) == 8 + 4
    assert results == [without_segments(result) for result in Session().run(texts(8))]


@pytest.mark.live
def test_a_file_that_kills_its_workers_is_not_read_and_the_others_go_on(kills: Kills) -> None:
    kills(lambda file: int(file.uri[:2]) % 3 == 1)
    others = _workers(os.getpid())

    with Session(jobs=2) as session:
        for _ in range(2):  # the number of dead workers does not add up
            results = list(session.run(texts(6)))
            unread = [result for result in results if result.package is None]
            assert [result.uri for result in unread] == ["01.txt", "04.txt"]
            assert all("process that checked it ended" in r.notices[-1].message for r in unread)
            assert len(results) == 6
        workers = [each for each in _workers(os.getpid()) if each not in others]

    assert 1 <= len(workers) <= 2
    assert _have_ended(workers)


@pytest.mark.parametrize("fault", [OSError, EOFError])
def test_files_are_linted_here_if_no_worker_starts(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    started = []
    joined = []

    class DeadWorker:
        def __init__(self) -> None:
            started.append(self)
            if fault is OSError:
                raise OSError

        def wait_until_ready(self) -> None:
            raise fault

        def terminate(self) -> None:
            pass

        def join(self) -> None:
            joined.append(self)

    monkeypatch.setattr(process_pool, "WorkerProcess", DeadWorker)
    with Session(jobs=2) as session:
        for run in (1, 2):
            assert all(result.issues for result in session.run(texts(30)[1:]))
            assert 6 * run <= len(started) <= 7 * run

    assert set(joined) == set(() if fault is OSError else started)
    assert len(joined) == len(set(joined))


@pytest.mark.live
def test_closing_the_pool_ends_a_run_with_an_error(pool: ProcessPool) -> None:
    closing = ProcessPool(2)
    run = closing.map(build_toolset(BARE), (file for _, file in texts(200)))
    next(run)

    closing.close()

    with pytest.raises(ClosedError, match="This Linter is closed"):
        list(run)
    with pytest.raises(ClosedError):
        list(closing.map(build_toolset(BARE), [texts(1)[0][1]]))
    assert list(pool.map(build_toolset(BARE), [1])) == [(1, None)]


@pytest.mark.live
def test_workers_end_after_an_abandoned_run() -> None:
    others = _workers(os.getpid())
    with Session(jobs=2) as session:
        run = session.run(texts(60))
        next(run)
        run.close()
        workers = [each for each in _workers(os.getpid()) if each not in others]
        assert workers

    assert _have_ended(workers)
    assert _workers(os.getpid()) == others


def _have_ended(processes: list[psutil.Process]) -> bool:
    return not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in processes)


def _wait_until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


@pytest.mark.live
@needs("signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
def test_no_worker_outlives_the_command(tmp_path: Path, name: str) -> None:
    how = signal.Signals[name]
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text("The the plant is here.\n\n" * 3000)
    command = ("lint", "--engine", "none", "--select", "repeated-word", "--jobs", "2", ".")
    with start_editkit(*command, folder=tmp_path, stdout=DEVNULL, own_session=True) as ran:
        assert ran.stderr is not None
        assert _wait_until(lambda: len(_workers(ran.pid)) == 2)
        workers = _workers(ran.pid)
        if how is signal.SIGINT:  # as a terminal does on Ctrl-C
            os.killpg(ran.pid, how)
        else:
            ran.send_signal(how)
        output = ran.stderr.read() if how is signal.SIGINT else ""
        code = ran.wait(60)

    assert output.strip() == ""
    assert code == (130 if how is signal.SIGINT else -how)
    assert _wait_until(lambda: _have_ended(workers))
