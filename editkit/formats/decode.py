"""Decoding of files: encoding, byte order mark, and detection of binary files."""

import codecs
from dataclasses import dataclass

from editkit.core.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document, such as .doc"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\0", "a database"),
)
"""The first bytes of files that are no text, whatever their suffix."""
_ASCII_RATIO = 4
"""At least one in this many characters is ASCII in UTF-16 without a byte order mark."""
_ALLOWED_CONTROLS = "\t\n\v\f\r\x1b"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and the data to encode it again."""

    raw: str
    encoding: str = "utf-8"
    bom: bytes = b""


def decode(data: bytes, *, uri: str) -> Decoded:
    """Return the text of `data`, in UTF-8, or in UTF-16 if it has a byte order mark.

    UTF-16 without a byte order mark is decoded only if it is unambiguous. Raises InputError with
    the byte offset for binary files and invalid bytes.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"this is {kind}, not text", uri=uri)
    if data.startswith(_UTF32):
        raise InputError("the file is in UTF-32; save it as UTF-8", uri=uri)
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", ""))
    if not encoding:
        encoding = _encoding_without_bom(data)
    body = data[len(bom) :]
    if encoding == "utf-8" and (nul := body.find(0)) >= 0:
        raise _binary_error(len(bom) + nul, uri)
    try:
        raw = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _decode_error(body, error, len(bom), uri) from error
    if (nul := raw.find("\0")) >= 0:
        raise _binary_error(len(bom) + len(raw[:nul].encode(encoding)), uri)
    return Decoded(raw, encoding, bom)


def encode(raw: str, *, encoding: str, bom: bytes, uri: str) -> bytes:
    """Return the bytes that `decode` turns into `raw`.

    Raises InputError for a lone surrogate, which cannot be encoded.
    """
    try:
        return bom + raw.encode(encoding)
    except UnicodeEncodeError as error:
        code_point = f"U+{ord(raw[error.start]):04X}"
        message = f"a replacement holds {code_point}, which is no character"
        raise InputError(message, uri=uri) from error


def _encoding_without_bom(data: bytes) -> str:
    """Return the encoding of a file without a byte order mark.

    In UTF-16, an ASCII character is a NUL and another byte. UTF-16 is assumed if there are many
    such characters, all NULs are on the same side, and there are no other control characters.
    """
    if len(data) % 2 or 0 not in data:
        return "utf-8"
    evens, odds = data[::2].count(0), data[1::2].count(0)
    if (evens and odds) or (evens + odds) * _ASCII_RATIO < len(data) // 2:
        return "utf-8"
    encoding = "utf-16-be" if evens else "utf-16-le"
    try:
        raw = data.decode(encoding)
    except UnicodeDecodeError:
        return "utf-8"
    has_controls = any(char < " " and char not in _ALLOWED_CONTROLS for char in set(raw))
    return "utf-8" if has_controls else encoding


def _binary_error(offset: int, uri: str) -> InputError:
    return InputError(f"a binary file, not text (NUL at byte {offset})", uri=uri)


def _decode_error(body: bytes, error: UnicodeDecodeError, skipped: int, uri: str) -> InputError:
    offset = skipped + error.start
    before = body[: error.start].decode(error.encoding)
    name = error.encoding.upper().removesuffix("-LE").removesuffix("-BE")
    return InputError(
        f"byte 0x{body[error.start]:02X} at offset {offset} is not valid {name}; "
        "save the file as UTF-8",
        uri=uri,
        line=before.count("\n") + 1,
    )
