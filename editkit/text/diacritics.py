"""Latin letters without their diacritics."""

import unicodedata
from functools import cache

_OTHER = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H"}
)
"""Letters that Unicode does not decompose."""


def without_diacritics(text: str) -> str:
    """Return `text` in NFC without the diacritics of its Latin letters.

    Marks on letters of other scripts are kept: they make other letters there.

    >>> without_diacritics("Škoda, São Paulo, Łódź, й")
    'Skoda, Sao Paulo, Lodz, й'
    """
    if text.isascii():
        return text
    return "".join(map(_plain, unicodedata.normalize("NFC", text))).translate(_OTHER)


@cache
def _plain(char: str) -> str:
    decomposed = unicodedata.normalize("NFD", char)
    is_latin = decomposed[0].isascii() and all(map(unicodedata.combining, decomposed[1:]))
    return decomposed[0] if is_latin else char
