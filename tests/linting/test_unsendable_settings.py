"""Settings that worker processes cannot get: the files are linted without them."""

import os
from dataclasses import replace

import pytest

from editkit.linting.session import Session
from editkit.linting.worker_process import WorkerProcess
from tests.linting.pool_texts import BARE, texts


def test_settings_that_cannot_be_sent_start_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    options = (("repeated-word", (("function", lambda: None),)),)
    files = [(replace(BARE, options=options), file) for _, file in texts(6)]
    monkeypatch.setattr(WorkerProcess, "__init__", lambda _: pytest.fail("a worker is started"))

    with Session(jobs=2) as session:
        results = list(session.run(files))

    assert len(results) == 6
    assert all(result.issues for result in results)
    for result in results:
        assert "All files are checked in one process: the settings" in result.notices[0].message


class Unreadable:
    """A value that only this process can read from a pickle."""

    def __reduce__(self) -> tuple[object, ...]:
        return _read_in, (os.getpid(),)


def _read_in(process: int) -> Unreadable:
    if os.getpid() != process:
        raise RuntimeError("another process reads this")
    return Unreadable()


@pytest.mark.live
def test_settings_that_a_worker_cannot_read_restart_no_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = replace(BARE, options=(("repeated-word", (("value", Unreadable()),)),))
    files = [(settings, file) for _, file in texts(12)]
    start, started = WorkerProcess.__init__, list[WorkerProcess]()

    def count(worker: WorkerProcess) -> None:
        started.append(worker)
        start(worker)

    monkeypatch.setattr(WorkerProcess, "__init__", count)
    with Session(jobs=2) as session:
        results = list(session.run(files))

    assert 1 <= len(started) <= 2
    assert all(result.issues for result in results)
