"""Which article a word takes: `a` or `an` by its first sound, and none before `own`."""

import re

_OPENING = "\"'“‘«(["
_ARTICLE = re.compile(rf"(?<![\w'’.])(an?)([\s\u00a0]+[{re.escape(_OPENING)}]*)$", re.IGNORECASE)
_DETERMINER = re.compile(r"(?<![\w'’.])(?:the|an?)(?=[\s\u00a0]+$)", re.IGNORECASE)
_OWN = re.compile(r"own\b", re.IGNORECASE)
_FIRST = re.compile(r"[^\W_]+")
_YOU_SOUND = re.compile(
    r"(?:uni(?!n[a-hj-z]|m[a-z])|u[bkst][aeiou](?!l)|eu|ewe|uran|ure|utop|one(?!r)|once|ouija)",
    re.IGNORECASE,
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SPELT = re.compile(r"[A-Z][A-Z0-9]*s?$")
_SPELT_WITH_VOWEL = frozenset("AEFHILMNORSX")
_SPOKEN = re.compile(r"[A-Z][AEIOU][A-Z]*[AEIOU][A-Z]*$|(?:SARS|SIM|RAM|ROM|LAN|LED(?!S)|MIDI)s?$")
_EIGHTY = re.compile(r"8|1[18](?!\d)|1[18]\d{3}(?!\d)|1[18]\d{6}(?!\d)")


def takes_an(text: str) -> bool:
    """Whether `text` follows `an`, not `a`: what counts is how its first word sounds.

    >>> [w for w in ("hour", "unit", "SME", "URL", "8-bit", "European") if takes_an(w)]
    ['hour', 'SME', '8-bit']
    """
    if not (first := _FIRST.search(text)):
        return False
    word = first[0]
    if word[0].isdigit():
        return bool(_EIGHTY.match(word))
    if _SPELT.match(word) and not _SPOKEN.match(word):
        return word[0] in _SPELT_WITH_VOWEL
    if word[0].lower() == "h":
        return bool(_SILENT_H.match(word))
    return word[0].lower() in "aeiouαεηιω" and not _YOU_SOUND.match(word)


def repair(before: str, old: str, new: str) -> tuple[int, str] | None:
    """Return the length of the article that ends `before`, with what it must become.

    The length counts code points from the article's start to the end of
    `before`; a quotation mark or bracket may stand between. None where there is
    no article or where the one that stood before `old` fits `new` as well.
    """
    if before.rstrip().rstrip(_OPENING).rstrip()[-1:] not in "aAnN":
        return None
    if not (found := _ARTICLE.search(before)) or takes_an(old) == takes_an(new):
        return None
    article = found[1]
    if (len(article) == len("an")) == takes_an(new):
        return None
    fitting = article[0] + ("n" if takes_an(new) else "")
    return len(before) - found.start(), fitting


def before_own(before: str, old: str, new: str) -> tuple[int, str] | None:
    """Return the article that ends `before` as `repair` does, where `new` begins with `own`.

    English has a possessive there: `the self-made goods` become `its own goods`. Whose
    it is, the words do not tell; in reports a firm is mostly `it`.
    """
    if not _OWN.match(new) or _OWN.match(old) or not (found := _DETERMINER.search(before)):
        return None
    return len(before) - found.start(), "Its" if found[0][0].isupper() else "its"
