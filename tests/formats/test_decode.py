"""Decoding of text files and refusal of binary ones."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.errors import InputError
from editkit.core.storage.encodings import encode
from editkit.formats.decode import decode

TEXT = "Zürich – 汽车 🚗\r\nnext"


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_determines_the_encoding(bom: bytes, encoding: str) -> None:
    decoded = decode(bom + TEXT.encode(encoding), uri="a.txt")

    assert (decoded.raw, decoded.encoding, decoded.bom) == (TEXT, encoding, bom)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_byte_order_mark_is_detected_by_its_ascii(encoding: str) -> None:
    decoded = decode("A car – 汽车, mostly.\n".encode(encoding), uri="a.txt")

    assert (decoded.raw, decoded.encoding) == ("A car – 汽车, mostly.\n", encoding)


def test_only_the_first_byte_order_mark_is_removed() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a", uri="a.txt").raw == "\ufeffa"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntw\x81\n", "a.txt:2: byte 0x81 at offset 6 is not valid UTF-8; save"),
        (codecs.BOM_UTF8 + b"\xff", "a.txt:1: byte 0xFF at offset 3 is not valid UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0b", "a.txt:1: byte 0x62 at offset 4 is not valid UTF-16;"),
        (b"PKMN\0\0ab", "a.txt: a binary file, not text (NUL at byte 4)"),
        (codecs.BOM_UTF8 + b"a\0b", "a.txt: a binary file, not text (NUL at byte 4)"),
        (codecs.BOM_UTF16_BE + b"\0a\0\0", "a.txt: a binary file, not text (NUL at byte 4)"),
        (b"\1\0\2\0", "a.txt: a binary file, not text (NUL at byte 1)"),
        (b"a\0\0b", "a.txt: a binary file, not text (NUL at byte 1)"),
        ("a".encode("utf-32"), "a.txt: the file is in UTF-32; save it as UTF-8"),
    ],
)
def test_binary_files_are_refused_in_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, uri="a.txt")

    assert str(caught.value).startswith(message)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InputError, match=r"U\+D800, which is no character"):
        encode("a\ud800", encoding="utf-8", bom=b"", uri="a.txt")


@given(st.binary() | st.text("ab\0\r\n汽").map(lambda text: text.encode("utf-16-le")))
def test_encode_reverses_decode(data: bytes) -> None:
    try:
        decoded = decode(data, uri="a.txt")
    except InputError:
        return
    back = encode(decoded.raw, encoding=decoded.encoding, bom=decoded.bom, uri="a.txt")
    assert back == data
