"""Numbers as English has them beside words."""

_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ending(number: int) -> str:
    """Return how the ordinal of `number` ends in figures.

    >>> [f"{number}{ending(number)}" for number in (1, 12, 22, 113, 1003)]
    ['1st', '12th', '22nd', '113th', '1003rd']
    """
    return "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, which has the plural where it wants one.

    >>> counted(1, "edit"), counted(0, "glossary row")
    ('1 edit', '0 glossary rows')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
