"""Tests of allowed words: they are never reported as misspelled."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.core.span import Span
from editkit.linting.files.load_files import load_allowed_words
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from tests.capabilities import needs

TEXT = b"The Harbuor Line owns a companny tram.\n"


def rules(result: FileResult) -> list[tuple[str, str]]:
    return [
        (placed.issue.rule, placed.location.span.of(part.document.raw))
        for part in result.documents
        for placed in part.issues
    ]


@pytest.fixture
def word_list(tmp_path: Path) -> Path:
    path = tmp_path / "w.txt"
    path.write_text("# none yet\n")
    (tmp_path / "g.csv").write_text("term\nHarbour Line\n")
    return path


def settings(word_list: Path, engine: str) -> Settings:
    glossary = str(word_list.with_name("g.csv"))
    select = ("spelling", "term")
    return Settings((glossary,), (str(word_list),), engine=engine, select=select)


def lint(session: Session, own_settings: Settings) -> list[tuple[str, str]]:
    [result] = session.run([(own_settings, SourceFile("a.txt", data=TEXT))])
    return rules(result)


def test_no_engine_or_check_reports_an_allowed_word(word_list: Path) -> None:
    with_engine = settings(word_list, "harper")
    with Session() as session:
        before = lint(session, with_engine)
        word_list.write_text("companny\nHarbuor\n")
        after = lint(session, with_engine)

    assert ("misspelled-term", "Harbuor Line") in before
    assert ("harper/SpellCheck", "companny") in before
    assert after == []


def issue_counts(lists: Iterable[str], word_list: Path, tmp_path: Path) -> list[int]:
    counts = []
    for text in lists:
        word_list.write_text(text)
        with Session(cache=ResultCache(tmp_path / "results")) as session:
            counts.append(len(lint(session, settings(word_list, "none"))))
    return counts


def test_cached_results_depend_on_the_word_list(word_list: Path, tmp_path: Path) -> None:
    assert issue_counts(["", "Harbuor\n", ""], word_list, tmp_path) == [1, 0, 1]


def test_an_unreadable_word_list_is_an_error(word_list: Path) -> None:
    word_list.unlink()

    with (
        pytest.raises(InputError, match=r"w\.txt: No such file"),
        Session() as session,
    ):
        lint(session, settings(word_list, "none"))


@needs("devices")
def test_a_pipe_is_read_once_for_several_settings() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"companny\n")
    os.close(writer)
    path = f"/dev/fd/{reader}"
    try:
        found = [
            load_allowed_words(Settings(words=(path,), lang=lang)) for lang in ("en-US", "en-GB")
        ]
    finally:
        os.close(reader)

    assert [
        each is not None and each.is_allowed("A companny.", Span(2, 10)) for each in found
    ] == [
        True,
        True,
    ]
