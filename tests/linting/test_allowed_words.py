"""What a word list calls right is no spelling issue, whoever says so."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from editkit.cache.store import ResultCache
from editkit.config import Settings
from editkit.core.errors import InputError
from editkit.core.result import FileResult
from editkit.linting.discovery import Found
from editkit.linting.session import Session

TEXT = b"The Harbuor Line owns a companny tram.\n"


def rules(result: FileResult) -> list[tuple[str, str]]:
    return [
        (placed.issue.rule, placed.place.span.of(part.document.raw))
        for part in result.documents
        for placed in part.issues
    ]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "w.txt"
    path.write_text("# none yet\n")
    (tmp_path / "g.csv").write_text("term\nHarbour Line\n")
    return path


def settings(listed: Path, engine: str) -> Settings:
    glossary = str(listed.with_name("g.csv"))
    select = ("spelling", "term")
    return Settings((glossary,), (str(listed),), engine=engine, select=select)


def run(session: Session, one: Settings) -> list[tuple[str, str]]:
    [result] = session.run([(one, Found("a.txt", data=TEXT))])
    return rules(result)


def test_neither_an_engine_nor_a_check_calls_it_misspelt(listed: Path) -> None:
    asked = settings(listed, "harper")
    with Session() as session:
        before = run(session, asked)
        listed.write_text("companny\nHarbuor\n")
        after = run(session, asked)

    assert ("misspelt-term", "Harbuor Line") in before
    assert ("harper/SpellCheck", "companny") in before
    assert after == []


def words_after_words(lists: Iterable[str], listed: Path, tmp_path: Path) -> list[int]:
    counts = []
    for text in lists:
        listed.write_text(text)
        with Session(cache=ResultCache(tmp_path / "results")) as session:
            counts.append(len(run(session, settings(listed, "none"))))
    return counts


def test_what_is_remembered_hangs_on_the_words(listed: Path, tmp_path: Path) -> None:
    assert words_after_words(["", "Harbuor\n", ""], listed, tmp_path) == [1, 0, 1]


def test_a_list_that_cannot_be_read_is_named_before_any_file(listed: Path) -> None:
    listed.unlink()

    with pytest.raises(InputError, match=r"w\.txt: There is no such word list"), Session() as one:
        run(one, settings(listed, "none"))
