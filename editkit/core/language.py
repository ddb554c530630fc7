"""Language tags (BCP 47), kept as their author wrote them."""

from functools import lru_cache


@lru_cache(maxsize=1024)
def matches(tag: str, lang: str) -> bool:
    """Whether something tagged `tag` speaks of a text in `lang`.

    It does where one tag is a prefix of the other, subtag by subtag: a glossary
    for `en` serves an `en-US` text, and one for `en-US` a text that only says
    `en`. `und` and the empty tag fit every text.

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
