"""Tests whether a match of a usable term is other words: ordinary ones, or another name."""

from editkit.languages.en.words.function_words import CORE_FUNCTION_WORDS
from editkit.languages.en.words.name_parts import NAME_FINAL_ADJECTIVES
from editkit.languages.en.words.verb_forms import REPORTING_VERBS
from editkit.terminology.lettered_words import are_one_word
from editkit.terminology.matcher import TermEntry
from editkit.text import casing
from editkit.text.context import MatchContext
from editkit.text.spelling_difference import Difference, Gap

_MIN_NAME_LENGTH = 4
"""Letters of the shortest name that is recognized without its diacritics or punctuation."""


def are_common_words(found: str, entry: TermEntry) -> bool:
    """Return whether a match of a name in lowercase is ordinary words: `lot` is not `IoT`."""
    term_text = entry.form.text
    is_lowercase = found.islower() or (len(term_text.split()) == 1 and found[1:].islower())
    return is_lowercase and casing.has_capital(term_text) and entry.language.may_be_words(found)


def is_modifier(context: MatchContext) -> bool:
    """Return whether the last word is an adjective of the next word: `Suhe daily life`."""
    last = context.text.split()[-1]
    if last not in NAME_FINAL_ADJECTIVES or not context.next_word.islower():
        return False
    next_word = context.next_word
    return not (next_word in CORE_FUNCTION_WORDS | REPORTING_VERBS or next_word.endswith("ed"))


def is_another_word(entry: TermEntry, difference: Difference, context: MatchContext) -> bool:
    """Return whether the spaces or hyphens of a match make it a different word."""
    text = context.text
    if casing.has_capital(entry.form.text) or are_one_word(text, entry.form.text):
        return False
    match difference.gap:
        case Gap.SOLID | Gap.SPLIT:
            return text[1].isspace() or entry.language.may_be_words(text)
        case Gap.HYPHEN if "-" in text and " " not in text:
            after = context.next_word
            return bool(after) and after.lower() not in CORE_FUNCTION_WORDS
        case _:
            return False


def is_name_variant(entry: TermEntry, found: str) -> bool:
    """Return whether text without the diacritics or punctuation of a name is the name.

    It is not if it is ordinary words (`Rose` for `Rosé`) or short (`PM` for `P.M.`).
    """
    is_long = sum(map(str.isalpha, found)) >= _MIN_NAME_LENGTH
    is_name = casing.has_capital(entry.form.text)
    return is_long and is_name and not entry.language.may_be_words(found)
