"""Tokens, and token keys that are equal for look-alikes (decision 001)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import (
    APOSTROPHES,
    FIRST_HAN,
    HAN,
    HYPHENS,
    INVISIBLE,
    MARKS,
    MIDDLE_DOTS,
    SIGNS,
)
from editkit.text.confusables import prototypes
from editkit.text.diacritics import without_diacritics

_WORD = rf"\w{MARKS}{INVISIBLE}"
_TOKEN = lazy_pattern(rf"[{_WORD}]+|[^\s{_WORD}]")
_MAYBE_HAN = lazy_pattern(f"[{FIRST_HAN}-\U0010ffff]")
_GLUE = lazy_pattern(f"[{HYPHENS}{INVISIBLE}{SIGNS}{MIDDLE_DOTS}]+")
_LOOKALIKES = str.maketrans("01i|85", "olllbs")
_WORD_RUN = lazy_pattern(r"\w+")
_WORDS_ONLY = bytes(code if re.match(r"\w", chr(code)) else 32 for code in range(128)) + bytes(128)
_MAX_CACHED_KEYS = 500_000


class _KeyCache(dict[str, str]):
    """Memo of token keys; a text repeats its words."""

    def __missing__(self, token: str) -> str:
        if len(self) > _MAX_CACHED_KEYS:
            self.clear()
        made = self[token] = _make_key(token)
        return made


def token_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern that matches the tokens of `text`.

    A token is a word with its combining marks, a single Han or kana character, or any other
    single character but white space. Only texts that may contain Han use the slower pattern
    with a lookahead.
    """
    return _TOKEN if text.isascii() or not _MAYBE_HAN.search(text) else _han_token()


@cache
def _han_token() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]|(?:(?![{HAN}])[{_WORD}])+|[^\s{_WORD}]")


def token_keys(tokens: Sequence[str]) -> list[str]:
    """Return the keys of tokens; tokens that differ in case only or look alike share a key.

    Hyphens, invisible characters, middle dots and signs such as ® have an empty key, because a
    variant of a term may omit them. A Latin letter has the key of the letter without diacritics.
    0 and O share a key, and so do 1, I, i and l, 8 and B, 5 and S. Equal keys do not mean equal
    tokens: callers must compare the texts again.
    """
    return list(map(KEY_CACHE.__getitem__, tokens))


def key(text: str) -> str:
    """Return the joined keys of the tokens of `text`."""
    return "".join(token_keys(token_pattern(text).findall(text)))


def find_tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for each token of `text`."""
    return token_pattern(text).finditer(text)


def count_words(text: str) -> int:
    """Return the number of runs of word characters (letters, digits, `_`) in `text`."""
    return sum(
        len(line.encode().translate(_WORDS_ONLY).split())
        if line.isascii()
        else len(_WORD_RUN.findall(line))
        for line in text.split("\n")
    )


def _make_key(token: str) -> str:
    if _GLUE.fullmatch(token):
        return ""
    if token.isascii():
        return token.lower().translate(_LOOKALIKES)
    table = prototypes()
    visible = without_diacritics(re.sub(f"[{INVISIBLE}]", "", token))
    plain = "".join(
        char if char.isascii() else table.get(char, char)
        for char in visible.translate(APOSTROPHES)
    )
    folded = unicodedata.normalize("NFKC", plain).casefold()
    return unicodedata.normalize("NFC", folded).translate(_LOOKALIKES)


KEY_CACHE = _KeyCache()
"""Key of each token, computed on first access."""
