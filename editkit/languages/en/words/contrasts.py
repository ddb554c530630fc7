"""Words of one kind that name different things: opposites, numerals, directions, colors.

Such words are used alike, so a model of meaning takes them for synonyms.
"""

from functools import cache

from editkit.core.storage.data_folder import data_folder

_PREFIXES = ("non", "un", "in", "im", "ir", "dis", "de", "anti", "sub", "super", "semi", "pre")
"""Prefixes that change a word into its opposite or into another thing."""


@cache
def _groups_by_word() -> dict[str, frozenset[int]]:
    """Return the numbers of the groups that contain each word."""
    groups: dict[str, set[int]] = {}
    table = data_folder("editkit.languages.en", "data") / "contrasts.txt"
    for number, line in enumerate(table.read_text("utf-8").split("\n")):
        for word in [] if line.startswith("#") else line.split():
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


def are_contrasting(first: str, second: str) -> bool:
    """Return whether two lowercase words are of one kind but name different things."""
    groups = _groups_by_word()
    if groups.get(first, frozenset()) & groups.get(second, frozenset()):
        return True
    short, long = sorted((first, second), key=len)
    return any(long.replace("-", "") == prefix + short for prefix in _PREFIXES)
