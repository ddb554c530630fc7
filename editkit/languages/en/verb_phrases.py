"""Phrases that begin with a verb: whether they do, in which part, and the same part of another."""

from collections.abc import Iterator

from editkit.languages.en.lexicon import WordClass, look_up
from editkit.languages.en.verbs import Parts, conjugated

_BEHIND = frozenset(
    "a an the this its his her their our in into on onto to at by for from with over up out "
    "off".split()
)
"""What stands behind a verb, and hardly behind a noun that looks like one."""
_PAST = (WordClass.VERB, WordClass.PARTICIPLE)
_SHORTEST = 3


def recast(rejected: str, preferred: str, ending: str, *, helped: bool) -> str | None:
    """Return `preferred` with its verb in the part in which that of `rejected` stands, or None.

    `ending` is that of the verb of `rejected`: `ed` for a past or a participle,
    which `helped` tells apart, `s`, `ing`, or nothing for the verb as it is. None
    is returned where one of the two is no such phrase, as far as the lexicon knows.

    >>> recast("brought onto the market", "sell", "ed", helped=True)
    'sold'
    >>> recast("build the pier", "restoring the pier", "", helped=False)
    'restore the pier'
    """
    first = rejected.split(maxsplit=1)[0]
    verb = _is(first, WordClass.VERB)
    if ending == "ed" and not _is(first, *_PAST):
        return None  # `speed` has no past in it
    if not ending:
        return _base(preferred) if verb else None
    parts = _parts(preferred) if is_phrase(rejected) else None
    if parts is None or (ending == "s" and not verb):
        return None
    if ending == "ed":
        if not helped and _is_base(rejected):
            return None
        return parts.participle if helped else parts.past
    return parts.third if ending == "s" else parts.gerund


def is_phrase(text: str) -> bool:
    """Whether the second word of `text` is one that stands behind a verb."""
    return not _BEHIND.isdisjoint(text.split()[1:2])


def _parts(phrase: str) -> Parts | None:
    """Return the parts of a phrase, if the past of its first word is one that English has."""
    parts = conjugated(phrase)
    if parts is None or _is(phrase.split(maxsplit=1)[0], WordClass.FUNCTION):
        return None  # `down to earth`
    return parts if _is(parts.past.split()[0], *_PAST) else None


def _is_base(phrase: str) -> bool:
    """Whether the participle that a phrase begins with may be the verb itself: `put`, `run`."""
    first = phrase.split(maxsplit=1)[0]
    parts = conjugated(first)
    return parts is not None and first in {parts.past, parts.participle}


def _base(phrase: str) -> str | None:
    """Return a phrase that begins with a gerund as it is with the verb alone."""
    first, *rest = phrase.split()
    if not _is(first, WordClass.GERUND):
        return None
    for verb in _before_ing(first.removesuffix("ing")):
        parts = conjugated(verb)
        if parts and parts.gerund == first and _is(verb, WordClass.VERB):
            return " ".join((verb, *rest))
    return None


def _before_ing(stem: str) -> Iterator[str]:
    if len(stem) < _SHORTEST:
        return
    yield stem + "e"
    yield stem
    yield stem[:-1]


def _is(word: str, *kinds: WordClass) -> bool:
    known = look_up(word)
    return known is not None and known.kind in kinds
