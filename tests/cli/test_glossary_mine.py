from pathlib import Path

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
    assert "none.txt: There is no such file." in ran.err
    assert "Suhe Fund,,,3,1\n" in ran.out
