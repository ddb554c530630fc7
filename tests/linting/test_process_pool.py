"""Tests of the process pool: its results equal those of a single process."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState
from editkit.engines import selection
from editkit.linting.compact_result import CompactResult
from editkit.linting.files.source_file import SourceFile
from editkit.linting.process_pool import ProcessPool
from editkit.linting.session import Session
from editkit.linting.toolset import build_toolset
from editkit.linting.worker_process import WorkerProcess
from tests.linting.pool_texts import ALL_RULES, BARE, _workers, texts, without_segments

DEPRECATED = TermStatus.DEPRECATED


UNREAD = b"\xff\xfe\x00"


@pytest.mark.live
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


@pytest.mark.live
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


@pytest.mark.live
def test_the_pool_starts_no_more_workers_than_its_size(pool: ProcessPool) -> None:
    results = [
        result for _, result in pool.map(build_toolset(BARE), [file for _, file in texts(20)])
    ]

    assert None not in results
    assert 1 <= len(_workers(os.getpid())) <= 2


@pytest.mark.live
def test_items_that_are_not_files_keep_their_position(pool: ProcessPool) -> None:
    (_, a), (_, b), *_ = texts(2)

    results = list(pool.map(build_toolset(BARE), [1, a, 2, b, 3]))

    assert [item for item, _ in results] == [1, a, 2, b, 3]
    assert [result is None for _, result in results] == [True, False, True, False, True]


@pytest.mark.live
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


@pytest.mark.live
def test_a_file_larger_than_a_pipe_buffer_is_linted(pool: ProcessPool) -> None:
    large = SourceFile("large.txt", data=b"The plant is here.\n\n" * 20_000)

    results = [result for _, result in pool.map(build_toolset(BARE), [large] * 3)]

    assert [isinstance(each, CompactResult) and each.words for each in results] == [80_000] * 3


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


@pytest.mark.live
def test_results_of_workers_are_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session(cache=ResultCache(tmp_path), jobs=2) as session:
        first = [without_segments(result) for result in session.run(texts(9))]
    monkeypatch.setattr("editkit.linting.open_toolset.build_toolset", _fail_on_start)

    with Session(cache=ResultCache(tmp_path), jobs=2) as session:
        assert [without_segments(result) for result in session.run(texts(9))] == first
