"""Sessions: settings, glossaries and baselines of each file."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from editkit.config import Configuration, Settings
from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.linting import open_toolset
from editkit.linting.files.discover_settings import find_files
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.linting.toolset import Toolset, build_toolset
from tests.linting.session_texts import texts


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
    for name in ("a.txt", "b.txt", "c.odt"):
        (tmp_path / name).write_text("The plant.")
    found = find_files([str(tmp_path)], Configuration({"engine": "none"}))
    message = "Skipped 1 file in formats that editkit does not check: 1 .odt."

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
