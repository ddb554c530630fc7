"""The small words of phrasal verbs, which are no prepositions."""

import re

_WORD = re.compile(r"[^\W_][\w'’-]*")
ADVERBS = frozenset("ahead apart away back forward together".split())
_VERBS = {
    "out": "bear|break|bring|carr|phas|point|roll|sell|set|stand|turn|wip|work",
    "off": "kick|lift|pay|roll|round|set|show|spin|tak",
    "down": "break|bring|clos|crack|cut|shut|slow|step",
    "in": "bring|step|usher",
    "on": "carr|hold|mov|press",
}
_PHRASAL = re.compile(
    "|".join(rf"(?:{verbs})\w* {word}" for word, verbs in _VERBS.items()), re.IGNORECASE
)
_GOES_ON = re.compile(r"\W+(?:to|and|of|until)\b")
_NOUNS = frozenset("way road path trip climb run walk".split())
_REACH = 24


def belongs_to_verb(text: str, word: re.Match[str]) -> bool:
    """Whether a word of a title is the particle of a capitalised verb before it, or an adverb."""
    if word[0] in ADVERBS:
        return True
    before = _WORD.findall(text, max(0, word.start() - _REACH), word.start())
    if not before or not before[-1][0].isupper() or _GOES_ON.match(text, word.end()):
        return False
    if word[0] == "up":
        return before[-1].lower() not in _NOUNS
    return _PHRASAL.fullmatch(f"{before[-1]} {word[0]}") is not None
