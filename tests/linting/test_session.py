"""Tests of sessions: engines next to checks, and isolation of failures."""

import pickle
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from editkit.checks.grammar import repeated_word
from editkit.config import Configuration, Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState, FileResult
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.engines import selection
from editkit.engines.severity_table import default_table
from editkit.linting import open_toolset
from editkit.linting.discover_settings import find_files
from editkit.linting.engine_worker import EngineWorker, Tee, WorkerPool
from editkit.linting.lint_file import ParsedFile, parse
from editkit.linting.session import Session
from editkit.linting.source_file import SourceFile
from editkit.linting.toolset import ENGINE_FAMILIES, Toolset, build_toolset, needs_engines

FEW_RULES = Settings(select=("repeated-word", "harper/All"))
"""All that the fake engine and the short texts need; to load all rules takes longer."""

Respond = Callable[[Document], tuple[Issue, ...] | EngineError]


class FakeEngine(Engine):
    """Answers with `respond(document)`, after buffering `buffer_size` documents."""

    name: ClassVar[str] = "harper"
    version = "1"

    def __init__(self, respond: Respond, buffer_size: int = 3) -> None:
        self.respond, self.buffer_size = respond, buffer_size
        self.read = 0
        self.ended = threading.Event()
        self.closed = False

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        buffered: list[Document] = []
        try:
            for document in documents:
                self.read += 1
                buffered.append(document)
                if len(buffered) > self.buffer_size:
                    yield self.respond(buffered.pop(0))
            for document in buffered:
                yield self.respond(document)
        finally:
            self.ended.set()

    def close(self) -> None:
        self.closed = True


def flag_whole_document(document: Document) -> tuple[Issue, ...]:
    span = Span(0, len(document.text))
    return (Issue("harper/All", span, document.uri, Family.STYLE, "", engine="harper"),)


@pytest.fixture
def open_session(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Session]:
    """Return a function that opens a session with the given engines."""

    def session(*engines: Engine) -> Session:
        reports = tuple(EngineReport(e.name, e.version, EngineState.RAN) for e in engines)

        def opened(*_: object, **__: object) -> selection.OpenedEngines:
            return selection.OpenedEngines(engines, reports, ())

        monkeypatch.setattr(selection, "open_engines", opened)
        return Session()

    return session


def texts(count: int) -> list[tuple[Settings, SourceFile]]:
    words = b"The the plant."
    return [(FEW_RULES, SourceFile(f"{n:03}", data=words, format="plain")) for n in range(count)]


def rules(result: FileResult) -> list[str]:
    return [placed.issue.rule for placed in result.issues]


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


def test_an_engine_error_for_one_document_is_a_notice(
    open_session: Callable[..., Session],
) -> None:
    def respond(document: Document) -> tuple[Issue, ...] | EngineError:
        return (
            EngineError("It is ill.") if document.uri == "001" else flag_whole_document(document)
        )

    first, second, third = open_session(FakeEngine(respond)).run(texts(3))

    assert "harper/All" in rules(first)
    assert "harper/All" in rules(third)
    assert rules(second) == ["repeated-word"]
    assert [(n.message, n.uri, n.engine) for n in second.notices] == [
        ("It is ill.", "001", "harper")
    ]
    assert (second.engines[0].state, second.engines[0].reason) == (
        EngineState.FAILED,
        "It is ill.",
    )
    assert third.engines[0].state is EngineState.RAN


def test_other_issues_are_reported_after_an_engine_fails(
    open_session: Callable[..., Session],
) -> None:
    def respond(document: Document) -> tuple[Issue, ...]:
        if document.uri == "005":
            raise RuntimeError("boom")
        return flag_whole_document(document)

    results = list(open_session(FakeEngine(respond, 0)).run(texts(200)))

    assert [("harper/All" in rules(r)) for r in results] == [n < 5 for n in range(200)]
    assert all("repeated-word" in rules(result) for result in results)
    assert "RuntimeError: boom" in results[-1].notices[0].message


def test_a_failed_check_is_named_in_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Iterator[Issue]:
        raise ZeroDivisionError("by nothing")
        yield

    monkeypatch.setattr(repeated_word.RepeatedWord, "run", fail)
    found = SourceFile("a", data=b"The the  plant.", format="plain")

    [result] = Session().run([(Settings(engine="none"), found)])

    assert rules(result) == ["repeated-space"]
    [notice] = result.notices
    assert notice.message == "The check repeated-word failed: ZeroDivisionError: by nothing."
    assert notice.uri == "a"


def test_issues_of_checks_are_reported_if_engines_cannot_be_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no such luck")

    monkeypatch.setattr(selection, "open_engines", fail)

    [result] = Session().run(texts(1))

    assert rules(result) == ["repeated-word"]
    assert [n.message for n in result.notices] == [
        "No engine could be opened: OSError: no such luck."
    ]


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


def test_each_file_has_the_settings_and_the_glossary_of_its_folder(tmp_path: Path) -> None:
    for name, term in (("one", "Harbour"), ("two", "Harbor")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("A Harbuor town.", encoding="utf-8")
        (tmp_path / name / "g.csv").write_text(
            f"term,forbidden\n{term},Harbuor\n", encoding="utf-8"
        )
        (tmp_path / name / "editkit.toml").write_text('glossary = "g.csv"\nengine = "none"\n')

    with Session() as session:
        results = list(session.run(find_files([str(tmp_path)], Configuration()).files))

    fixed = [p.issue.fixes[0].edits[0].text for r in results for p in r.issues]
    assert fixed == ["Harbour", "Harbor"]


def test_skipped_files_are_a_notice_of_the_first_result(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.html"):
        (tmp_path / name).write_text("The plant.")
    found = find_files([str(tmp_path)], Configuration({"engine": "none"}))
    message = "Skipped 1 file in formats that editkit does not check: 1 .html."

    with Session() as session:
        results = list(session.run(found.files, notices=found.notices))
        again = list(session.run(found.files))

    assert [(notice.message, notice.uri) for notice in found.notices] == [(message, None)]
    assert [result.notices for result in results] == [found.notices, ()]
    assert [result.notices for result in again] == [(), ()]
    assert find_files([str(tmp_path / "a.txt")], Configuration()).notices == ()


def test_a_changed_glossary_is_read_again(tmp_path: Path) -> None:
    glossary = tmp_path / "g.csv"
    settings = Settings(glossaries=(str(glossary),), engine="none")
    found = SourceFile("a", data=b"A plain boat.", format="plain")
    session = Session()
    counts = []
    for forbidden in ("none", "plain boat"):
        glossary.write_text(f"term,forbidden\nferry,{forbidden}\n", encoding="utf-8")
        [result] = session.run([(settings, found)])
        counts.append(len(result.issues))

    assert counts == [0, 1]


def test_an_unpickled_copy_of_a_glossary_uses_the_toolset_of_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built: list[Glossary | None] = []

    def build(settings: Settings, glossary: Glossary | None) -> Toolset:
        built.append(glossary)
        return build_toolset(settings, glossary)

    monkeypatch.setattr(open_toolset, "build_toolset", build)
    terms = (Term("ferry", "en"), Term("plain boat", "en", TermStatus.DEPRECATED))
    given = Glossary((Concept("1", terms),))
    first, second, third = (pickle.loads(pickle.dumps(given)) for _ in range(3))  # noqa: S301  (ours)
    other = Glossary((Concept("1", terms[:1]),))
    [(_, found)] = texts(1)
    file = replace(found, data=b"A plain boat.")

    with Session() as session:
        counts = [
            len(next(session.run([(Settings(engine="none"), file)], glossary)).issues)
            for glossary in (first, second, other, third)
        ]

    assert counts == [1, 1, 0, 1]
    assert built == [given, other]


def test_an_unreadable_glossary_fails_before_any_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The the.", encoding="utf-8")
    configuration = Configuration({"glossaries": (str(tmp_path / "gone.csv"),), "engine": "none"})

    files = find_files([str(tmp_path / "a.txt")], configuration).files

    with pytest.raises(InputError, match=r"gone\.csv"):
        next(Session().run(files))


def test_a_baseline_is_not_ignored_where_none_can_be_read() -> None:
    file = SourceFile("a", data=b"A plain boat.", format="plain")

    with pytest.raises(ValueError, match="baseline"):
        next(Session().run([(Settings(engine="none", baseline="known.json"), file)]))


def test_setup_comes_from_the_settings() -> None:
    options = (("repeated-word", (("x", 1),)),)

    setup = build_toolset(Settings(lang="en-GB", options=options)).setup

    assert (setup.lang, setup.options) == ("en-GB", {"repeated-word": {"x": 1}})


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
