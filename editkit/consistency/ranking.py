"""Which of two spellings is the better one, and whether they are two of one name."""

import re

from editkit.consistency.mentions import is_coined
from editkit.consistency.spelling_counts import (
    APART,
    BARE,
    INSIDE,
    PLAIN,
    TITLED,
    VOUCHED,
    Place,
    Spelling,
)
from editkit.languages.en.compound_parts import FUNCTION
from editkit.languages.en.word_list import is_english
from editkit.languages.zh.pinyin import is_pinyin
from editkit.text.characters import HYPHENS, INVISIBLE
from editkit.text.spelling_difference import Difference, Gap, Letters, compare

_SHORTEST_PROOF = 3
_OPENERS = frozenset({"The", "A", "An", "This", "That", "Our", "Its"})
_ODD = re.compile(
    rf"[^\S ]|  |[{INVISIBLE}]|(?<=[^\W\d_])[0158](?=[^\W\d_])|"
    r"\b[0158](?=[A-Z]{2})|[a-z][01]\b|[A-Z]{2}0\b"
)
_HYPHEN = re.compile(rf"\w[{HYPHENS}]\w")
_JOINT = re.compile(rf"[ {HYPHENS}]+")
_PARTICLE = re.compile(rf"(?:off|on|in|over|under|out)[{HYPHENS}]", re.IGNORECASE)
_NO_NOUN = re.compile(r".*(?:ing|ed|er|ers)|up|off|in|out|on|down|to|by|free|friendly")
_OWN = re.compile(
    rf"(?i:co|corp|inc|ltd|plc)|[A-Z]{{2}}[{HYPHENS}]\w+|.*\w [{HYPHENS}]\w.*", re.DOTALL
)
"""What is right in its place: a company's form as the company writes it, `UK-Suhe` talks.

A space before a hyphen is no matter of spelling.
"""
_SHORTEST_SOLID = 5
_LONGEST_ACRONYM = 6
_HABIT = 2
"""How much more often a name has a capital than none, where its words are ordinary ones."""
_DIGIT = re.compile(r"[A-Za-z]*[01][A-Za-z]*")
_ARTICLE = re.compile(r" (?:the|a|an) ")
_ADJECTIVES = frozenset(
    "long short high low new old big small hard soft well ill best better first second third "
    "full half open close real right left mid late early large great deep wide cross multi "
    "non self semi super ultra double single two three four five".split()
)
_SURNAMES = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo".split()
)
"""The twenty commonest of China, by the Ministry of Public Security's count of 2020."""


def rank(text: str, among: dict[str, Spelling]) -> tuple[int | bool | Place, ...]:
    """Return the key by which the best spelling of those `among` which it is comes first.

    That which the glossary has wins, else the more frequent; a hyphen behind a
    particle (`Off-Road`) counts double, since translation loses it and never puts
    it in. Of those met equally often, it is the one without odd spaces or digits,
    then, joined alike, the one with more capitals, since names are what lose them,
    then the one that differs least from the others, then the one met first.
    """
    own = among[text]
    hyphened = bool(_PARTICLE.match(text)) and any(" " in other for other in among)
    same_joints = len({len(other) for other in among}) == 1
    capitals = sum(map(str.isupper, text)) if same_joints else 0
    apart = sum(a != b for other in among for a, b in zip(text, other, strict=False))
    return (
        not own.says(VOUCHED),
        -own.times * (2 if hyphened else 1),
        not hyphened,
        _is_odd(text, among),
        -capitals,
        apart,
        own.places[0],
        own.parts,
    )


def _is_odd(text: str, among: dict[str, Spelling]) -> bool:
    if _ODD.search(text) or (not text.isascii() and any(map(str.isascii, among))):
        return True
    if is_pinyin("".join(text.split())) and any(" " not in other for other in among):
        # Places and given names are written in one word (GB/T 16159), a surname stands apart.
        return " " in text and text.split(maxsplit=1)[0].lower() not in _SURNAMES
    solid = len(among) > 1 and _JOINT.search(text) is None
    return solid and is_coined(text) and any(map(_JOINT.search, among))


def variant(winner: str, loser: str, won: Spelling, lost: Spelling) -> Difference | None:
    """Return how two spellings differ where that makes them variants of one name."""
    difference = compare(loser, winner)
    if not difference or _OWN.fullmatch(loser):
        return None
    if difference.letters is Letters.CONFUSABLE:
        return difference if _same_but_for_a_glyph(winner, loser) else None
    if difference.gap is None:
        return difference if _same_but_for_case(winner, loser, won, lost) else None
    return difference if _same_but_for_joints(winner, loser, won, lost, difference) else None


def _same_but_for_a_glyph(winner: str, loser: str) -> bool:
    """Return whether a look-alike is proof; of a short code it is none: `A1` is not `AI`.

    A letter of another script is, but for the shortest words: `αS` is not `As`.
    """
    if winner.isascii() != loser.isascii():
        plain = winner if winner.isascii() else loser
        return len(plain) > _SHORTEST_PROOF or not is_english(plain)
    words = winner.split(), loser.split()
    if len(words[0]) != len(words[1]):
        return False
    if any(a != b and (a.isdigit() or b.isdigit()) for a, b in zip(*words, strict=True)):
        return False
    if len(words[0]) > 1 or len(winner) > len("BJ60"):
        return True
    return len(winner) >= _SHORTEST_PROOF and winner.isalpha() and bool(_DIGIT.fullmatch(loser))


def _same_but_for_case(winner: str, loser: str, won: Spelling, lost: Spelling) -> bool:
    if " " not in winner:
        if loser.isascii() and (winner.islower() or loser.islower()):
            return False
        if _titled_apart(winner, loser) and won.says(TITLED) and lost.says(TITLED):
            return not (won.says(PLAIN) or lost.says(PLAIN))
        loud = winner.isupper() and len(winner) > _LONGEST_ACRONYM
        # A company may spell its name otherwise than its product's, as part of a longer one.
        within = not lost.says(APART) and not winner.isupper() and len(winner) >= _SHORTEST_SOLID
        doubtful = (loud or within) and won.times < 3 * lost.times
        inner = winner[1:] != winner[1:].lower() or loser[1:] != loser[1:].lower()
        alike = _set_alike(winner, won) and _set_alike(loser, lost)
        return inner and not doubtful and is_coined(winner) and alike
    first, other = winner.split(maxsplit=1)[0], loser.split(maxsplit=1)[0]
    if first != other or not first[0].isupper() or winner.isupper() or loser.isupper():
        return False
    named = is_coined(first) or lost.says(INSIDE)
    if not named or first in _OPENERS or _ARTICLE.search(winner):
        return False
    apart = (a for a, b in zip(loser.split(), winner.split(), strict=False) if a != b)
    sure = won.times >= _HABIT * lost.times or not all(map(is_english, apart))
    return sure and won.says(PLAIN) and lost.says(PLAIN)


def _titled_apart(winner: str, loser: str) -> bool:
    """Whether two compounds of a title differ in the capital behind a hyphen."""
    return "-" in winner and winner[0].isupper() and winner[0] == loser[0]


def _set_alike(spelling: str, places: Spelling) -> bool:
    """Whether capitals are a spelling's own, not those of a dateline or a line."""
    upper = spelling.isupper() and len(spelling) > 1
    return not upper or places.says(APART)


def _same_but_for_joints(
    winner: str, loser: str, won: Spelling, lost: Spelling, difference: Difference
) -> bool:
    ours, theirs = _JOINT.split(winner), _JOINT.split(loser)
    if difference.gap in {Gap.SPACE, Gap.INVISIBLE}:
        return not all(part.lower() in FUNCTION for part in ours)
    if "&" in winner or (_capitalised(winner) and _capitalised(loser)):
        return True
    if len(theirs) == 1 < len(ours) and " " in winner:
        return _is_run_together(loser, ours)
    small = {part.lower() for side in (ours, theirs) for part in side if len(side) > 1}
    if difference.letters is Letters.CASE or small & FUNCTION:
        return False
    if len(ours) == len(theirs):
        return _same_place(winner, loser, won, lost)
    return is_coined(min(winner, loser, key=len)) or " " not in winner + loser


def _is_run_together(solid: str, parts: list[str]) -> bool:
    """Whether a word is none but for the space that is missing in it."""
    if any(part.lower() in FUNCTION for part in parts):
        known = all(is_english(p) or p[0].isupper() for p in parts) and not solid[0].isupper()
        return known and is_coined(solid) and len(solid) > _SHORTEST_SOLID
    return is_coined(solid)


def _same_place(winner: str, loser: str, won: Spelling, lost: Spelling) -> bool:
    """Whether a compound is hyphened here and open there without a reason in the grammar.

    Before the same noun, or where nothing follows that it could describe.
    """
    parts = _JOINT.split(winner)
    if len(parts) > 2:  # noqa: PLR2004  (the two and the noun behind them)
        return won.times >= 2 * lost.times
    right = parts[0].lower() in _ADJECTIVES or _NO_NOUN.fullmatch(parts[-1])
    if " " in loser or right:
        return won.says(BARE) and lost.says(BARE) and won.times > lost.times
    return lost.says(BARE)


def needs_bare(winner: str, loser: str) -> bool:
    """Whether the two are one compound, open and hyphenated, that is no name."""
    two = len(_JOINT.split(winner)) == len(_JOINT.split(loser)) == len(("harbour", "fund"))
    hyphened = bool(_HYPHEN.search(winner)) != bool(_HYPHEN.search(loser))
    return two and hyphened and not (_capitalised(winner) and _capitalised(loser))


def _capitalised(text: str) -> bool:
    words = [w for w in text.replace("-", " ").split() if w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > 1 or (len(words) == 1 and words[0][0].isupper())
