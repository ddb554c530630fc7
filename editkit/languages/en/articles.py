"""Choice of the article before a word: `a` or `an`, or a possessive before `own`."""

import re

from editkit.core.lazy_pattern import lazy_pattern

_OPENING = "\"'“‘«(["
_ARTICLE = lazy_pattern(rf"(?<![\w'’.])(an?)([\s\u00a0]+[{re.escape(_OPENING)}]*)$", re.IGNORECASE)
_DETERMINER = lazy_pattern(r"(?<![\w'’.])(?:the|an?)(?=[\s\u00a0]+$)", re.IGNORECASE)
_OWN = lazy_pattern(r"own\b", re.IGNORECASE)
_FIRST_WORD = lazy_pattern(r"[^\W_]+")
_YOU_SOUND = lazy_pattern(
    r"(?:uni(?!n[a-hj-z]|m[a-z])|u[bkst][aeiou](?!l)|eu|ewe|uran|ure|utop|one(?!r)|once|ouija)",
    re.IGNORECASE,
)
_SILENT_H = lazy_pattern(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SPELLED_OUT = lazy_pattern(r"[A-Z][A-Z0-9]*s?$")
_LETTERS_WITH_VOWEL_SOUND = frozenset("AEFHILMNORSX")
_READ_AS_WORD = lazy_pattern(
    r"[A-Z][AEIOU][A-Z]*[AEIOU][A-Z]*$|(?:SARS|SIM|RAM|ROM|LAN|LED(?!S)|MIDI)s?$"
)
_VOWEL_SOUND_NUMBER = lazy_pattern(r"8|1[18](?!\d)|1[18]\d{3}(?!\d)|1[18]\d{6}(?!\d)")


def takes_an(text: str) -> bool:
    """Return whether the article of `text` is `an`, by the first sound of its first word.

    >>> [w for w in ("hour", "unit", "SME", "URL", "8-bit", "European") if takes_an(w)]
    ['hour', 'SME', '8-bit']
    """
    if not (first := _FIRST_WORD.search(text)):
        return False
    word = first[0]
    if word[0].isdigit():
        return bool(_VOWEL_SOUND_NUMBER.match(word))
    if _SPELLED_OUT.match(word) and not _READ_AS_WORD.match(word):
        return word[0] in _LETTERS_WITH_VOWEL_SOUND
    if word[0].lower() == "h":
        return bool(_SILENT_H.match(word))
    return word[0].lower() in "aeiouαεηιω" and not _YOU_SOUND.match(word)


def fix_article(before: str, old: str, new: str) -> tuple[int, str] | None:
    """Return how to correct the article at the end of `before` if `new` replaces `old`.

    Returns the number of code points from the start of the article to the end of `before`
    (opening marks may follow the article), and the new article. Returns None if there is no
    article or if it does not change.
    """
    if before.rstrip().rstrip(_OPENING).rstrip()[-1:] not in "aAnN":
        return None
    if not (found := _ARTICLE.search(before)):
        return None
    article = found[1]
    if takes_an(old) == takes_an(new) and _is_letter(before, found):
        return None
    if (len(article) == len("an")) == takes_an(new):
        return None
    new_article = article[0] + ("n" if takes_an(new) else "")
    return len(before) - found.start(), new_article


def _is_letter(before: str, article: re.Match[str]) -> bool:
    """Return whether a capital A inside a sentence is a letter: `Plan A epidemic`."""
    return article[1][0].isupper() and before[: article.start()].rstrip()[-1:].isalnum()


def fix_article_before_own(before: str, old: str, new: str) -> tuple[int, str] | None:
    """Return how to correct the article at the end of `before` if `new` begins with `own`.

    `own` needs a possessive: `the self-made goods` become `its own goods`. The possessor is
    unknown; in reports it is usually a company, so `its` is used. Returns the same values
    as `fix_article`.
    """
    if not _OWN.match(new) or _OWN.match(old) or not (found := _DETERMINER.search(before)):
        return None
    return len(before) - found.start(), "Its" if found[0][0].isupper() else "its"
