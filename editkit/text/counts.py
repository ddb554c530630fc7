"""Counts in messages."""


def format_count(number: int, noun: str) -> str:
    """Return a number with its noun in the singular or plural.

    >>> format_count(1, "edit"), format_count(0, "glossary row")
    ('1 edit', '0 glossary rows')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
