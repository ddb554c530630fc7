"""Runs: engines beside checks, and what fails in one place only."""

import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from editkit.checks.grammar import repeated_word
from editkit.config import Configuration, Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.errors import InputError
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, FileResult, State
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.engines import registry
from editkit.engines.severity_table import rulebook
from editkit.linting.discover_settings import run
from editkit.linting.discovery import Found
from editkit.linting.engine_pump import Ahead, Crew, Feed
from editkit.linting.lint_file import Parsed, parse
from editkit.linting.session import Session
from editkit.linting.toolset import ENGINE_FAMILIES, engines_wanted, prepare

Say = Callable[[Document], tuple[Issue, ...] | EngineError]


class Parrot(Engine):
    """Says of each document what it is told to; reads `ahead` documents before it speaks."""

    name: ClassVar[str] = "harper"
    version = "1"

    def __init__(self, say: Say, ahead: int = 3) -> None:
        self.say, self.ahead = say, ahead
        self.read = 0
        self.ended = threading.Event()
        self.closed = False

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        waiting: list[Document] = []
        try:
            for document in documents:
                self.read += 1
                waiting.append(document)
                if len(waiting) > self.ahead:
                    yield self.say(waiting.pop(0))
            for document in waiting:
                yield self.say(document)
        finally:
            self.ended.set()

    def close(self) -> None:
        self.closed = True


def whole(document: Document) -> tuple[Issue, ...]:
    span = Span(0, len(document.text))
    return (Issue("harper/All", span, document.uri, Family.STYLE, "", engine="harper"),)


@pytest.fixture
def open_with(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Session]:
    """Return a session whose runs use the engines given."""

    def session(*engines: Engine) -> Session:
        reports = tuple(EngineReport(e.name, e.version, State.RAN) for e in engines)

        def opened(*_: object, **__: object) -> registry.Opened:
            return registry.Opened(engines, reports, ())

        monkeypatch.setattr(registry, "open_engines", opened)
        return Session()

    return session


def texts(count: int) -> list[tuple[Settings, Found]]:
    words = b"The the plant."
    return [(Settings(), Found(f"{n:03}", data=words, format="plain")) for n in range(count)]


def rules(result: FileResult) -> list[str]:
    return [placed.issue.rule for placed in result.issues]


@pytest.mark.parametrize("ahead", [0, 3, 100])
def test_each_engine_s_words_come_with_their_document(
    open_with: Callable[..., Session], ahead: int
) -> None:
    session = open_with(Parrot(whole, ahead), Parrot(whole, 1))

    results = list(session.run(texts(50)))

    assert [result.uri for result in results] == [f"{n:03}" for n in range(50)]
    for result in results:
        said = [p.issue.message for p in result.issues if p.issue.engine == "harper"]
        assert set(said) == {result.uri}
        assert "repeated-word" in rules(result)


def test_an_engine_reads_ahead_but_not_without_end(open_with: Callable[..., Session]) -> None:
    engine = Parrot(whole)
    results = open_with(engine).run(texts(500))

    next(results)
    threading.Event().wait(0.3)
    read = engine.read
    results.close()

    assert 1 < read < 100
    assert engine.ended.wait(10)


class Tracked(Parsed):
    """A file that a test can see being let go of."""


def tracked(count: int, alive: "weakref.WeakSet[Parsed]") -> Iterator[Parsed]:
    for _, found in texts(count):
        one = Tracked(found, parse(found, "en").package)
        alive.add(one)
        yield one


def test_nothing_is_kept_for_an_engine_that_has_broken_down() -> None:
    def say(_: Document) -> tuple[Issue, ...]:
        raise RuntimeError("boom")

    alive: weakref.WeakSet[Parsed] = weakref.WeakSet()
    feed = Feed(tracked(200, alive), 2)
    theirs, ours = feed.readers
    ahead = Ahead(Parrot(say, 0), Crew("parrot"), theirs)
    most = 0
    for _ in ours:
        assert isinstance(ahead.next(), EngineError)
        most = max(most, len(alive))

    assert most < 20
    assert list(theirs) == []


def test_an_engine_stays_in_its_thread_from_run_to_run(open_with: Callable[..., Session]) -> None:
    made = threading.local()
    count: list[int] = []

    def say(_: Document) -> tuple[Issue, ...]:
        if not hasattr(made, "linter"):
            made.linter = True
            count.append(1)
        return ()

    session = open_with(Parrot(say))
    for _ in range(5):
        assert len(list(session.run(texts(3)))) == 3
        threading.Event().wait(0.05)

    assert len(count) == 1


def test_a_run_may_be_begun_within_another(open_with: Callable[..., Session]) -> None:
    session = open_with(Parrot(whole, 0))

    count = sum(len(list(session.run(texts(30)))) for _ in session.run(texts(40)))

    assert count == 1200


def test_what_an_engine_cannot_check_is_a_notice(open_with: Callable[..., Session]) -> None:
    def say(document: Document) -> tuple[Issue, ...] | EngineError:
        return EngineError("It is ill.") if document.uri == "001" else whole(document)

    first, second, third = open_with(Parrot(say)).run(texts(3))

    assert "harper/All" in rules(first)
    assert "harper/All" in rules(third)
    assert rules(second) == ["repeated-word"]
    assert [(n.message, n.uri, n.engine) for n in second.notices] == [
        ("It is ill.", "001", "harper")
    ]
    assert (second.engines[0].state, second.engines[0].reason) == (State.FAILED, "It is ill.")
    assert third.engines[0].state is State.RAN


def test_an_engine_that_breaks_down_costs_its_own_issues_only(
    open_with: Callable[..., Session],
) -> None:
    def say(document: Document) -> tuple[Issue, ...]:
        if document.uri == "005":
            raise RuntimeError("boom")
        return whole(document)

    results = list(open_with(Parrot(say, 0)).run(texts(200)))

    assert [("harper/All" in rules(r)) for r in results] == [n < 5 for n in range(200)]
    assert all("repeated-word" in rules(result) for result in results)
    assert "RuntimeError: boom" in results[-1].notices[0].message


def test_a_check_that_fails_is_a_notice_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def boom(*_: object) -> Iterator[Issue]:
        raise ZeroDivisionError("by nothing")
        yield

    monkeypatch.setattr(repeated_word.RepeatedWord, "run", boom)
    found = Found("a", data=b"The the  plant.", format="plain")

    [result] = Session().run([(Settings(engine="none"), found)])

    assert rules(result) == ["repeated-space"]
    [notice] = result.notices
    assert notice.message == "The check repeated-word failed: ZeroDivisionError: by nothing."
    assert notice.uri == "a"


def test_engines_that_cannot_be_opened_cost_their_own_issues_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def boom(*_: object, **__: object) -> None:
        raise OSError("no such luck")

    monkeypatch.setattr(registry, "open_engines", boom)

    [result] = Session().run(texts(1))

    assert rules(result) == ["repeated-word"]
    assert [n.message for n in result.notices] == [
        "No engine could be opened: OSError: no such luck."
    ]


def test_engines_are_closed_with_the_session(open_with: Callable[..., Session]) -> None:
    engine = Parrot(whole)
    with open_with(engine) as session:
        list(session.run(texts(1)))
        assert not engine.closed

    assert engine.closed


def test_an_engine_that_works_is_not_closed_for_other_settings(
    open_with: Callable[..., Session],
) -> None:
    engine = Parrot(whole)
    session = open_with(engine)
    long = session.run(texts(40))
    next(long)
    open_with(Parrot(whole))
    for number in range(10):
        [(_, found)] = texts(1)
        list(session.run([(Settings(lang=f"en-{number}"), found)]))

    assert not engine.closed
    assert len(list(long)) == 39
    assert engine.closed


@pytest.mark.parametrize(
    ("settings", "wanted"),
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
def test_an_engine_none_of_whose_families_is_asked_for_is_not_started(
    settings: Settings,
    wanted: bool,  # noqa: FBT001  (a parameter of the test)
) -> None:
    assert engines_wanted(settings) is wanted


def test_engines_find_in_no_other_family() -> None:
    assert {entry.family for entry in rulebook().entries.values()} <= ENGINE_FAMILIES


def test_each_file_has_the_settings_and_the_glossary_of_its_folder(tmp_path: Path) -> None:
    for name, term in (("one", "Harbour"), ("two", "Harbor")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("A Harbuor town.", encoding="utf-8")
        (tmp_path / name / "g.csv").write_text(
            f"term,forbidden\n{term},Harbuor\n", encoding="utf-8"
        )
        (tmp_path / name / "editkit.toml").write_text('glossary = "g.csv"\nengine = "none"\n')

    results = list(run([str(tmp_path)], Configuration()))

    fixed = [p.issue.fixes[0].edits[0].text for r in results for p in r.issues]
    assert fixed == ["Harbour", "Harbor"]


def test_a_glossary_that_changes_is_read_again(tmp_path: Path) -> None:
    glossary = tmp_path / "g.csv"
    settings = Settings(glossaries=(str(glossary),), engine="none")
    found = Found("a", data=b"A plain boat.", format="plain")
    session = Session()
    counts = []
    for forbidden in ("none", "plain boat"):
        glossary.write_text(f"term,forbidden\nferry,{forbidden}\n", encoding="utf-8")
        [result] = session.run([(settings, found)])
        counts.append(len(result.issues))

    assert counts == [0, 1]


def test_a_glossary_that_cannot_be_read_ends_the_run_before_it_begins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The the.", encoding="utf-8")
    asked = Configuration({"glossaries": (str(tmp_path / "gone.csv"),), "engine": "none"})

    with pytest.raises(InputError, match=r"gone\.csv"):
        next(run([str(tmp_path / "a.txt")], asked))


def test_setup_is_what_the_settings_say() -> None:
    options = (("repeated-word", (("x", 1),)),)

    setup = prepare(Settings(lang="en-GB", options=options)).setup

    assert (setup.lang, setup.options) == ("en-GB", {"repeated-word": {"x": 1}})


class Spent(Parrot):
    """Says that it is of no use any more once it has been asked."""

    @property
    def spent(self) -> bool:
        return self.read > 0


def test_an_engine_that_is_spent_is_opened_anew_for_the_next_run(
    open_with: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_with()
    opened: list[Engine] = []

    def anew(*_: object, **__: object) -> registry.Opened:
        opened.append(Spent(whole))
        return registry.Opened((opened[-1],), (EngineReport("harper", "1", State.RAN),), ())

    monkeypatch.setattr(registry, "open_engines", anew)
    for runs in (1, 2, 3):
        assert len(list(session.run(texts(2)))) == 2
        assert len(opened) == runs
