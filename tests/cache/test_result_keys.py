"""Keys of cached results: what makes another entry."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editkit.cache import keys
from editkit.cache.keys import tree_digest
from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.engine_provider import EngineIdentity as Identity
from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.taxonomy import Confidence, Severity
from editkit.engines.languagetool import identity as identities
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from tests.cache.workspaces import Workspace
from tests.capabilities import needs


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
        {"preview": True},
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


def test_the_same_bytes_in_another_encoding_are_another_entry(workspace: Workspace) -> None:
    data = "The ferry (疫情) left at at noon.\n".encode("gbk")

    def start(encoding: str | None) -> int:
        file = SourceFile("a.txt", data=data, format="plain", encoding=encoding)
        with Session(cache=ResultCache(workspace.folder / "cache")) as session:
            [result] = session.run([(workspace.settings, file)])
        return result.issues[-1].location.span.start

    assert [start(None), start("windows-1252"), start(None)] == [20, 22, 20]


@needs("links")
def test_a_folder_with_a_dangling_link_has_a_digest(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("missing")
    before = tree_digest(tmp_path)
    (tmp_path / "module.py").write_text("", encoding="utf-8")

    assert tree_digest(tmp_path) != before
