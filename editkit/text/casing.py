"""Letter case: what a text may look like, and how one text takes on another's."""

import re
from functools import lru_cache

from editkit.text.characters import separators

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MINOR = frozenset(
    "a an and as at but by for from in nor of on or over per the to via with".split()
)


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether a term's shape says that its letter case matters: it has a capital."""
    return any(char.isupper() for char in text)


@lru_cache(maxsize=8192)
def fits(found: str, wanted: str) -> bool:
    """Whether `found`, the same letters as `wanted`, stands in an allowed letter case.

    Allowed is the case of `wanted`; a capital first letter where `wanted` has
    a small one; small words capitalised as in a title, where all the long ones
    are; and capitals throughout of what is no name.
    """
    if found == wanted:
        return True
    if found.isupper() and len(found) > 1 and not is_name(wanted):
        return True
    theirs, ours = _WORD.findall(found), _WORD.findall(wanted)
    if len(theirs) != len(ours):
        return False
    pairs = [(f, w) for f, w in zip(theirs, ours, strict=True) if f != w]
    if any(f[0].lower() + f[1:] != w or not w.islower() for f, w in pairs):
        return False
    title = all(f[0].isupper() for f in theirs if f.lower() not in _MINOR and f[0].isalpha())
    return title or (len(pairs) == 1 and theirs[0] != ours[0] and not is_name(wanted))


def differs(found: str, wanted: str) -> bool:
    """Whether a letter that the two share has another case in `found`.

    Spaces and hyphens do not count. If the two differ in length, only their capitals are
    compared.
    """
    theirs, ours = separators.sub("", found), separators.sub("", wanted)
    if len(theirs) != len(ours):
        return [*filter(str.isupper, theirs)] != [*filter(str.isupper, ours)]
    pairs = zip(theirs, ours, strict=True)
    return any(x != y and x.casefold() == y.casefold() for x, y in pairs)


def is_title(text: str) -> bool:
    """Whether every word of `text` but the small ones is capitalised, two of them at least."""
    long = [w for w in _WORD.findall(text) if w.lower() not in _MINOR and w[0].isalpha()]
    return len(long) > 1 and all(w[0].isupper() for w in long)


def capitalize(text: str) -> str:
    """Return `text` with a capital first letter; a mixed-case first word stays (`iBLUE`)."""
    first = _WORD.search(text)
    if not first or first.start() or any(char.isupper() for char in first[0]):
        return text
    return text[:1].upper() + text[1:]


def title(text: str) -> str:
    """Return `text` with every word but the small ones capitalised; brands stay as they are."""

    def raised(word: re.Match[str]) -> str:
        small = word[0].lower() in _MINOR and word.start() > 0
        return word[0] if small else capitalize(word[0])

    return _WORD.sub(raised, text)


def capitals(text: str) -> str:
    """Return `text` in capitals; words of mixed case or script, as `αS`, stay.

    >>> capitals("Foton αS electric vehicles")
    'FOTON αS ELECTRIC VEHICLES'
    """

    def raised(word: re.Match[str]) -> str:
        whole = word[0]
        plain = whole.isascii() and whole[1:] == whole[1:].lower()
        return whole.upper() if plain else whole

    return _WORD.sub(raised, text)


def in_capitals(line: str) -> bool:
    """Whether a line is set in capitals: two words of them at least, and no small word."""
    words = [w for w in _WORD.findall(line) if w.isalpha() and len(w) > 1]
    return len(words) > 1 and all(w.isupper() for w in words)
