"""Detection of the encoding of a text that is not in Unicode: by declaration, or by its bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.encodings import codec_of, known_encoding
from editkit.formats.plausible_text import evidence

_DECLARED_WITHIN = 1024  # bytes, as in browsers
_COOKIE_LINES = 5
_META = lazy_pattern(
    rb"""<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE
)
_XML = lazy_pattern(rb"""\s*<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
_COOKIE = lazy_pattern(rb"\b(?:file)?(?:en)?coding[:=][ \t]{0,9}[\"']?([\w.-]{1,40})")
_CANDIDATES = (
    *("GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"),
    *("windows-1252", "windows-1250", "windows-1254", "windows-1257"),
    *("windows-1251", "windows-1253", "windows-1255", "windows-1256"),
)
"""Encodings that are detected, of Latin ones the most frequent first."""
_MIN_EVIDENCE = 0.5
_MIN_LEAD = 3.0
"""What the best candidate must have, and have more than the second: natural logarithms."""
_SAMPLE = 200_000
"""The characters or bytes of a text that are looked at, from the first one that is not ASCII."""
_CONTEXT = 100
_NOT_ASCII = lazy_pattern(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Detection:
    """What the bytes of a text suggest: the `name` of the encoding, or several `candidates`."""

    name: str | None
    candidates: tuple[str, ...] = ()


def declared_encoding(data: bytes) -> str | None:
    """Return the name of the encoding that a text declares at its start, if it is known.

    An XML declaration, `<meta charset>` within the first kilobyte, and `coding:` in one of the
    first five lines count.
    """
    head = data[:_DECLARED_WITHIN]
    lines = b"\n".join(re.split(rb"\r\n?|\n", head)[:_COOKIE_LINES])
    for found in (_XML.match(head), _META.search(head), _COOKIE.search(lines)):
        if found and (name := known_encoding(found[1].decode("ascii", "replace"))):
            return name
    return None


def is_broken_utf8(data: bytes, *, ratio: int = 4) -> bool:
    """Return whether most of the bytes that are not ASCII are UTF-8, so that some are damaged."""
    text = data.decode("utf-8", "replace")
    valid = sum(char > "\x7f" and char != "\ufffd" for char in text)
    return valid >= ratio * text.count("\ufffd")


def detect(data: bytes) -> Detection:
    """Return the encoding of a text that is no UTF-8, or the candidates if it is not clear.

    charset-normalizer leaves out encodings in which the text is a mess. Of the others, those are
    candidates in which it is text of a language that uses the encoding. Readings that are the same
    text count as one.
    """
    found: dict[str, tuple[str, float]] = {}
    first = _NOT_ASCII.search(data)
    start = max(0, first.start() - _CONTEXT) if first else 0
    for name in _orderly(data, start):
        text = data.decode(codec_of(name))
        score = evidence(name, text[start : start + _SAMPLE])
        if score is not None and text not in found:
            found[text] = name, score
    ranked = sorted(found.values(), key=lambda each: -each[1])
    names = tuple(name for name, _ in ranked)
    if not ranked or ranked[0][1] < _MIN_EVIDENCE:
        return Detection(None, names)
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MIN_LEAD:
        return Detection(None, names)
    return Detection(names[0])


def _orderly(data: bytes, start: int) -> Iterator[str]:
    """Yield the candidates in which a text is valid, comes back the same, and is no mess.

    It is looked at from the byte at `start` on.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415  (few files need it)

    possible = [name for name in _CANDIDATES if _comes_back(data, codec_of(name))]
    sample = [codec_of(name) for name in possible]
    if not possible:
        return
    matches = from_bytes(
        data[start : start + _SAMPLE], cp_isolation=sample, preemptive_behaviour=False
    )
    orderly = {
        each for match in matches for each in (match.encoding, *match.could_be_from_charset)
    }
    yield from (name for name in possible if codec_of(name) in orderly)


def _comes_back(data: bytes, codec: str) -> bool:
    try:
        return data.decode(codec).encode(codec) == data
    except UnicodeError:
        return False
