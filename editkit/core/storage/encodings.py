"""Encodings of text files: their names, and the codecs that read and write them."""

from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern

_CODECS = {
    "UTF-8": "utf-8",
    "UTF-16": "utf-16",
    "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be",
    "GB18030": "gb18030",
    "GBK": "gbk",
    "Big5": "cp950",
    "Big5-HKSCS": "big5hkscs",
    "Shift_JIS": "cp932",
    "EUC-JP": "euc_jp",
    "EUC-KR": "cp949",
    **{f"windows-{number}": f"cp{number}" for number in range(1250, 1259)},
    "windows-874": "cp874",
    **{f"ISO-8859-{number}": f"iso8859_{number}" for number in (2, 4, 5, 7, 10, 13, 14, 15, 16)},
    "KOI8-R": "koi8_r",
    "KOI8-U": "koi8_u",
    "macintosh": "mac_roman",
}
"""The codec of each encoding, the one of Windows where it has more characters, as in browsers."""
_ALIASES = {
    "utf8": "UTF-8",
    "utf8sig": "UTF-8",
    "gb2312": "GBK",
    "euccn": "GBK",
    "cp936": "GBK",
    "ms936": "GBK",
    "cp950": "Big5",
    "cp932": "Shift_JIS",
    "ms932": "Shift_JIS",
    "sjis": "Shift_JIS",
    "windows31j": "Shift_JIS",
    "cp949": "EUC-KR",
    "uhc": "EUC-KR",
    "ksc56011987": "EUC-KR",
    "windows949": "EUC-KR",
    "latin1": "windows-1252",
    "iso88591": "windows-1252",
    "ascii": "windows-1252",
    "usascii": "windows-1252",
    "iso88599": "windows-1254",
    "macroman": "macintosh",
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
    **{f"win{number}": f"windows-{number}" for number in range(1250, 1259)},
}
_PUNCTUATION = lazy_pattern(r"[\W_]+")


def _folded(name: str) -> str:
    return _PUNCTUATION.sub("", name.lower()).removeprefix("x")


_NAMES = {_folded(name): name for name in _CODECS} | _ALIASES


def encoding_name(label: str) -> str:
    """Return the usual name of an encoding; raise InputError for an unknown one.

    >>> encoding_name("gb2312"), encoding_name("shift-jis"), encoding_name("CP1252")
    ('GBK', 'Shift_JIS', 'windows-1252')
    """
    if name := known_encoding(label):
        return name
    from difflib import get_close_matches  # noqa: PLC0415  (only needed for an error)

    close = get_close_matches(_folded(label), _NAMES, 1)
    hint = f"; the nearest is {_NAMES[close[0]]}" if close else ""
    raise InputError(f"“{label}” is not an encoding that editkit reads{hint}.")


def known_encoding(label: str) -> str | None:
    """Return the usual name of an encoding, None for an unknown one."""
    return _NAMES.get(_folded(label))


def codec_of(name: str) -> str:
    """Return Python's codec for an encoding with its usual name."""
    return _CODECS[name]


def name_of_codec(codec: str) -> str:
    """Return the usual name of the encoding that a codec reads.

    >>> name_of_codec("cp932"), name_of_codec("utf-16-le")
    ('Shift_JIS', 'UTF-16LE')
    """
    return next((name for name, each in _CODECS.items() if each == codec), codec)


def lacking_character(text: str, codec: str) -> str | None:
    """Return the first character of a text that a codec does not have, None if it has all."""
    try:
        text.encode(codec)
    except UnicodeEncodeError as error:
        return text[error.start]
    return None


def encode(raw: str, *, encoding: str, bom: bytes, uri: str) -> bytes:
    """Return the bytes of a text; `bom` is the byte order mark before it.

    Raises InputError for a character that the encoding does not have, such as a lone surrogate.
    """
    try:
        return bom + raw.encode(encoding)
    except UnicodeEncodeError as error:
        char = raw[error.start]
        if "\ud800" <= char <= "\udfff":
            message = f"a replacement holds U+{ord(char):04X}, which is no character"
        else:
            name = name_of_codec(encoding)
            message = f"a replacement holds “{char}”, which {name}, the file’s encoding, lacks"
        raise InputError(message, uri=uri) from error
