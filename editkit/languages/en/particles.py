"""Particles of phrasal verbs, as opposed to prepositions."""

import re

from editkit.core.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W_][\w'’-]*")
ADVERBS = frozenset("ahead apart away back forward together".split())
_VERBS = {
    "out": "bear|break|bring|carr|phas|point|roll|sell|set|stand|turn|wip|work",
    "off": "kick|lift|pay|roll|round|set|show|spin|tak",
    "down": "break|bring|clos|crack|cut|shut|slow|step",
    "in": "bring|step|usher",
    "on": "carr|hold|mov|press",
}
_PHRASAL = lazy_pattern(
    "|".join(rf"(?:{verbs})\w* {word}" for word, verbs in _VERBS.items()), re.IGNORECASE
)
_CLAUSE_CONTINUES = lazy_pattern(r"\W+(?:to|and|of|until)\b")
_NOUNS_BEFORE_UP = frozenset("way road path trip climb run walk".split())
_CONTEXT_CHARS = 24


def belongs_to_verb(text: str, word: re.Match[str]) -> bool:
    """Return whether a word in a title is an adverb, or the particle of the verb before it."""
    if word[0] in ADVERBS:
        return True
    before = _WORD.findall(text, max(0, word.start() - _CONTEXT_CHARS), word.start())
    if not before or not before[-1][0].isupper() or _CLAUSE_CONTINUES.match(text, word.end()):
        return False
    if word[0] == "up":
        return before[-1].lower() not in _NOUNS_BEFORE_UP
    return _PHRASAL.fullmatch(f"{before[-1]} {word[0]}") is not None
