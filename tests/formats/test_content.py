"""Files whose content is not what their suffix says."""

import pytest

from editkit.core.errors import InputError
from editkit.formats.decode import decode

SIGNATURES = {
    b"PK\x03\x04rest": "a ZIP archive or an Office document",
    bytes.fromhex("d0cf11e0a1b11ae1"): "an old Office document, such as .doc",
    b"%PDF-1.7\n": "a PDF document",
    b"{\\rtf1\\ansi The end.}": "an RTF document",
    b"\x89PNG\r\n\x1a\n": "a PNG image",
    b"\x1f\x8b\x08": "a gzip archive",
}


@pytest.mark.parametrize("data", SIGNATURES)
def test_a_known_binary_format_is_named(data: bytes) -> None:
    with pytest.raises(InputError, match=f"this is {SIGNATURES[data]}, not text"):
        decode(data, uri="a.txt")


@pytest.mark.parametrize("text", [b"PK is short for Park.", b"GIF is a format.", b"{rtf}", b"7z"])
def test_text_that_begins_like_one_is_read(text: bytes) -> None:
    assert decode(text, uri="a.txt").raw == text.decode()
