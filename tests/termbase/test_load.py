"""Reading and merging of glossary files."""

from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term
from editkit.termbase import load, merge


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.csv", "No such file"),
        ("missing.txt", "No such file"),
        ("folder.csv", "a folder"),
        ("notes.txt", "is a .csv, .tsv, .xlsx or .tbx file"),
        ("nul\0.csv", "Not a file name"),
    ],
)
def test_other_paths_are_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "notes.txt").write_text("term\n", encoding="utf-8")

    with pytest.raises(InputError, match=words) as caught:
        load(str(tmp_path / name))

    assert caught.value.uri == str(tmp_path / name)


def test_merging_keeps_the_order_and_drops_duplicates() -> None:
    one = Glossary((Concept("1", (Term("a"),), uri="a.csv", line=2),))
    two = Glossary((Concept("1", (Term("a"),), uri="b.csv", line=2),))

    assert merge([two, one, two]) == Glossary((*two.concepts, *one.concepts))
