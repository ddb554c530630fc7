"""Decoding of files: encoding, byte order mark, and detection of binary files."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

from editkit.core.errors import InputError
from editkit.core.storage.encodings import codec_of, encoding_name, name_of_codec

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
_MARKUP_WITHIN = 1024  # bytes
_ALLOWED_CONTROLS = "\t\n\v\f\r\x1b"


class EncodingError(InputError):
    """Bytes that are invalid in the encoding of a file, or a file whose encoding is not clear."""

    def __init__(self, message: str, *, uri: str, line: int, candidates: Sequence[str]) -> None:
        super().__init__(message, uri=uri, line=line)
        self.candidates = tuple(candidates)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and the data to encode it again."""

    raw: str
    encoding: str = "utf-8"
    bom: bytes = b""


def decode(data: bytes, *, uri: str, encoding: str | None = None) -> Decoded:
    """Return the text of `data`, in the encoding that a byte order mark or `encoding` names.

    Otherwise that is UTF-8 if the bytes are valid, UTF-16 if that is unambiguous, the encoding
    that the text declares, or the only one of which the bytes are a plausible text. Raises
    InputError with the byte offset for binary files and invalid bytes, and with the candidates
    if the encoding is not clear.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"this is {kind}, not text", uri=uri)
    if data.startswith(_UTF32):
        raise InputError("the file is in UTF-32; save it as UTF-8", uri=uri)
    bom, codec = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", ""))
    if not codec:
        codec = _codec_without_bom(data, uri) if encoding is None else _named_codec(data, encoding)
    body = data[len(bom) :]
    if not codec.startswith("utf-16") and (nul := body.find(0)) >= 0:
        raise _binary_error(len(bom) + nul, uri)
    try:
        raw = body.decode(codec)
    except UnicodeDecodeError as error:
        raise _decode_error(body, error, codec, len(bom), uri) from error
    if (nul := raw.find("\0")) >= 0:
        raise _binary_error(len(bom) + len(raw[:nul].encode(codec)), uri)
    _check_comes_back(body, raw, codec, uri)
    return Decoded(raw, codec, bom)


def _named_codec(data: bytes, encoding: str) -> str:
    codec = codec_of(encoding_name(encoding))
    if codec != "utf-16":
        return codec
    return "utf-16-be" if _utf_without_bom(data) == "utf-16-be" else "utf-16-le"


def _codec_without_bom(data: bytes, uri: str) -> str:
    """Return the codec of a file that no byte order mark or user names the encoding of."""
    codec = _utf_without_bom(data)
    if codec != "utf-8" or 0 in data:
        return codec
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return _legacy_codec(data, error, uri)
    if data[:_MARKUP_WITHIN].lstrip()[:1] == b"<" and data.isascii():
        from editkit.formats.detect_encoding import declared_encoding  # noqa: PLC0415  (as above)

        # What is added to it should be in the encoding that it says it has.
        name = declared_encoding(data)
        return codec if name is None or name.startswith("UTF") else codec_of(name)
    return codec


def _legacy_codec(data: bytes, error: UnicodeDecodeError, uri: str) -> str:
    """Return the codec of a file that is no UTF-8, for the reason `error`."""
    from editkit.formats.detect_encoding import declared_encoding, detect, is_broken_utf8  # noqa: PLC0415  (most files are UTF-8)

    declared = declared_encoding(data)
    if declared is not None and not declared.startswith("UTF"):
        return codec_of(declared)
    if declared is None and not is_broken_utf8(data):
        detection = detect(data)
        if detection.name is not None:
            return codec_of(detection.name)
        if detection.candidates:
            raise _decode_error(data, error, "utf-8", 0, uri, detection.candidates)
    return "utf-8"


def _utf_without_bom(data: bytes) -> str:
    """Return the encoding of a file without a byte order mark if it is in Unicode.

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


def _check_comes_back(body: bytes, raw: str, codec: str, uri: str) -> None:
    """Raise InputError if the text would not be written back as it was.

    Some encodings have several forms of a character, of which one is written.
    """
    if codec.startswith("utf-") or raw.encode(codec) == body:
        return
    pairs = zip(body.splitlines(), raw.encode(codec).splitlines(), strict=False)
    line = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), None)
    raise InputError(
        f"{name_of_codec(codec)} has several forms of a character, and one that would not be "
        "written back the same is here; save the file as UTF-8",
        uri=uri,
        line=line,
    )


def _decode_error(
    body: bytes,
    error: UnicodeDecodeError,
    codec: str,
    skipped: int,
    uri: str,
    candidates: Sequence[str] = (),
) -> EncodingError:
    before = body[: error.start].decode(codec)
    name = name_of_codec(codec).removesuffix("LE").removesuffix("BE")
    hint = "save the file as UTF-8"
    if candidates:
        hint = f"it may be {joined_names(candidates)}: name it with --encoding"
    elif name == "UTF-8":
        hint += ", or name its encoding with --encoding"
    return EncodingError(
        f"byte 0x{body[error.start]:02X} at offset {skipped + error.start} is not valid {name}; "
        f"{hint}",
        uri=uri,
        line=before.count("\n") + 1,
        candidates=candidates,
    )


def joined_names(names: Sequence[str]) -> str:
    """Return names as in “A, B or C”."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
