"""Defects that two corrections make: wrong articles, doubled words and repeated terms."""

import re

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.articles import takes_an
from editkit.languages.en.words.doubled_words import OFTEN_DOUBLED

_TAG = r"</?[a-zA-Z][^<>\n]{0,99}>"
_MARKS = rf"(?:[\s\u00a0>*_\"'“‘«(\[]|{_TAG})"
_CLOSING = rf"(?:[*_]|{_TAG}|\]\([^\s()]{{0,99}}\))*"
_ARTICLE = lazy_pattern(rf"(?<![\w'’.&/-])(an?){_MARKS}+(?=(\w[\w.-]*))", re.IGNORECASE)
_DOUBLED = lazy_pattern(
    rf"(?<![\w'’.-])([^\W\d_]{{2,}}){_CLOSING}(?:[^\S\n]|\n(?!\s*\n))(?:[\s>*_\[]|{_TAG})*"
    r"\1(?![\w'’-])",
    re.IGNORECASE,
)
_MARKUP = lazy_pattern(rf"{_TAG}|\]\([^\s()]{{0,99}}\)")
_LETTER = lazy_pattern(r"\w")
_WORD = r"[^\W_][\w'’-]*"
_GAP = r"[\s\u00a0]+"
_REPEATED = lazy_pattern(
    rf"(?<![\w'’.-])(?=({_WORD}(?:{_GAP}{_WORD}){{0,3}}?)s?"
    rf"(?:{_GAP}\(|(?:,{_GAP}|,?{_GAP}(?:and|or){_GAP})"
    rf"(?:(?:an?|the|its|our|their|any|every|each|no){_GAP})?)\1s?(?![\w'’-]))",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = lazy_pattern(rf"(?<![\w'’.&/-])(an?){_MARKS}+\Z", re.IGNORECASE)


def wrong_articles(text: str) -> int:
    """Return the number of wrong indefinite articles in a piece of text.

    >>> wrong_articles("an pandemic and a plant")
    1
    """
    return sum(
        (len(found[1]) == len("an")) is not takes_an(found[2]) for found in _ARTICLE.finditer(text)
    )


def doubled_words(text: str) -> int:
    """Return the number of doubled words in a piece of text.

    >>> doubled_words("the the plant")
    1
    """
    return sum(found[1].lower() not in OFTEN_DOUBLED for found in _DOUBLED.finditer(text))


def has_word(gap: str) -> bool:
    """Return whether there is a word between two corrections, other than in tags and links.

    >>> has_word("</b> <i>"), has_word(" old ")
    (False, True)
    """
    return bool(_LETTER.search(gap) and _LETTER.search(_MARKUP.sub("", gap)))


def repeated_terms(text: str) -> int:
    """Return the number of words or phrases that are coordinated with themselves.

    The second one may have an article, be in brackets, or have another number.

    >>> repeated_terms("a plant and the plants"), repeated_terms("a fast drone (drone)")
    (1, 1)
    """
    return sum(1 for _ in _REPEATED.finditer(text))


def article_before(before: str, new: str) -> tuple[int, str] | None:
    """Return how to correct the article at the end of `before` if `new` follows it.

    Returns the number of code points from the start of the article to the end of `before`, the
    marks of markup included, and the article. Returns None if there is nothing to correct.
    """
    found = _ARTICLE_BEFORE.search(before)
    if not found or not new[:1].isalnum() or (len(found[1]) == len("an")) is takes_an(new):
        return None
    return len(before) - found.start(), found[1][0] + ("n" if takes_an(new) else "")
