"""British and American spellings."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import takewhile

from editkit.core.storage.data_folder import data_folder

BRITISH, AMERICAN = "British", "American"


class SpellingKind(Enum):
    """What a spelling indicates about the regional variety of a text."""

    VARIETY = "variety"
    """Correct in one of the two countries only."""
    IZE = "ize"
    """-ise is British; -ize is American and, by the Oxford rule, British too."""
    WORD = "word"
    """One of the two is correct in both countries."""
    BRITISH = "british"
    """Only the British one counts; the American one is a different word in British English."""


@dataclass(frozen=True, slots=True)
class RegionalSpelling:
    """The variety that a spelling belongs to, and the spelling in the other variety."""

    variety: str
    other: str
    kind: SpellingKind
    root: str
    """Common prefix of both spellings, the same for most forms of one word."""


def regional_spelling(word: str) -> RegionalSpelling | None:
    """Return the regional spelling of `word` in any letter case; None if there is none.

    The pairs are from SCOWL, size 60; `scripts/build_spellings.py` generates the table.

    >>> regional_spelling("Colours").other, regional_spelling("size")
    ('colors', None)
    """
    low = word.lower()
    if (pair := _pairs().get(low)) is None:
        return None
    british, american, kind = pair
    variety, other = (BRITISH, american) if low == british else (AMERICAN, british)
    return RegionalSpelling(variety, other, SpellingKind(kind), _common_prefix(british, american))


def has_regional_spelling(words: Collection[str]) -> bool:
    """Return whether one of `words`, in lowercase, has a regional spelling."""
    return not _pairs().keys().isdisjoint(words)


def respell(word: str) -> str | None:
    """Return `word` in the spelling of the other variety; None if both agree.

    >>> respell("Colours")
    'Colors'
    """
    found = regional_spelling(word)
    if found is None:
        return None
    return found.other.capitalize() if word[:1].isupper() else found.other


@cache
def _pairs() -> dict[str, list[str]]:
    """Return the British and the American spelling and the kind of each pair, by both."""
    text = (data_folder("editkit.languages.en", "data") / "regional-spelling.txt").read_text(
        "utf-8"
    )
    pairs: dict[str, list[str]] = {}
    for line in text.strip().split("\n")[1:]:
        british, american, kind = pair = line.split()
        pairs[british] = pair
        if kind != SpellingKind.BRITISH.value:
            pairs[american] = pair
    return pairs


def _common_prefix(one: str, other: str) -> str:
    pairs = zip(one, other, strict=False)
    return one[: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))] + "…"
