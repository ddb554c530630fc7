"""Cased names: names of products, firms and cities with the capitals that their owners write."""

from functools import cache

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.data_folder import data_folder

_COMMENT = lazy_pattern(r"#.*")


def cased_name(word: str) -> str | None:
    """Return the name that `word` is in other capitals; None if there is none.

    A word in lowercase may be a command or an address, and one in capitals emphasis.

    >>> cased_name("Github"), cased_name("github"), cased_name("GITHUB"), cased_name("GitHub")
    ('GitHub', None, None, None)
    """
    if word.islower() or word.isupper():
        return None
    name = _names().get(word.lower())
    return None if name == word else name


@cache
def _names() -> dict[str, str]:
    table = (data_folder("editkit.languages.en", "data") / "cased-names.txt").read_text(
        encoding="utf-8"
    )
    return {name.lower(): name for name in _COMMENT.sub("", table).split()}
