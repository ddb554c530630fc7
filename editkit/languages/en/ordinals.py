"""Ordinals in digits."""

_TEENS = range(11, 14)
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def ordinal_suffix(number: int) -> str:
    """Return the suffix of the ordinal of `number` in digits.

    >>> [f"{number}{ordinal_suffix(number)}" for number in (1, 12, 22, 113, 1003)]
    ['1st', '12th', '22nd', '113th', '1003rd']
    """
    return "th" if number % 100 in _TEENS else _SUFFIXES.get(number % 10, "th")
