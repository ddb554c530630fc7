"""The text of a file's bytes: encoding, byte order mark, and what is no text."""

import codecs
from dataclasses import dataclass

from editkit.core.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SHARE = 4  # at least one character in so many is ASCII in a UTF-16 file without a mark
_LAYOUT = "\t\n\v\f\r\x1b"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and what leads back to the bytes."""

    raw: str
    encoding: str = "utf-8"
    bom: bytes = b""


def decode(data: bytes, *, uri: str) -> Decoded:
    """Return the text of `data`, which is UTF-8, or UTF-16 by its byte order mark.

    UTF-16 without a mark is read only where it cannot be anything else. Raises
    InputError, with the byte offset, for a binary file or undecodable bytes.
    """
    if data.startswith(_UTF32):
        raise InputError("the file is in UTF-32; save it as UTF-8", uri=uri)
    bom, encoding = next(
        ((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "")
    )
    if not encoding:
        encoding = _unmarked(data)
    body = data[len(bom) :]
    if encoding == "utf-8" and (nul := body.find(0)) >= 0:
        raise _binary(len(bom) + nul, uri)
    try:
        raw = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(body, error, len(bom), uri) from error
    if (nul := raw.find("\0")) >= 0:
        raise _binary(len(bom) + len(raw[:nul].encode(encoding)), uri)
    return Decoded(raw, encoding, bom)


def encode(raw: str, *, encoding: str, bom: bytes, uri: str) -> bytes:
    """Return the bytes that `decode` reads `raw` from.

    Raises InputError for a lone surrogate, which no encoding can hold.
    """
    try:
        return bom + raw.encode(encoding)
    except UnicodeEncodeError as error:
        wrong = f"U+{ord(raw[error.start]):04X}"
        raise InputError(f"a replacement holds {wrong}, which is no character", uri=uri) from error


def _unmarked(data: bytes) -> str:
    """Return the encoding of a file without a byte order mark.

    ASCII characters, in UTF-16, are a NUL and a byte; a text has many of them,
    with the NULs all on one side and no other control characters.
    """
    if len(data) % 2 or 0 not in data:
        return "utf-8"
    evens, odds = data[::2].count(0), data[1::2].count(0)
    if (evens and odds) or (evens + odds) * _SHARE < len(data) // 2:
        return "utf-8"
    encoding = "utf-16-be" if evens else "utf-16-le"
    try:
        raw = data.decode(encoding)
    except UnicodeDecodeError:
        return "utf-8"
    strange = any(char < " " and char not in _LAYOUT for char in set(raw))
    return "utf-8" if strange else encoding


def _binary(offset: int, uri: str) -> InputError:
    return InputError(f"a binary file, not text (NUL at byte {offset})", uri=uri)


def _undecodable(body: bytes, error: UnicodeDecodeError, skipped: int, uri: str) -> InputError:
    offset = skipped + error.start
    before = body[: error.start].decode(error.encoding)
    name = error.encoding.upper().removesuffix("-LE").removesuffix("-BE")
    return InputError(
        f"byte 0x{body[error.start]:02X} at offset {offset} is not valid {name}; "
        "save the file as UTF-8",
        uri=uri,
        line=before.count("\n") + 1,
    )
