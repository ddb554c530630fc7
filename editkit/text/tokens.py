"""Words and signs of a text, and the key under which look-alikes meet."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from editkit.text.characters import APOSTROPHES, HAN, HAN_BEGINS, HYPHENS, INVISIBLE, MARKS
from editkit.text.confusables import prototypes

_WORD = rf"\w{MARKS}{INVISIBLE}"
_TOKEN = re.compile(rf"[{_WORD}]+|[^\s{_WORD}]")
_FAR = re.compile(f"[{HAN_BEGINS}-\U0010ffff]")
_GLUE = re.compile(f"[{HYPHENS}{INVISIBLE}]+")
_SAME_SHAPE = str.maketrans("01i|85", "olllbs")
_RUN = re.compile(r"\w+")
_WORDS_ONLY = bytes(code if re.match(r"\w", chr(code)) else 32 for code in range(128)) + bytes(128)
_KEPT_KEYS = 500_000


class _Keys(dict[str, str]):
    """The keys made so far; a text repeats its words."""

    def __missing__(self, token: str) -> str:
        if len(self) > _KEPT_KEYS:
            self.clear()
        made = self[token] = _make_key(token)
        return made


def pattern(text: str) -> re.Pattern[str]:
    """Return the expression that finds the tokens of `text`.

    A token is a word with its combining marks, a Han or kana character, or one
    sign. Look-ahead costs, so only texts that may have Han characters pay for it.
    """
    return _TOKEN if text.isascii() or not _FAR.search(text) else _han_token()


@cache
def _han_token() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]|(?:(?![{HAN}])[{_WORD}])+|[^\s{_WORD}]")


def keys(tokens: Sequence[str]) -> list[str]:
    """Return each token's key: equal for tokens that differ in case or look alike.

    A hyphen or an invisible character has the empty key, since a variant of a
    term may have it or not. 0 and O share a key, and so do 1, I, i and l, 8 and B,
    5 and S: whoever finds two tokens of one key compares them again.
    """
    return list(map(KEYS.__getitem__, tokens))


def key(text: str) -> str:
    """Return the keys of the tokens of `text`, joined."""
    return "".join(keys(pattern(text).findall(text)))


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of `text` with their places."""
    return pattern(text).finditer(text)


def count_words(text: str) -> int:
    """Return how many runs of word characters (letters, digits, `_`) `text` has."""
    return sum(
        len(line.encode().translate(_WORDS_ONLY).split())
        if line.isascii()
        else len(_RUN.findall(line))
        for line in text.split("\n")
    )


def _make_key(token: str) -> str:
    if _GLUE.fullmatch(token):
        return ""
    if token.isascii():
        return token.lower().translate(_SAME_SHAPE)
    table = prototypes()
    visible = re.sub(f"[{INVISIBLE}]", "", unicodedata.normalize("NFC", token))
    plain = "".join(
        char if char.isascii() else table.get(char, char)
        for char in visible.translate(APOSTROPHES)
    )
    folded = unicodedata.normalize("NFKC", plain).casefold()
    return unicodedata.normalize("NFC", folded).translate(_SAME_SHAPE)


KEYS = _Keys()
"""The key of each token."""
