"""Tests of cached results: reuse and invalidation."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

import pytest

from editkit.cache import keys
from editkit.cache.keys import tree_digest
from editkit.cache.store import ResultCache
from editkit.checks import load
from editkit.checks.grammar.repeated_word import RepeatedWord
from editkit.config import Settings
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineError
from editkit.core.engine_provider import EngineIdentity as Identity
from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, EngineState, FileResult, Notice
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines import selection
from editkit.engines.languagetool import identity as identities
from editkit.linting.session import Session
from editkit.linting.source_file import STDIN, SourceFile
from tests.capabilities import needs

TEXT = "The the ferry left at at noon.\n"


class Counting(Engine):
    """Flags the first word of each document and records the documents it has read."""

    name: ClassVar[str] = "harper"
    version = "1"

    def __init__(self) -> None:
        self.read: list[str] = []
        self.failing: set[str] = set()

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Issue, ...] | EngineError]:
        for document in documents:
            self.read.append(document.uri)
            if document.uri in self.failing:
                yield EngineError("It is ill.")
            else:
                span = Span(0, min(3, len(document.text)))
                yield (Issue("harper/All", span, "Hm.", Family.STYLE, "", engine="harper"),)

    def close(self) -> None:
        pass


@dataclass
class Workspace:
    """A folder of articles with a cache; records which files were linted."""

    folder: Path
    settings: Settings
    engine: Counting = field(default_factory=Counting)
    opened: int = 0
    checked: list[str] = field(default_factory=list)
    reports: tuple[EngineReport, ...] = (EngineReport("harper", "1", EngineState.RAN),)
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
        files = [
            (settings or self.settings, SourceFile(str(self.folder / name))) for name in names
        ]
        with Session(cache=cache) as session:
            return list(session.run(files, glossary))

    def entries(self) -> list[Path]:
        return sorted((self.folder / "cache").iterdir())

    @property
    def linted_names(self) -> list[str]:
        assert [Path(uri).name for uri in self.engine.read] == self.checked
        return list(self.checked)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    glossary = tmp_path / "g.csv"
    glossary.write_text("term,forbidden\nferry,float boat\n", encoding="utf-8")
    workspace = Workspace(tmp_path, Settings(glossaries=(str(glossary),), engine="harper"))
    workspace.article("a.txt")
    run = RepeatedWord.run

    def record_run(check: RepeatedWord, context: LintContext) -> Iterator[Issue]:
        workspace.checked.append(Path(context.document.uri).name)
        return run(check, context)

    def opened(*_: object, **__: object) -> selection.OpenedEngines:
        workspace.opened += 1
        return selection.OpenedEngines((workspace.engine,), workspace.reports, workspace.notices)

    monkeypatch.setattr(RepeatedWord, "run", record_run)
    monkeypatch.setattr(selection, "open_engines", opened)
    return workspace


def without_segments(result: FileResult) -> FileResult:
    """Return a result without the segments of its documents, which the cache omits."""
    assert result.package is not None
    base = tuple(replace(d, segments=()) for d in result.package.documents)
    parts = zip(result.documents, base, strict=True)
    return replace(
        result,
        package=replace(result.package, documents=base),
        documents=tuple(replace(part, document=document) for part, document in parts),
    )


def test_a_second_run_uses_the_cache_only(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.article("b.md", "# The the\n\nA float boat left *at at* noon.\n")
    workspace.article("c.txt", "")
    first = workspace.run("a.txt", "b.md", "c.txt")
    assert workspace.linted_names == ["a.txt", "b.md", "c.txt"]
    monkeypatch.setattr(
        "editkit.linting.open_toolset.build_toolset", lambda *_: pytest.fail("prepared")
    )

    second = workspace.run("a.txt", "b.md", "c.txt")

    assert (workspace.linted_names, workspace.opened) == ([], 0)
    assert [without_segments(result) for result in second] == [
        without_segments(result) for result in first
    ]
    assert [len(result.issues) for result in second] == [3, 4, 1]


def test_only_changed_files_are_linted_and_the_order_is_kept(workspace: Workspace) -> None:
    names = [f"{number}.txt" for number in range(20)]
    for name in names:
        workspace.article(name, f"The the {name}.")
    workspace.run(*names)
    changed = ["4.txt", "5.txt", "17.txt"]
    for name in changed:
        workspace.article(name, f"The the cat {name}.")

    results = workspace.run(*names)

    assert workspace.linted_names == changed
    assert [Path(result.uri).name for result in results] == names
    assert all(len(result.issues) == 2 for result in results)
    workspace.run(*names)
    assert workspace.linted_names == []


def test_a_renamed_file_uses_the_same_entry(workspace: Workspace) -> None:
    workspace.run("a.txt")
    workspace.article("other.txt")

    [result] = workspace.run("other.txt")

    assert workspace.linted_names == []
    assert result.uri.endswith("other.txt")
    assert result.documents[0].document.uri.endswith("other.txt")


def test_files_with_equal_contents_share_an_entry(workspace: Workspace) -> None:
    workspace.article("b.txt", "The the other.")
    workspace.article("copy.txt")

    results = workspace.run("b.txt", "a.txt", "copy.txt")

    assert workspace.linted_names == ["b.txt", "a.txt", "copy.txt"][: len(workspace.linted_names)]
    assert [len(result.issues) for result in results] == [2, 3, 3]


def test_another_format_is_another_entry(workspace: Workspace) -> None:
    workspace.run("a.txt")
    workspace.article("a.md")

    workspace.run("a.md")

    assert workspace.linted_names == ["a.md"]


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
def test_another_setting_is_another_entry(
    workspace: Workspace, change: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "current_identity", lambda _: Identity("6.8"))
    workspace.run("a.txt")
    settings = replace(workspace.settings, **change)

    workspace.run("a.txt", settings=settings)
    assert workspace.linted_names == ["a.txt"]

    workspace.run("a.txt", settings=settings)
    assert workspace.linted_names == []
    workspace.run("a.txt")
    assert workspace.linted_names == []


def test_report_settings_are_not_part_of_the_key(workspace: Workspace) -> None:
    workspace.run("a.txt")

    workspace.run("a.txt", settings=replace(workspace.settings, color="always", root="/elsewhere"))

    assert workspace.linted_names == []


def test_all_other_settings_are_part_of_the_key() -> None:
    irrelevant = {"baseline", "color", "cache", "root", "per_file_ignores"}
    relevant = set(Settings.__slots__) - irrelevant - {"project_files", "outside_files"}
    base = Settings(engine="none")

    for name in relevant - {"glossaries", "words", "engine"}:
        other: dict[str, Any] = {name: ("other",)}
        changed = replace(base, **other)
        assert keys.toolset_key(changed) != keys.toolset_key(base), name


def test_a_touched_glossary_keeps_the_entry(workspace: Workspace) -> None:
    workspace.run("a.txt")
    glossary = workspace.folder / "g.csv"
    glossary.write_bytes(glossary.read_bytes())
    os.utime(glossary, (5, 5))

    workspace.run("a.txt")

    assert workspace.linted_names == []


def test_a_changed_glossary_is_another_entry(workspace: Workspace) -> None:
    [before] = workspace.run("a.txt")
    (workspace.folder / "g.csv").write_text("term,forbidden\nboat,ferry\n", encoding="utf-8")

    [after] = workspace.run("a.txt")

    assert workspace.linted_names == ["a.txt"]
    assert len(after.issues) == len(before.issues) + 1


def test_a_missing_glossary_is_an_error(workspace: Workspace) -> None:
    workspace.run("a.txt")
    (workspace.folder / "g.csv").unlink()

    with pytest.raises(InputError, match=r"g\.csv"):
        workspace.run("a.txt")


def test_notices_of_a_glossary_are_cached(workspace: Workspace) -> None:
    (workspace.folder / "g.csv").write_text("term,colour\nferry,red\n", encoding="utf-8")
    [before] = workspace.run("a.txt")

    [after] = workspace.run("a.txt")

    assert workspace.linted_names == []
    assert after.notices == before.notices
    assert "colour" in after.notices[0].message


def test_a_glossary_object_is_part_of_the_key(workspace: Workspace) -> None:
    def glossary(rejected: str) -> Glossary:
        terms = (Term("boat", "en"), Term(rejected, "en", TermStatus.DEPRECATED))
        return Glossary((Concept("1", terms),))

    counts = []
    for rejected, linted in (("ferry", True), ("ferry", False), ("noon", True), ("ferry", False)):
        [result] = workspace.run("a.txt", glossary=glossary(rejected))
        counts.append([p.issue.rule for p in result.issues].count("deprecated-term"))
        assert workspace.linted_names == (["a.txt"] if linted else [])

    assert counts == [1, 1, 1, 1]
    workspace.run("a.txt")
    assert workspace.linted_names == ["a.txt"]


def test_another_version_of_editkit_is_another_entry(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.run("a.txt")
    monkeypatch.setattr("editkit.cache.keys.__version__", "99.0")

    workspace.run("a.txt")

    assert workspace.linted_names == ["a.txt"]


def test_changed_installed_files_are_another_entry(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.run("a.txt")
    monkeypatch.setattr(keys, "installed_digest", lambda: "changed")

    workspace.run("a.txt")

    assert workspace.linted_names == ["a.txt"]


def test_tree_digest_changes_with_any_source_file(tmp_path: Path) -> None:
    (tmp_path / "deep" / "__pycache__").mkdir(parents=True)
    source = tmp_path / "deep" / "a.py"
    source.write_text("A = 1\n")
    digests = [keys.tree_digest(tmp_path)]
    os.utime(source, ns=(7, 7))
    digests.append(keys.tree_digest(tmp_path))
    source.write_text("A = 10\n")
    os.utime(source, ns=(7, 7))
    digests.append(keys.tree_digest(tmp_path))
    (tmp_path / "b.py").touch()
    digests.append(keys.tree_digest(tmp_path))
    (tmp_path / "deep" / "__pycache__" / "a.pyc").touch()

    assert len(set(digests)) == 4
    assert keys.tree_digest(tmp_path) == digests[-1]


def test_installed_digest_changes_with_a_package_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.path", [str(tmp_path / "site-packages"), str(tmp_path / "gone-packages")]
    )
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "harper_py-0.2.0.dist-info").mkdir()
    before = keys.installed_digest.__wrapped__()
    (folder / "harper_py-0.2.0.dist-info").rename(folder / "harper_py-0.2.1.dist-info")

    assert keys.installed_digest.__wrapped__() != before


@pytest.mark.parametrize("engine", ["auto", "languagetool", "both"])
def test_another_version_of_languagetool_is_another_entry(
    workspace: Workspace, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(workspace.settings, engine=engine)
    for version, linted_names in (
        ("6.8", ["a.txt"]),
        ("6.9", ["a.txt"]),
        ("6.8", []),
        ("6.9", []),
    ):
        monkeypatch.setattr(identities, "current_identity", lambda _, v=version: Identity(v))
        workspace.run("a.txt", settings=settings)
        assert workspace.linted_names == linted_names


def test_an_unidentified_engine_is_not_cached(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "current_identity", lambda _: None)
    settings = replace(workspace.settings, engine="auto")
    for _ in range(2):
        workspace.run("a.txt", settings=settings)
        assert workspace.linted_names == ["a.txt"]


def test_the_run_that_installs_an_engine_is_cached(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        identities, "current_identity", lambda _: Identity("6.8") if workspace.opened else None
    )
    settings = replace(workspace.settings, engine="auto")
    workspace.run("a.txt", settings=settings)
    monkeypatch.setattr(identities, "current_identity", lambda _: Identity("6.8"))

    workspace.run("a.txt", settings=settings)

    assert workspace.linted_names == []


@pytest.mark.parametrize(
    ("is_unavailable", "states", "is_cached"),
    [
        (False, (EngineState.MISSING, EngineState.RAN), False),
        (True, (EngineState.MISSING, EngineState.RAN), True),
        (True, (EngineState.FAILED, EngineState.RAN), False),
        (False, (), False),
    ],
)
def test_a_run_without_an_engine_is_cached_only_if_it_is_unavailable(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    is_unavailable: bool,  # noqa: FBT001  (a parameter of the test)
    states: tuple[EngineState, ...],
    is_cached: bool,  # noqa: FBT001  (as above)
) -> None:
    monkeypatch.setattr(
        identities, "current_identity", lambda _: Identity("none", is_unavailable=is_unavailable)
    )
    names = ("languagetool", "harper")
    workspace.reports = tuple(map(EngineReport, names, ("6.8", "1"), states))
    workspace.notices = (Notice("There is no Java."),)
    settings = replace(workspace.settings, engine="auto")
    first = workspace.run("a.txt", settings=settings)

    second = workspace.run("a.txt", settings=settings)

    assert workspace.linted_names == ([] if is_cached else ["a.txt"])
    assert [r.notices for r in second] == [r.notices for r in first]
    assert [r.engines for r in second] == [r.engines for r in first]


def test_a_file_that_an_engine_failed_on_is_not_cached(workspace: Workspace) -> None:
    workspace.article("b.txt", "The the bus.")
    workspace.engine.failing = {str(workspace.folder / "a.txt")}
    workspace.run("a.txt", "b.txt")
    workspace.engine.failing = set()

    [first, _] = workspace.run("a.txt", "b.txt")

    assert workspace.linted_names == ["a.txt"]
    assert len(first.issues) == 3
    workspace.run("a.txt", "b.txt")
    assert workspace.linted_names == []


def test_a_file_that_a_check_failed_on_is_not_cached(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Iterator[Issue]:
        raise ZeroDivisionError
        yield

    check = load("space-around-punctuation")
    with monkeypatch.context() as patch:
        patch.setattr(check, "run", fail)
        [result] = workspace.run("a.txt")
        assert "space-around-punctuation failed" in result.notices[-1].message

    [result] = workspace.run("a.txt")

    assert workspace.linted_names == ["a.txt"]
    assert result.notices == ()


def test_an_unreadable_file_is_not_cached(workspace: Workspace) -> None:
    (workspace.folder / "bad.txt").write_bytes(b"\xff\xfe\x00")
    for _ in range(2):
        results = workspace.run("bad.txt", "gone.txt")
        assert [result.package for result in results] == [None, None]
        assert all(result.notices for result in results)


def test_the_same_bytes_in_another_encoding_are_another_entry(workspace: Workspace) -> None:
    data = "The ferry (疫情) left at at noon.\n".encode("gbk")

    def start(encoding: str | None) -> int:
        file = SourceFile("a.txt", data=data, format="plain", encoding=encoding)
        with Session(cache=ResultCache(workspace.folder / "cache")) as session:
            [result] = session.run([(workspace.settings, file)])
        return result.issues[-1].location.span.start

    assert [start(None), start("windows-1252"), start(None)] == [20, 22, 20]


def test_the_standard_input_is_not_cached(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.checked.clear()
        with Session(cache=ResultCache(workspace.folder / "cache")) as session:
            list(session.run([(workspace.settings, SourceFile(STDIN, data=b"The the."))]))
        assert workspace.checked == [STDIN]
    assert len(workspace.entries()) == 1  # the entry of the toolset


@pytest.mark.parametrize("cache", [False, True])
def test_a_setting_disables_the_cache(workspace: Workspace, cache: bool) -> None:  # noqa: FBT001  (a parameter)
    workspace.run("a.txt", settings=replace(workspace.settings, cache=cache))
    entries = list((workspace.folder / "cache").glob("*"))
    assert bool(entries) is cache

    workspace.run("a.txt")
    workspace.run("a.txt", settings=replace(workspace.settings, cache=False))
    assert workspace.linted_names == ["a.txt"]


def _empty(entry: Path) -> None:
    entry.write_bytes(b"")


def _cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-3])


@pytest.mark.parametrize("damage", [_empty, _cut, Path.unlink])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_corrupt_or_missing_entry_is_computed_again(
    workspace: Workspace, damage: Callable[[Path], None], index: int
) -> None:
    workspace.article("b.txt", "The the bus.")
    before = workspace.run("a.txt", "b.txt")
    damage(workspace.entries()[index])

    after = workspace.run("a.txt", "b.txt")

    assert [without_segments(result) for result in after] == [
        without_segments(result) for result in before
    ]
    assert workspace.linted_names in (["a.txt"], ["b.txt"], [])
    assert workspace.opened == 1


def test_an_entry_evicted_during_the_run_is_computed_again(workspace: Workspace) -> None:
    names = [f"{number}.txt" for number in range(6)]
    for name in names:
        workspace.article(name, f"The the {name}.")
    workspace.run(*names)
    workspace.article("0.txt", "The the change.")
    files = [(workspace.settings, SourceFile(str(workspace.folder / name))) for name in names]
    with Session(cache=ResultCache(workspace.folder / "cache")) as session:
        results = session.run(files)
        first = next(results)
        for entry in workspace.entries():
            entry.unlink()
        rest = list(results)

    assert [Path(r.uri).name for r in (first, *rest)] == names
    assert [len(r.issues) for r in (first, *rest)] == [2] * 6


@needs("links")
def test_a_folder_with_a_dangling_link_has_a_digest(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("missing")
    before = tree_digest(tmp_path)
    (tmp_path / "module.py").write_text("", encoding="utf-8")

    assert tree_digest(tmp_path) != before
