"""Plausibility of a text in an encoding: whether its characters are those of its language."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from math import log

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.common_characters import COMMON_HANGUL, COMMON_SIMPLIFIED, COMMON_TRADITIONAL

_CONTROL = lazy_pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_EAST_ASIAN_SIGNS = lazy_pattern(
    r"[\u2010-\u2027\u2460-\u2473\u3000-\u3030\uff01-\uff5e\uffe0-\uffe6·]"
)
_KANA = lazy_pattern(r"[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_MANY = 20
"""The number of different characters from which on some may be rare ones."""
_TYPICAL_SHARE = 0.85
_RARE, _COMMON = log(0.25 / 0.89), log(0.75 / 0.11)
"""Evidence of a character: how much more frequent a rare or a common one is in real text.

Three quarters of the different characters of a text are common; of those of any text read in
a wrong encoding, one in nine is.
"""


@dataclass(frozen=True, slots=True)
class _EastAsian:
    """Characters of an encoding of many bytes: `typical` ones by their place in its table."""

    codec: str
    first: bytes
    last: bytes
    common: frozenset[str]
    has_kana: bool = False

    def evidence(self, text: str) -> float | None:
        letters = {
            char for char in set(text) if char > "\x7f" and not _EAST_ASIAN_SIGNS.match(char)
        }
        typical = sum(map(self._is_typical, letters))
        if not letters or typical < len(letters) * (
            _TYPICAL_SHARE if len(letters) >= _MANY else 1
        ):
            return None
        common = sum(char in self.common or bool(_KANA.match(char)) for char in letters)
        return common * _COMMON + (len(letters) - common) * _RARE

    def _is_typical(self, char: str) -> bool:
        if _KANA.match(char):
            return self.has_kana
        try:
            encoded = char.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return len(encoded) == len(self.first) and self.first <= encoded <= self.last


_KANJI = COMMON_SIMPLIFIED | COMMON_TRADITIONAL
_EAST_ASIAN = {
    # The hanzi that are taught first, in the order of their pinyin or strokes.
    "GB18030": _EastAsian("gb2312", b"\xb0\xa1", b"\xd7\xf9", COMMON_SIMPLIFIED),
    "Big5": _EastAsian("big5", b"\xa4\x40", b"\xc6\x7e", COMMON_TRADITIONAL),
    "Shift_JIS": _EastAsian("shift_jis", b"\x88\x9f", b"\x98\x72", _KANJI, has_kana=True),
    "EUC-JP": _EastAsian("euc_jp", b"\xb0\xa1", b"\xcf\xd3", _KANJI, has_kana=True),
    "EUC-KR": _EastAsian("euc_kr", b"\xb0\xa1", b"\xc8\xfe", COMMON_HANGUL),
}

_SIGNS = frozenset("“”‘’„‚‹›«»–—…•·§©®™€£¥°¹²³½¼¾×÷±†‡‰№¡¿ªºµ¶\xa0\xad")
_WORD = lazy_pattern(r"[^\W\d_]+")
_BROKEN_WORD = lazy_pattern(r"[^\W_](?!°[CF]\b)[^\w\s!-~’‘·\xad\xa0–—…-][^\W\d_]")
_MICRO = "µ"
"""The sign before a unit, which counts as a letter: `5 µm`."""
_MARKS = "“”‘’„‚‹›«»–—…\xa0"
_ODD = "°¹²³½¼¾×÷±†‡№¡¿ªºµ¶§©®™€£¥•·"
_FOREIGN = rf"[^\x00-\x7f{_MARKS}]"
_CROWD = lazy_pattern(
    rf"{_FOREIGN}{{3}}|[{_ODD}]{_FOREIGN}|{_FOREIGN}[{_ODD}]|[§®][A-Za-z]"
    r"|(?<![^\W\d_])[^\W\d_a-zA-Z]{2}(?![^\W\d_])"
    rf"|[^\x00-\x7f]{{4}}|[“‘]{_FOREIGN}[–—]|[‹›«»„‚‰ˆ˜][{_MARKS}]|[{_MARKS}][‹›«»„‚‰ˆ˜]"
)
"""What Western text does not have: three characters in a row that are not ASCII, a sign next to
another one, and words of letters with diacritics only.
"""
_LATIN_RUN = 2
"""The most letters with diacritics in a row."""
_ALPHABET = 2.5
_PER_WORD = 0.5
_WESTERN = frozenset("àáâãäåæçèéêëíîïñóôõöøúûüßœšž")
_CENTRAL = frozenset("áâäąăćçčďđéëęěíîłńňóôöőřśšşťţúůüűýźžżß")
_TURKISH = frozenset("âçéğıîöşûüi̇")
_BALTIC = frozenset("āäąčėēęģīįķļņõöšūüųžéó")
_FREQUENT_LETTERS = {
    "windows-1252": (_WESTERN, 3.0),
    "windows-1250": (_CENTRAL, 0.0),
    "windows-1254": (_TURKISH, 0.0),
    "windows-1257": (_BALTIC, 0.0),
}
"""The letters with diacritics that are frequent, and how much more frequent the encoding is."""
_SCRIPTS = {
    "windows-1251": "CYRILLIC",
    "windows-1253": "GREEK",
    "windows-1255": "HEBREW",
    "windows-1256": "ARABIC",
}
_LONG_WORD = 3
_ACCENTS = frozenset("άέήίόύώΆΈΉΊΌΎΏ")
_CASELESS = ("HEBREW", "ARABIC")
_FEW_WORDS = 3
_DOUBTFUL = 0.4
_VOWELS = frozenset("aeiouyàáâãäåæèéêëěęìíîïòóôõöøőùúûüůű")


def evidence(encoding: str, text: str) -> float | None:
    """Return how likely it is that a text which is not ASCII is in `encoding`, None if it is not.

    `text` is what the bytes are in this encoding. The result is a natural logarithm.
    """
    if _CONTROL.search(text):
        return None
    if encoding in _EAST_ASIAN:
        return _EAST_ASIAN[encoding].evidence(text)
    signs = {char for char in set(text) if char > "\x7f" and not char.isalpha()}
    words = {word for word in _WORD.findall(text.replace(_MICRO, "")) if not word.isascii()}
    has_words = all(map(_is_cased_as_a_word, words)) and not _BROKEN_WORD.search(text)
    if not has_words or not signs <= _SIGNS:
        return None
    if encoding in _SCRIPTS:
        return _of_script(encoding, words)
    return None if _CROWD.search(text) else _latin(encoding, words)


def _is_cased_as_a_word(word: str) -> bool:
    return word in (word.lower(), word.upper(), word.capitalize())


def _of_script(encoding: str, words: set[str]) -> float | None:
    """Return the evidence of words of which each must be in the script of the encoding."""
    script = _SCRIPTS[encoding]
    letters = {letter for word in words for letter in word}
    if not letters or not all(unicodedata.name(each, "").startswith(script) for each in letters):
        return None
    long_words = [word for word in words if len(word) > _LONG_WORD and not word.isupper()]
    accented = sum(not _ACCENTS.isdisjoint(word) for word in long_words)
    if not long_words or (script == "GREEK" and accented * 2 <= len(long_words)):
        return None
    if script in _CASELESS and len(words) < _FEW_WORDS:
        return _DOUBTFUL  # a word or two could be bytes of East Asian text
    return _ALPHABET + _PER_WORD * len(words)


def _latin(encoding: str, words: set[str]) -> float | None:
    """Return the evidence of words with diacritics."""
    frequent, prior = _FREQUENT_LETTERS[encoding]
    score = _ALPHABET + prior
    for word in map(str.lower, words):
        foreign = [at for at, letter in enumerate(word) if letter > "\x7f"]
        if any("LATIN" not in unicodedata.name(word[at], "") for at in foreign):
            return None
        if len(word) == 1 and (word not in frequent or word not in _VOWELS):
            return None
        if any(at + _LATIN_RUN in foreign and at + 1 in foreign for at in foreign):
            return None
        score += sum(1.0 if word[at] in frequent else -1.0 for at in foreign)
        score -= sum(map(_strain(word), foreign))
    return score


def _strain(word: str) -> Callable[[int], float]:
    """Return a function that says how hard it is to say a word with its letter at an index.

    A vowel between two vowels is read in place of a consonant, and a consonant between two
    consonants in place of a vowel.
    """

    def strain(at: int) -> float:
        around = [each in _VOWELS for each in (word[at - 1 : at], word[at + 1 : at + 2]) if each]
        alike = sum(each is (word[at] in _VOWELS) for each in around)
        return 1.5 * alike if alike == len(around) else 0.0

    return strain
