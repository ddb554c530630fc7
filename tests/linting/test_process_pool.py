"""Tests of the process pool: its results equal those of a single process."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from subprocess import DEVNULL

import psutil
import pytest

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState, FileResult
from editkit.engines import selection
from editkit.linting import process_pool
from editkit.linting.compact_result import CompactResult
from editkit.linting.process_pool import ProcessPool
from editkit.linting.session import Session
from editkit.linting.source_file import SourceFile
from editkit.linting.toolset import build_toolset
from editkit.linting.toolset_pool import ClosedError
from editkit.linting.worker_process import PackedToolset, WorkerProcess
from tests.capabilities import needs
from tests.processes import start_editkit

ALL_RULES = Settings(engine="none")
BARE = replace(ALL_RULES, select=("repeated-word", "deprecated-term"))
"""Few rules, since importing all of them takes most of the time of a worker."""
DEPRECATED = TermStatus.DEPRECATED
UNREAD = b"\xff\xfe\x00"


def texts(count: int) -> list[tuple[Settings, SourceFile]]:
    return [
        (BARE, SourceFile(f"{n:02}.txt", data=b"The the plant %d  is here." % n * (n % 7 + 1)))
        for n in range(count)
    ]


def without_segments(result: FileResult) -> FileResult:
    """Return a result without the segments of its documents, which caches and workers omit."""
    if result.package is None:
        return result
    bare = tuple(replace(d, segments=()) for d in result.package.documents)
    parts = zip(result.documents, bare, strict=True)
    return replace(
        result,
        package=replace(result.package, documents=bare),
        documents=tuple(replace(part, document=document) for part, document in parts),
    )


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPool]:
    made = ProcessPool(2)
    yield made
    made.close()


def test_two_processes_return_the_results_of_one_in_order(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("term,forbidden,colour\nworks,plant,red\n")
    settings = replace(ALL_RULES, glossaries=(str(tmp_path / "g.csv"),))
    files = [(settings, file) for _, file in texts(30)]
    files[3:3] = [(settings, SourceFile("bad", data=UNREAD)), (settings, SourceFile("gone"))]

    alone = [without_segments(result) for result in Session().run(files)]
    with Session(jobs=2) as session:
        shared = [without_segments(result) for result in session.run(files)]
        again = [without_segments(result) for result in session.run(files)]

    assert shared == again == alone
    assert [r.uri for r in shared if r.package is None] == ["bad", "gone"]
    assert all(r.issues for r in shared if r.package is not None)


def test_workers_use_a_glossary_object() -> None:
    def glossary(term: str) -> Glossary:
        return Glossary((Concept("1", (Term(term), Term("plant", status=DEPRECATED))),))

    with Session(jobs=2) as session:
        messages = [
            {
                placed.issue.message
                for result in session.run(texts(8), each)
                for placed in result.issues
                if placed.issue.rule == "deprecated-term"
            }
            for each in (glossary("works"), glossary("mill"))
        ]
        assert _workers(os.getpid())

    assert [len(found) for found in messages] == [1, 1]
    assert "works" in messages[0].pop()
    assert "mill" in messages[1].pop()


def test_the_pool_starts_no_more_workers_than_its_size(pool: ProcessPool) -> None:
    results = [
        result for _, result in pool.map(build_toolset(BARE), [file for _, file in texts(20)])
    ]

    assert None not in results
    assert 1 <= len(_workers(os.getpid())) <= 2


def test_items_that_are_not_files_keep_their_position(pool: ProcessPool) -> None:
    (_, a), (_, b), *_ = texts(2)

    results = list(pool.map(build_toolset(BARE), [1, a, 2, b, 3]))

    assert [item for item, _ in results] == [1, a, 2, b, 3]
    assert [result is None for _, result in results] == [True, False, True, False, True]


def test_a_worker_can_switch_to_other_settings() -> None:
    pool = ProcessPool(1)
    _, (_, file) = texts(2)
    counts = []
    for ignored in ((), ("repeated-word",), ()):
        [(_, result)] = pool.map(build_toolset(replace(BARE, ignore=ignored)), [file])
        assert isinstance(result, CompactResult)
        counts.append(len(result.documents[0]))
    pool.close()

    assert counts[0] == counts[2] == counts[1] + 1


def test_a_file_larger_than_a_pipe_buffer_is_linted(pool: ProcessPool) -> None:
    large = SourceFile("large.txt", data=b"The plant is here.\n\n" * 20_000)

    results = [result for _, result in pool.map(build_toolset(BARE), [large] * 3)]

    assert [isinstance(each, CompactResult) and each.words for each in results] == [80_000] * 3


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


def _fail_on_start(*_: object) -> None:
    pytest.fail("a process was started")


@pytest.mark.parametrize("count", [0, 1])
def test_one_file_starts_no_worker(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(WorkerProcess, "__init__", _fail_on_start)
    with Session(jobs=4) as session:
        assert len(list(session.run(texts(count)))) == count


def test_workers_are_not_used_with_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(Engine):
        name = "harper"
        version = "1"

        def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...]]:
            return (() for _ in documents)

        def close(self) -> None:
            pass

    opened = selection.OpenedEngines(
        (Silent(),), (EngineReport("harper", "1", EngineState.RAN),), ()
    )
    monkeypatch.setattr(selection, "open_engines", lambda *_, **__: opened)
    monkeypatch.setattr(WorkerProcess, "__init__", _fail_on_start)
    files = [(Settings(), file) for _, file in texts(5)]
    with Session(jobs=4) as session:
        assert all(result.engines for result in session.run(files))


def test_results_of_workers_are_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session(cache=ResultCache(tmp_path), jobs=2) as session:
        first = [without_segments(result) for result in session.run(texts(9))]
    monkeypatch.setattr("editkit.linting.open_toolset.build_toolset", _fail_on_start)

    with Session(cache=ResultCache(tmp_path), jobs=2) as session:
        assert [without_segments(result) for result in session.run(texts(9))] == first


def _workers(parent: int) -> list[psutil.Process]:
    """Return the living workers of a process."""
    below = psutil.Process(parent).children()
    return [child for child in below if "spawn_main" in " ".join(child.cmdline())]


def _have_ended(processes: list[psutil.Process]) -> bool:
    return not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in processes)


def _wait_until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


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
