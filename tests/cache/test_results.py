"""Runs that remember: what is found out once, and what makes it be found out anew."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

import pytest

import editkit
from editkit.cache import keys
from editkit.cache.store import ResultCache
from editkit.checks import load
from editkit.checks.grammar.repeated_word import RepeatedWord
from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, FileResult, Notice, State
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines import registry
from editkit.engines.languagetool import identity as identities
from editkit.engines.languagetool.identity import Identity
from editkit.linting.discovery import STDIN, Found
from editkit.linting.session import Session

TEXT = "The the ferry left at at noon.\n"


class Counting(Engine):
    """Flags the first word of each document, and keeps the names of those it has read."""

    name: ClassVar[str] = "harper"
    version = "1"

    def __init__(self) -> None:
        self.read: list[str] = []
        self.ill: set[str] = set()

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        for document in documents:
            self.read.append(document.uri)
            if document.uri in self.ill:
                yield EngineError("It is ill.")
            else:
                span = Span(0, 3)
                yield (Issue("harper/All", span, "Hm.", Family.STYLE, "", engine="harper"),)

    def close(self) -> None:
        pass


@dataclass
class Desk:
    """A folder of articles, a cache, and who was asked about which of them."""

    folder: Path
    settings: Settings
    engine: Counting = field(default_factory=Counting)
    opened: int = 0
    checked: list[str] = field(default_factory=list)
    reports: tuple[EngineReport, ...] = (EngineReport("harper", "1", State.RAN),)
    notices: tuple[Notice, ...] = ()

    def article(self, name: str, text: str = TEXT) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run(
        self, *names: str, settings: Settings | None = None, glossary: Glossary | None = None
    ) -> list[FileResult]:
        self.engine.read.clear()
        self.checked.clear()
        self.opened = 0
        cache = ResultCache(self.folder / "cache")
        files = [(settings or self.settings, Found(str(self.folder / name))) for name in names]
        with Session(cache=cache) as session:
            return list(session.run(files, glossary))

    def entries(self) -> list[Path]:
        return sorted((self.folder / "cache").iterdir())

    @property
    def asked(self) -> list[str]:
        assert [Path(uri).name for uri in self.engine.read] == self.checked
        return list(self.checked)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    glossary = tmp_path / "g.csv"
    glossary.write_text("term,forbidden\nferry,float boat\n", encoding="utf-8")
    desk = Desk(tmp_path, Settings(glossaries=(str(glossary),), engine="harper"))
    desk.article("a.txt")
    run = RepeatedWord.run

    def counted(check: RepeatedWord, document: Document) -> Iterator[Issue]:
        desk.checked.append(Path(document.uri).name)
        return run(check, document)

    def opened(*_: object, **__: object) -> registry.Opened:
        desk.opened += 1
        return registry.Opened((desk.engine,), desk.reports, desk.notices)

    monkeypatch.setattr(RepeatedWord, "run", counted)
    monkeypatch.setattr(registry, "open_engines", opened)
    return desk


def shown(result: FileResult) -> FileResult:
    """Return a result as its readers see it: without where sentences begin."""
    assert result.package is not None
    bare = tuple(replace(d, segments=()) for d in result.package.documents)
    parts = zip(result.documents, bare, strict=True)
    return replace(
        result,
        package=replace(result.package, documents=bare),
        documents=tuple(replace(part, document=document) for part, document in parts),
    )


def test_a_second_run_says_the_same_and_asks_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.article("b.md", "# The the\n\nA float boat left *at at* noon.\n")
    desk.article("c.txt", "")
    first = desk.run("a.txt", "b.md", "c.txt")
    assert desk.asked == ["a.txt", "b.md", "c.txt"]
    monkeypatch.setattr("editkit.linting.session.prepare", lambda *_: pytest.fail("prepared"))

    second = desk.run("a.txt", "b.md", "c.txt")

    assert (desk.asked, desk.opened) == ([], 0)
    assert [shown(result) for result in second] == [shown(result) for result in first]
    assert [len(result.issues) for result in second] == [3, 4, 1]


def test_only_what_has_changed_is_checked_and_the_order_stays(desk: Desk) -> None:
    names = [f"{number}.txt" for number in range(20)]
    for name in names:
        desk.article(name, f"The the {name}.")
    desk.run(*names)
    changed = ["4.txt", "5.txt", "17.txt"]
    for name in changed:
        desk.article(name, f"The the cat {name}.")

    results = desk.run(*names)

    assert desk.asked == changed
    assert [Path(result.uri).name for result in results] == names
    assert all(len(result.issues) == 2 for result in results)
    desk.run(*names)
    assert desk.asked == []


def test_a_file_by_another_name_is_the_same_text(desk: Desk) -> None:
    desk.run("a.txt")
    desk.article("other.txt")

    [result] = desk.run("other.txt")

    assert desk.asked == []
    assert result.uri.endswith("other.txt")
    assert result.documents[0].document.uri.endswith("other.txt")


def test_a_text_that_stands_in_two_files_is_checked_once(desk: Desk) -> None:
    desk.article("b.txt", "The the other.")
    desk.article("copy.txt")

    results = desk.run("b.txt", "a.txt", "copy.txt")

    assert desk.asked == ["b.txt", "a.txt", "copy.txt"][: len(desk.asked)]
    assert [len(result.issues) for result in results] == [2, 3, 3]


def test_another_format_is_another_text(desk: Desk) -> None:
    desk.run("a.txt")
    desk.article("a.md")

    desk.run("a.md")

    assert desk.asked == ["a.md"]


@pytest.mark.parametrize(
    "change",
    [
        {"lang": "en-GB"},
        {"select": ("grammar", "style", "term")},
        {"ignore": ("harper/Other",)},
        {"min_severity": Severity.MINOR},
        {"min_confidence": Confidence.HIGH},
        {"options": (("repeated-word", (("allowed", ("at",)),)),)},
        {"engine": "auto"},
        {"engine": "both"},
        {"offline": True},
    ],
)
def test_another_setting_is_another_result(
    desk: Desk, change: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "identity", lambda _: Identity("6.8"))
    desk.run("a.txt")
    settings = replace(desk.settings, **change)

    desk.run("a.txt", settings=settings)
    assert desk.asked == ["a.txt"]

    desk.run("a.txt", settings=settings)
    assert desk.asked == []
    desk.run("a.txt")
    assert desk.asked == []


def test_the_color_of_a_report_changes_no_result(desk: Desk) -> None:
    desk.run("a.txt")

    desk.run("a.txt", settings=replace(desk.settings, color="always", root="/elsewhere"))

    assert desk.asked == []


def test_each_setting_is_part_of_the_key_or_said_not_to_be() -> None:
    told = set(Settings.__slots__) - {"baseline", "color", "cache", "root", "per_file_ignores"}
    bare = Settings(engine="none")

    for name in told - {"glossaries", "words", "engine"}:
        other: dict[str, Any] = {name: ("other",)}
        changed = replace(bare, **other)
        assert keys.bench_key(changed) != keys.bench_key(bare), name


def test_a_glossary_that_was_touched_is_the_same_one(desk: Desk) -> None:
    desk.run("a.txt")
    glossary = desk.folder / "g.csv"
    glossary.write_bytes(glossary.read_bytes())
    os.utime(glossary, (5, 5))

    desk.run("a.txt")

    assert desk.asked == []


def test_a_glossary_that_says_otherwise_is_another_result(desk: Desk) -> None:
    [before] = desk.run("a.txt")
    (desk.folder / "g.csv").write_text("term,forbidden\nboat,ferry\n", encoding="utf-8")

    [after] = desk.run("a.txt")

    assert desk.asked == ["a.txt"]
    assert len(after.issues) == len(before.issues) + 1


def test_a_glossary_that_is_gone_ends_the_run_as_ever(desk: Desk) -> None:
    desk.run("a.txt")
    (desk.folder / "g.csv").unlink()

    with pytest.raises(InputError, match=r"g\.csv"):
        desk.run("a.txt")


def test_what_a_glossary_has_to_say_is_said_again(desk: Desk) -> None:
    (desk.folder / "g.csv").write_text("term,colour\nferry,red\n", encoding="utf-8")
    [before] = desk.run("a.txt")

    [after] = desk.run("a.txt")

    assert desk.asked == []
    assert after.notices == before.notices
    assert "colour" in after.notices[0].message


def test_a_glossary_at_hand_is_never_remembered(desk: Desk) -> None:
    glossary = Glossary((Concept("1", (Term("ferry"),)),))
    for _ in range(2):
        desk.run("a.txt", glossary=glossary)
        assert desk.asked == ["a.txt"]


def test_another_version_of_editkit_finds_for_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run("a.txt")
    monkeypatch.setattr(editkit, "__version__", "99.0")

    desk.run("a.txt")

    assert desk.asked == ["a.txt"]


def test_editkit_at_work_on_itself_finds_for_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run("a.txt")
    monkeypatch.setattr(keys, "installed", lambda: "changed")

    desk.run("a.txt")

    assert desk.asked == ["a.txt"]


def test_a_source_file_that_changes_is_seen(tmp_path: Path) -> None:
    (tmp_path / "deep" / "__pycache__").mkdir(parents=True)
    source = tmp_path / "deep" / "a.py"
    source.write_text("A = 1\n")
    stamps = [keys.stamp(tmp_path)]
    os.utime(source, ns=(7, 7))
    stamps.append(keys.stamp(tmp_path))
    source.write_text("A = 10\n")
    os.utime(source, ns=(7, 7))
    stamps.append(keys.stamp(tmp_path))
    (tmp_path / "b.py").touch()
    stamps.append(keys.stamp(tmp_path))
    (tmp_path / "deep" / "__pycache__" / "a.pyc").touch()

    assert len(set(stamps)) == 4
    assert keys.stamp(tmp_path) == stamps[-1]


def test_a_package_that_is_updated_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.path", [str(tmp_path / "site-packages"), str(tmp_path / "gone-packages")]
    )
    shelf = tmp_path / "site-packages"
    shelf.mkdir()
    (shelf / "harper_py-0.2.0.dist-info").mkdir()
    before = keys.installed.__wrapped__()
    (shelf / "harper_py-0.2.0.dist-info").rename(shelf / "harper_py-0.2.1.dist-info")

    assert keys.installed.__wrapped__() != before


@pytest.mark.parametrize("engine", ["auto", "languagetool", "both"])
def test_another_languagetool_finds_for_itself(
    desk: Desk, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(desk.settings, engine=engine)
    for version, asked in (("6.8", ["a.txt"]), ("6.9", ["a.txt"]), ("6.8", []), ("6.9", [])):
        monkeypatch.setattr(identities, "identity", lambda _, v=version: Identity(v))
        desk.run("a.txt", settings=settings)
        assert desk.asked == asked


def test_an_engine_that_cannot_be_told_is_asked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "identity", lambda _: None)
    settings = replace(desk.settings, engine="auto")
    for _ in range(2):
        desk.run("a.txt", settings=settings)
        assert desk.asked == ["a.txt"]


def test_the_run_that_fetches_an_engine_remembers_what_it_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "identity", lambda _: Identity("6.8") if desk.opened else None)
    settings = replace(desk.settings, engine="auto")
    desk.run("a.txt", settings=settings)
    monkeypatch.setattr(identities, "identity", lambda _: Identity("6.8"))

    desk.run("a.txt", settings=settings)

    assert desk.asked == []


@pytest.mark.parametrize(
    ("lacking", "states", "kept"),
    [
        (False, (State.MISSING, State.RAN), False),
        (True, (State.MISSING, State.RAN), True),
        (True, (State.FAILED, State.RAN), False),
        (False, (), False),
    ],
)
def test_a_run_whose_engine_is_not_there_is_kept_only_if_it_cannot_be(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    lacking: bool,  # noqa: FBT001  (a parameter of the test)
    states: tuple[State, ...],
    kept: bool,  # noqa: FBT001  (as above)
) -> None:
    monkeypatch.setattr(identities, "identity", lambda _: Identity("none", lacking=lacking))
    names = ("languagetool", "harper")
    desk.reports = tuple(map(EngineReport, names, ("6.8", "1"), states))
    desk.notices = (Notice("There is no Java."),)
    settings = replace(desk.settings, engine="auto")
    first = desk.run("a.txt", settings=settings)

    second = desk.run("a.txt", settings=settings)

    assert desk.asked == ([] if kept else ["a.txt"])
    assert [r.notices for r in second] == [r.notices for r in first]
    assert [r.engines for r in second] == [r.engines for r in first]


def test_what_an_engine_could_not_check_is_asked_again(desk: Desk) -> None:
    desk.article("b.txt", "The the bus.")
    desk.engine.ill = {str(desk.folder / "a.txt")}
    desk.run("a.txt", "b.txt")
    desk.engine.ill = set()

    [first, _] = desk.run("a.txt", "b.txt")

    assert desk.asked == ["a.txt"]
    assert len(first.issues) == 3
    desk.run("a.txt", "b.txt")
    assert desk.asked == []


def test_what_a_check_failed_on_is_checked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def boom(*_: object) -> Iterator[Issue]:
        raise ZeroDivisionError
        yield

    check = load("repeated-space")
    with monkeypatch.context() as patch:
        patch.setattr(check, "run", boom)
        [result] = desk.run("a.txt")
        assert "repeated-space failed" in result.notices[-1].message

    [result] = desk.run("a.txt")

    assert desk.asked == ["a.txt"]
    assert result.notices == ()


def test_a_file_that_cannot_be_read_is_read_again(desk: Desk) -> None:
    (desk.folder / "bad.txt").write_bytes(b"\xff\xfe\x00")
    for _ in range(2):
        results = desk.run("bad.txt", "gone.txt")
        assert [result.package for result in results] == [None, None]
        assert all(result.notices for result in results)


def test_the_standard_input_is_not_remembered(desk: Desk) -> None:
    for _ in range(2):
        desk.checked.clear()
        with Session(cache=ResultCache(desk.folder / "cache")) as session:
            list(session.run([(desk.settings, Found(STDIN, data=b"The the."))]))
        assert desk.checked == [STDIN]
    assert len(desk.entries()) == 1  # what the workbench said


@pytest.mark.parametrize("cache", [False, True])
def test_a_setting_switches_it_off(desk: Desk, cache: bool) -> None:  # noqa: FBT001  (a parameter)
    desk.run("a.txt", settings=replace(desk.settings, cache=cache))
    entries = list((desk.folder / "cache").glob("*"))
    assert bool(entries) is cache

    desk.run("a.txt")
    desk.run("a.txt", settings=replace(desk.settings, cache=False))
    assert desk.asked == ["a.txt"]


def _empty(entry: Path) -> None:
    entry.write_bytes(b"")


def _cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-3])


@pytest.mark.parametrize("spoil", [_empty, _cut, Path.unlink])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_an_entry_that_is_damaged_or_gone_is_found_out_anew(
    desk: Desk, spoil: Callable[[Path], None], which: int
) -> None:
    desk.article("b.txt", "The the bus.")
    before = desk.run("a.txt", "b.txt")
    spoil(desk.entries()[which])

    after = desk.run("a.txt", "b.txt")

    assert [shown(result) for result in after] == [shown(result) for result in before]
    assert desk.asked in (["a.txt"], ["b.txt"], [])
    assert desk.opened == 1


def test_an_entry_that_goes_while_an_engine_reads_ahead_is_found_out_anew(desk: Desk) -> None:
    names = [f"{number}.txt" for number in range(6)]
    for name in names:
        desk.article(name, f"The the {name}.")
    desk.run(*names)
    desk.article("0.txt", "The the change.")
    files = [(desk.settings, Found(str(desk.folder / name))) for name in names]
    with Session(cache=ResultCache(desk.folder / "cache")) as session:
        results = session.run(files)
        first = next(results)
        for entry in desk.entries():
            entry.unlink()
        rest = list(results)

    assert [Path(r.uri).name for r in (first, *rest)] == names
    assert [len(r.issues) for r in (first, *rest)] == [2] * 6
