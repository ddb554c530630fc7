"""Signs of registration within a term, such as the ® of `Harbour® Motors`."""

import re

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import SIGNS
from editkit.text.line_wraps import corresponding_boundary

_SIGN = lazy_pattern(rf"\s?[{SIGNS}]+")
_WORD = lazy_pattern(r"\S+")


def with_signs(found: str, new: str) -> str:
    """Return `new` with the signs inside `found`, each after the words that correspond.

    >>> with_signs("Harbour® Motors", "Harbour Motor")
    'Harbour® Motor'
    """
    if found.isascii() or _SIGN.search(new):
        return new
    for sign in reversed(list(_SIGN.finditer(found))):
        number = _words_before(found, sign, new)
        words = list(_WORD.finditer(new))
        at = words[number - 1].end() if number else 0
        new = new[:at] + sign[0] + new[at:]
    return new


def has_sign(text: str) -> bool:
    """Return whether a term has a sign of registration."""
    return not text.isascii() and _SIGN.search(text) is not None


def keeps_signed_words(found: str, new: str) -> bool:
    """Return whether the words before each sign inside `found` are the same in `new`."""
    if found.isascii():
        return True
    for sign in _SIGN.finditer(found):
        words = new.split()[: _words_before(found, sign, new)]
        before = _SIGN.sub("", found[: sign.start()]).split()
        if [word.casefold() for word in words] != [word.casefold() for word in before]:
            return False
    return True


def _words_before(found: str, sign: re.Match[str], new: str) -> int:
    """Return the number of words of `new` that correspond to those of `found` before a sign."""
    before = _SIGN.sub("", found[: sign.start()]).split()
    after = _SIGN.sub("", found[sign.end() :]).split()
    return corresponding_boundary([*before, *after], len(before), new.split())
