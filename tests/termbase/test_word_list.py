"""Word lists: one word per line, with comments."""

from pathlib import Path

import pytest

from editkit.core.errors import InputError
from editkit.termbase.word_list import add_words, read_words


def write_list(folder: Path, data: bytes) -> str:
    path = folder / "w.txt"
    path.write_bytes(data)
    return str(path)


def test_words_are_read_without_comments_and_duplicates(tmp_path: Path) -> None:
    path = write_list(tmp_path, b"\xef\xbb\xbf# ours\r\nZorbex\r\n\r\n  tramlet \r\nZorbex\r\n")

    assert read_words(path) == ("Zorbex", "tramlet")


def test_new_words_are_appended(tmp_path: Path) -> None:
    path = write_list(tmp_path, b"# ours\r\nZorbex")

    data, number, _ = add_words(path, ["tramlet", "Zorbex", "tramlet"])

    assert (data, number) == (b"# ours\r\nZorbex\r\ntramlet\r\n", 1)
    assert add_words(path, ["Zorbex"])[:2] == (b"# ours\r\nZorbex", 0)


def test_a_missing_list_is_created(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")

    assert add_words(path, ["b", "a"])[:2] == (b"b\na\n", 2)
    assert read_words(path, missing_ok=True) == ()
    with pytest.raises(InputError, match=r"none\.txt: No such file"):
        read_words(path)


def test_a_binary_list_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = write_list(tmp_path, b"one\n\xff\n")

    with pytest.raises(InputError, match=r"w\.txt:2: This word list is not UTF-8"):
        read_words(path)
