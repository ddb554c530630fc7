"""Sentence fit: whether another term goes with the article before it and the verb after it."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.inflection import singular
from editkit.languages.en.lexicon import WordClass, has_class
from editkit.languages.en.noun_positions import may_be_verb
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.function_words import FUNCTION_WORDS
from editkit.languages.en.words.grammar_words import DETERMINERS
from editkit.languages.en.words.name_parts import HEADS_WITH_ARTICLE
from editkit.text import casing

_DETERMINED = lazy_pattern(
    rf"(?i)(?<![\w'’-])(?:{'|'.join(sorted(DETERMINERS))}|[^\W_]+['’]s?)"
    r"(?:[\s\u00a0]+[a-z-]+)?[\s\u00a0]+[\"“‘'(]*$"
)
"""A determiner, with an adjective or without, at the end of the text before a term."""
_BEFORE_SINGULAR = lazy_pattern(r"(?i)(?<![\w'’-])(?:an?|this|each|every|another|one)[\s\u00a0]+$")
_BEFORE_PLURAL = lazy_pattern(
    r"(?i)(?<![\w'’-])(?:these|those|many|several|few|both|various|two|three)[\s\u00a0]+$"
)
_SINGULAR_VERB = lazy_pattern(r"[\s\u00a0]+(?:is|was|has|does)\b")
_PLURAL_VERB = lazy_pattern(r"[\s\u00a0]+(?:are|were|have|do)\b")
_NEXT_WORD = lazy_pattern(r"[\s\u00a0]+([^\W\d_]+)")
_COORDINATED = lazy_pattern(r"\b(?:and|or|of)[\s\u00a0]+(?:[\w-]+[\s\u00a0]+)?$")
_HEAD = lazy_pattern(r"([^\W\d_]+)(?=\s+(?:of|for)\s)|([^\W\d_]+)$")
_LAST_WORD = lazy_pattern(r"[^\s-]+$")


def fits_sentence(before: str, old: str, new: str, after: str) -> bool:
    """Return whether `new` can replace `old` between `before` and `after`, word for word.

    It cannot if a name that takes no article would have one (`the COVID-19`), if a name that
    takes one would have none (`joined Belt and Road Initiative`), or if the number of the
    determiner or of the verb would not agree (`the meetings was`).

    >>> fits_sentence("the ", "coronavirus", "COVID-19", " was found")
    False
    >>> fits_sentence("the ", "coronavirus", "COVID-19", " pandemic")
    True
    """
    if not _agrees(before, new, after):
        return False
    if _is_modifier(after) or _is_initialism(old, new) or _is_initialism(new, old):
        return not (_needs_article(new) and not _needs_article(old) and _is_bare(before, after))
    if not casing.has_capital(old) and _is_bare_name(new):
        return not _DETERMINED.search(before)
    if casing.has_capital(old) and _needs_article(new) and not _needs_article(old):
        return bool(_DETERMINED.search(before))
    return True


def _agrees(before: str, new: str, after: str) -> bool:
    """Return whether the determiner and the verb next to a common noun have its number."""
    if casing.has_capital(_last_word(new)):
        return True
    is_plural = singular(new) is not None
    if (_BEFORE_SINGULAR if is_plural else _BEFORE_PLURAL).search(before):
        return _is_modifier(after)
    if _COORDINATED.search(before):
        return True
    return not (_SINGULAR_VERB if is_plural else _PLURAL_VERB).match(after)


def _is_modifier(after: str) -> bool:
    """Return whether a noun that is no verb follows; the article belongs to it."""
    following = _NEXT_WORD.match(after)
    word = following[1].lower() if following else ""
    if word in FUNCTION_WORDS or not has_class(word, WordClass.NOUN):
        return False
    return not may_be_verb(singular(word) or word)


def _is_bare(before: str, after: str) -> bool:
    return not _is_modifier(after) and not _DETERMINED.search(before)


def _needs_article(name: str) -> bool:
    """Return whether a name of several words has a head that follows `the` in a sentence."""
    head = _HEAD.search(name)
    word = (head[1] or head[2]) if head and " " in name else ""
    return word[:1].isupper() and word.lower() in HEADS_WITH_ARTICLE


def _is_bare_name(text: str) -> bool:
    """Return whether a name ends in a coined word or a number, so that it takes no article."""
    last = _last_word(text)
    if last.isdigit():
        return casing.has_capital(text)
    return casing.has_capital(last) and not last.rstrip("s").isupper() and not is_english(last)


def _last_word(text: str) -> str:
    """Return the last word of a term; empty if it ends in a hyphen."""
    found = _LAST_WORD.search(text)
    return found[0] if found else ""


def _is_initialism(short: str, long: str) -> bool:
    """Return whether one text has the initials of the words of the other: `EV`."""
    initials = "".join(word[0] for word in long.replace("-", " ").split())
    return len(short) > 1 and short.casefold().rstrip("s") == initials.casefold().rstrip("s")
