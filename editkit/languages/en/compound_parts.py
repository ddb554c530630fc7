"""Words that a text may join in several ways, found before its pairs of words are read."""

import re
from dataclasses import dataclass

from editkit.text import tokens
from editkit.text.characters import HYPHENS, INVISIBLE, MARKS, SPACES

_PART = rf"[^\W_\d{INVISIBLE}]+"
_HYPHENED = re.compile(rf"(?<![\w{HYPHENS}])({_PART})[{HYPHENS}](?=({_PART})(?!\w))")
_AFTER_HYPHEN = re.compile(rf"(?<=\w[{HYPHENS}])({_PART})[{HYPHENS}](?=({_PART})(?!\w))")
_ODD = re.compile(rf"(?<![^\W_\d{INVISIBLE}])({_PART})(?:[^\S \n]|  )(?=[{SPACES}]*({_PART}))")
_WORD = re.compile(rf"[\w{MARKS}{INVISIBLE}]+")
_STRANGE = re.compile(r"(?=.*[^\W\d_]).*(?:[^\x00-\x7f]|\d)")
_SHORTEST_SOLID = 5

FUNCTION = frozenset(
    "a about above after all also am an and any are as at be because been before being below "
    "between both but by can could did do does during each either every for from had has have he "
    "her here him his how i if in into is it its itself just may me might more most much must my "
    "neither no nor not of off on once one only or other our out over own shall she should since "
    "so some such than that the their them then there these they this those through to too under "
    "until up us very was we were what when where whether which while who whom whose why will "
    "with within without would yet you your per via amid among against across along around behind "
    "beyond despite down near onto toward towards upon like same back away again".split()
)
"""English words that are no part of a compound of nouns."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The keys of what a text joins by a hyphen or an odd space, and of its longer words."""

    keys: set[str]
    solid: frozenset[str]


def wanted(text: str) -> Wanted:
    """Return what the pairs of words of `text` are to be compared with."""
    odd = {
        m[1] + m[2] for pattern in (_HYPHENED, _AFTER_HYPHEN, _ODD) for m in pattern.finditer(text)
    }
    words = set(_WORD.findall(text))
    odd.update(filter(_STRANGE.match, words))
    solid = [word for word in words if len(word) > _SHORTEST_SOLID and word[0].isalpha()]
    return Wanted(set(tokens.keys(list(odd))), frozenset(tokens.keys(solid)))
