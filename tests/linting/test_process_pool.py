"""Work shared among processes, which is to look like the work of one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, FileResult, State
from editkit.engines import registry
from editkit.linting import process_pool
from editkit.linting.discovery import Found
from editkit.linting.process_pool import Team
from editkit.linting.session import Session

BARE = Settings(engine="none")
DEPRECATED = TermStatus.DEPRECATED
UNREAD = b"\xff\xfe\x00"


def texts(count: int) -> list[tuple[Settings, Found]]:
    return [
        (BARE, Found(f"{n:02}.txt", data=b"The the plant %d  is here." % n * (n % 7 + 1)))
        for n in range(count)
    ]


def shown(result: FileResult) -> FileResult:
    """Return a result as its readers see it: without where sentences begin."""
    if result.package is None:
        return result
    bare = tuple(replace(d, segments=()) for d in result.package.documents)
    parts = zip(result.documents, bare, strict=True)
    return replace(
        result,
        package=replace(result.package, documents=bare),
        documents=tuple(replace(part, document=document) for part, document in parts),
    )


@pytest.fixture
def team() -> Iterator[Team]:
    made = Team(2)
    yield made
    made.close()


def test_two_processes_say_what_one_does_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("term,forbidden,colour\nworks,plant,red\n")
    settings = replace(BARE, glossaries=(str(tmp_path / "g.csv"),))
    files = [(settings, found) for _, found in texts(30)]
    files[3:3] = [(settings, Found("bad", data=UNREAD)), (settings, Found("gone"))]

    alone = [shown(result) for result in Session().run(files)]
    with Session(jobs=2) as session:
        shared = [shown(result) for result in session.run(files)]
        again = [shown(result) for result in session.run(files)]

    assert shared == again == alone
    assert [r.uri for r in shared if r.package is None] == ["bad", "gone"]
    assert all(r.issues for r in shared if r.package is not None)


def test_the_work_is_done_elsewhere_and_by_no_more_than_asked_for(team: Team) -> None:
    answers = [answer for _, answer in team.map(BARE, [found for _, found in texts(20)])]

    assert None not in answers
    assert 1 <= len(_workers(os.getpid())) <= 2


def test_what_is_no_file_keeps_its_place(team: Team) -> None:
    (_, a), (_, b), *_ = texts(2)

    answers = list(team.map(BARE, [1, a, 2, b, 3]))

    assert [item for item, _ in answers] == [1, a, 2, b, 3]
    assert [answer is None for _, answer in answers] == [True, False, True, False, True]


def test_a_worker_serves_other_settings_next() -> None:
    team = Team(1)
    _, (_, found) = texts(2)
    counts = []
    for ignored in ((), ("repeated-word",), ()):
        [(_, answer)] = team.map(replace(BARE, ignore=ignored), [found])
        assert answer is not None
        counts.append(len(answer.documents[0]))
    team.close()

    assert counts[0] == counts[2] == counts[1] + 1


def test_a_file_larger_than_a_pipe_gets_through(team: Team) -> None:
    large = Found("large.txt", data=b"The plant is here.\n\n" * 20_000)

    answers = [answer for _, answer in team.map(BARE, [large] * 3)]

    assert [answer and answer.words for answer in answers] == [80_000] * 3


def test_a_worker_that_dies_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    ask = process_pool._Worker.ask  # noqa: SLF001  (its death is what this is about)

    def dying(worker: process_pool._Worker, settings: Settings, found: Found) -> bytes:
        nonlocal asked
        asked += 1
        if asked % 4 == 2:
            worker.stop()
        return ask(worker, settings, found)

    monkeypatch.setattr(process_pool._Worker, "ask", dying)  # noqa: SLF001  (as above)
    with Session(jobs=2) as session:
        results = [shown(result) for result in session.run(texts(12))]

    assert asked == 12
    assert results == [shown(result) for result in Session().run(texts(12))]


def test_where_workers_die_always_few_are_started(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    class Stillborn:
        def __init__(self) -> None:
            started.append(self)

        def ask(self, *_: object) -> bytes:
            raise EOFError

        def stop(self) -> None:
            pass

        end = stop

    monkeypatch.setattr(process_pool, "_Worker", Stillborn)
    with Session(jobs=2) as session:
        assert all(result.issues for result in session.run(texts(30)[1:]))

    assert len(started) == 6


def test_a_glossary_at_hand_is_no_worker_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool._Worker, "__init__", _never)  # noqa: SLF001  (as above)
    glossary = Glossary((Concept("1", (Term("works"), Term("plant", status=DEPRECATED))),))
    with Session(jobs=2) as session:
        results = list(session.run(texts(5)[1:], glossary))

    assert all("deprecated-term" in {p.issue.rule for p in r.issues} for r in results)


def test_a_run_that_is_given_up_ends_its_workers() -> None:
    with Session(jobs=2) as session:
        run = session.run(texts(60))
        next(run)
        run.close()
        workers = _workers(os.getpid())
        assert workers

    assert _gone(workers)
    assert _workers(os.getpid()) == []


def _never(*_: object) -> None:
    pytest.fail("a process was started")


@pytest.mark.parametrize("count", [0, 1])
def test_one_file_is_not_worth_a_process(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(process_pool._Worker, "__init__", _never)  # noqa: SLF001  (as above)
    with Session(jobs=4) as session:
        assert len(list(session.run(texts(count)))) == count


def test_beside_an_engine_there_are_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(Engine):
        name = "harper"
        version = "1"

        def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...]]:
            return (() for _ in documents)

        def close(self) -> None:
            pass

    opened = registry.Opened((Silent(),), (EngineReport("harper", "1", State.RAN),), ())
    monkeypatch.setattr(registry, "open_engines", lambda *_, **__: opened)
    monkeypatch.setattr(process_pool._Worker, "__init__", _never)  # noqa: SLF001  (as above)
    files = [(Settings(), found) for _, found in texts(5)]
    with Session(jobs=4) as session:
        assert all(result.engines for result in session.run(files))


def test_what_workers_find_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session(cache=ResultCache(tmp_path), jobs=2) as session:
        first = [shown(result) for result in session.run(texts(9))]
    monkeypatch.setattr("editkit.linting.session.prepare", _never)

    with Session(cache=ResultCache(tmp_path), jobs=2) as session:
        assert [shown(result) for result in session.run(texts(9))] == first


def _workers(parent: int) -> list[psutil.Process]:
    """Return the living workers of a process."""
    below = psutil.Process(parent).children()
    return [child for child in below if "spawn_main" in " ".join(child.cmdline())]


def _gone(processes: list[psutil.Process]) -> bool:
    return not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in processes)


def _until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_the_command(tmp_path: Path, how: signal.Signals) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text("The the plant is here.\n\n" * 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "editkit", "lint", "--engine", "none", "--jobs", "2", "."],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as ran:
        assert ran.stderr is not None
        assert _until(lambda: len(_workers(ran.pid)) == 2)
        workers = _workers(ran.pid)
        if how is signal.SIGINT:  # as a terminal does
            os.killpg(ran.pid, how)
        else:
            ran.send_signal(how)
        said = ran.stderr.read() if how is signal.SIGINT else b""
        code = ran.wait()

    assert said.strip() == b""
    assert code == (130 if how is signal.SIGINT else -how)
    assert _until(lambda: _gone(workers))
