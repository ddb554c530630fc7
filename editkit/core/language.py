"""Matching of BCP 47 language tags."""

from functools import lru_cache


@lru_cache(maxsize=1024)
def matches(tag: str, lang: str) -> bool:
    """Return whether something tagged `tag` applies to a text in `lang`.

    It does if one tag is a prefix of the other, subtag by subtag: a glossary for `en`
    applies to an `en-US` text, and a glossary for `en-US` to an `en` text. `und` and the
    empty tag match everything.

    >>> matches("en", "en-US"), matches("en-GB", "en-US"), matches("und", "zh")
    (True, False, True)
    """
    a, b = _subtags(tag), _subtags(lang)
    if a in (["und"], [""]) or b in (["und"], [""]):
        return True
    shared = min(len(a), len(b))
    return a[:shared] == b[:shared]


def _subtags(tag: str) -> list[str]:
    return tag.replace("_", "-").lower().split("-")
