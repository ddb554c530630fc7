"""Names of two parallel halves, such as `One Belt One Road`, with and without a comma.

Names that are translated from four characters are written in both ways, as are `One Country Two
Systems` and `One Country, Two Systems`. Without a number in each half, a comma often separates
two names: `Beijing, Hyundai Motor Company`.
"""

from editkit.languages.en.compounds.open_compound_table import ONES

_NUMBERS = frozenset(ONES) | {"ten"}
_MIN_WORDS = 4


def with_other_comma(text: str) -> str | None:
    """Return a name of two halves with its comma removed or added; None for any other text.

    >>> with_other_comma("One Belt One Road"), with_other_comma("one country, two systems")
    ('One Belt, One Road', 'one country two systems')
    """
    words = text.replace(",", "").split()
    middle = len(words) // 2
    first, second = " ".join(words[:middle]), " ".join(words[middle:])
    if len(words) < _MIN_WORDS or len(words) % 2 or words[middle].lower() not in _NUMBERS:
        return None
    if words[0].lower() not in _NUMBERS:
        return None
    return {
        f"{first} {second}": f"{first}, {second}",
        f"{first}, {second}": f"{first} {second}",
    }.get(text)
