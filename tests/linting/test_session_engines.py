"""Engines of a session: next to checks, isolated, and opened as needed."""

import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState
from editkit.engines import selection
from editkit.engines.severity_table import default_table
from editkit.linting.engine_worker import EngineWorker, Tee, WorkerPool
from editkit.linting.lint_file import ParsedFile, parse
from editkit.linting.session import Session
from editkit.linting.toolset import ENGINE_FAMILIES, needs_engines
from tests.linting.fake_engine import FakeEngine, flag_whole_document, rules
from tests.linting.session_texts import FEW_RULES, texts


@pytest.mark.parametrize("buffer_size", [0, 3, 100])
def test_issues_of_engines_are_reported_with_their_document(
    open_session: Callable[..., Session], buffer_size: int
) -> None:
    session = open_session(
        FakeEngine(flag_whole_document, buffer_size), FakeEngine(flag_whole_document, 1)
    )

    results = list(session.run(texts(50)))

    assert [result.uri for result in results] == [f"{n:03}" for n in range(50)]
    for result in results:
        messages = [p.issue.message for p in result.issues if p.issue.engine == "harper"]
        assert set(messages) == {result.uri}
        assert "repeated-word" in rules(result)


def test_an_engine_prefetches_a_limited_number_of_documents(
    open_session: Callable[..., Session],
) -> None:
    engine = FakeEngine(flag_whole_document)
    results = open_session(engine).run(texts(500))

    next(results)
    threading.Event().wait(0.3)
    read = engine.read
    results.close()

    assert 1 < read < 100
    assert engine.ended.wait(10)


class Tracked(ParsedFile):
    """A parsed file that supports weak references."""


def tracked(count: int, alive: "weakref.WeakSet[ParsedFile]") -> Iterator[ParsedFile]:
    for _, found in texts(count):
        parsed = Tracked(found, parse(found, "en").package)
        alive.add(parsed)
        yield parsed


def test_no_files_are_kept_for_an_engine_that_failed() -> None:
    def respond(_: Document) -> tuple[Issue, ...]:
        raise RuntimeError("boom")

    alive: weakref.WeakSet[ParsedFile] = weakref.WeakSet()
    tee = Tee(tracked(200, alive), 2)
    engine_branch, run_branch = tee.branches
    worker = EngineWorker(FakeEngine(respond, 0), WorkerPool("fake"), engine_branch)
    most = 0
    for _ in run_branch:
        assert isinstance(worker.next(), EngineError)
        most = max(most, len(alive))

    assert most < 20
    assert list(engine_branch) == []


def test_an_engine_runs_in_the_same_thread_in_later_runs(
    open_session: Callable[..., Session],
) -> None:
    thread_state = threading.local()
    count: list[int] = []

    def respond(_: Document) -> tuple[Issue, ...]:
        if not hasattr(thread_state, "linter"):
            thread_state.linter = True
            count.append(1)
        return ()

    session = open_session(FakeEngine(respond))
    for _ in range(5):
        assert len(list(session.run(texts(3)))) == 3
        threading.Event().wait(0.05)

    assert len(count) == 1


def test_a_run_can_start_during_another_run(open_session: Callable[..., Session]) -> None:
    session = open_session(FakeEngine(flag_whole_document, 0))

    count = sum(len(list(session.run(texts(30)))) for _ in session.run(texts(40)))

    assert count == 1200


def test_engines_are_closed_with_the_session(open_session: Callable[..., Session]) -> None:
    engine = FakeEngine(flag_whole_document)
    with open_session(engine) as session:
        list(session.run(texts(1)))
        assert not engine.closed

    assert engine.closed


def test_an_engine_in_use_is_not_closed_for_other_settings(
    open_session: Callable[..., Session],
) -> None:
    engine = FakeEngine(flag_whole_document)
    session = open_session(engine)
    long = session.run(texts(40))
    next(long)
    open_session(FakeEngine(flag_whole_document))
    for number in range(10):
        [(_, found)] = texts(1)
        list(session.run([(replace(FEW_RULES, lang=f"en-{number}"), found)]))

    assert not engine.closed
    assert len(list(long)) == 39
    assert engine.closed


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), True),
        (Settings(engine="none"), False),
        (Settings(select=("term",)), False),
        (Settings(select=("repeated-word",)), False),
        (Settings(select=("spelling",)), True),
        (Settings(select=("term", "harper/SpellCheck")), True),
        (Settings(ignore=tuple(family.value for family in ENGINE_FAMILIES)), False),
    ],
)
def test_engines_are_needed_only_if_their_families_are_enabled(
    settings: Settings,
    expected: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    assert needs_engines(settings) is expected


def test_engines_report_only_engine_families() -> None:
    assert {entry.family for entry in default_table().entries.values()} <= ENGINE_FAMILIES


class ExhaustedEngine(FakeEngine):
    """An engine that is exhausted after its first document."""

    @property
    def exhausted(self) -> bool:
        return self.read > 0


def test_an_exhausted_engine_is_opened_again_for_the_next_run(
    open_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session()
    opened: list[Engine] = []

    def open_again(*_: object, **__: object) -> selection.OpenedEngines:
        opened.append(ExhaustedEngine(flag_whole_document))
        return selection.OpenedEngines(
            (opened[-1],), (EngineReport("harper", "1", EngineState.RAN),), ()
        )

    monkeypatch.setattr(selection, "open_engines", open_again)
    for runs in (1, 2, 3):
        assert len(list(session.run(texts(2)))) == 2
        assert len(opened) == runs
