"""Open forms of hyphenated terms: compounds, or a verb or noun phrase of the same words.

`follow-up` is a noun and `we follow up` a verb; `long-term` is an adjective and `in the long
term` a noun phrase. Grammar decides: what class the words of the term have, whether a
determiner or a subject precedes, and whether a noun follows.
"""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.base import OpenForm
from editkit.languages.en.lexicon import WordClass, look_up
from editkit.languages.en.words.function_words import CORE_FUNCTION_WORDS
from editkit.languages.en.words.grammar_words import (
    AMBIGUOUS_PRONOUNS,
    BE_FORMS,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PARTICLES,
    SUBJECT_PRONOUNS,
)

_PART = lazy_pattern(r"[-‐‑\s]+")
_BEFORE = lazy_pattern(r"([^\W_]+)(['’][^\W_]*)?[\s\u00a0]+$")
_AFTER = lazy_pattern(r"[\s\u00a0]+([^\W_]+)(?:[\s\u00a0]+([^\W_]+))?")
_NOMINAL = frozenset({WordClass.NOUN, WordClass.ADJECTIVE, WordClass.GERUND})
_MODIFIERS = frozenset({WordClass.ADJECTIVE, WordClass.FUNCTION, WordClass.PARTICIPLE})
_VERBS = frozenset({WordClass.VERB, WordClass.PARTICIPLE})
_CLAUSE_WORDS = CORE_FUNCTION_WORDS | DETERMINERS | OBJECT_PRONOUNS


def open_form(term: str, before: str, after: str) -> OpenForm:
    """Return what the words of a hyphenated term are where they are written open.

    `before` and `after` are the text of the sentence on either side.

    >>> open_form("follow-up", "We ", " on it"), open_form("long-term", "", " plans pay")
    (<OpenForm.PHRASE: 'phrase'>, <OpenForm.COMPOUND: 'compound'>)
    """
    words = _PART.split(term)
    last, first = _class(words[-1]), _class(words[0])
    if words[-1] in PARTICLES:
        return _noun_of_phrasal_verb(before, after)
    if first in _VERBS and _is_verb_position(before):
        return OpenForm.PHRASE
    if last is WordClass.NOUN:
        is_noun_phrase = first in _MODIFIERS or any(map(_is_function_word, words))
        return _modifier(before, after) if is_noun_phrase else OpenForm.COMPOUND
    if last in {WordClass.PARTICIPLE, WordClass.ADJECTIVE} and _word_before(before) in BE_FORMS:
        return OpenForm.PHRASE
    return OpenForm.COMPOUND if last is None or _is_before_noun(after) else OpenForm.UNSURE


def _noun_of_phrasal_verb(before: str, after: str) -> OpenForm:
    word, following = _word_before(before), _words_after(after)
    if _is_verb_position(before):
        return OpenForm.PHRASE
    if word in DETERMINERS or _is_possessive(before) or _class(word) is WordClass.ADJECTIVE:
        is_verb = word in AMBIGUOUS_PRONOUNS or bool(following and following[0] in DETERMINERS)
        return OpenForm.UNSURE if is_verb else OpenForm.COMPOUND
    if following and following[0] in _CLAUSE_WORDS:
        return OpenForm.PHRASE
    return OpenForm.UNSURE


def _modifier(before: str, after: str) -> OpenForm:
    """Return whether a noun phrase such as `long term` modifies a noun after it."""
    if not _is_before_noun(after):
        return OpenForm.PHRASE
    noun, *further = _words_after(after)
    # The noun may be a verb: `the third party plans to`, `in the long term prices rise`.
    may_be_clause = noun.endswith("s") or bool(further and _class(further[0]) is WordClass.VERB)
    has_determiner = _word_before(before) in DETERMINERS
    return OpenForm.UNSURE if may_be_clause and has_determiner else OpenForm.COMPOUND


def _is_verb_position(before: str) -> bool:
    word = _word_before(before)
    return word in SUBJECT_PRONOUNS | MODALS | {"to", "not", "please"}


def _is_before_noun(after: str) -> bool:
    following = _words_after(after)
    return bool(following) and (_class(following[0]) in _NOMINAL or look_up(following[0]) is None)


def _word_before(before: str) -> str:
    found = _BEFORE.search(before)
    return (found[2][1:] if found[2] and len(found[2]) > 1 else found[1]).lower() if found else ""


def _is_possessive(before: str) -> bool:
    found = _BEFORE.search(before)
    return bool(found and found[2] and found[2][1:] in {"s", ""})


def _words_after(after: str) -> list[str]:
    found = _AFTER.match(after)
    return [word.lower() for word in found.groups() if word] if found else []


def _is_function_word(word: str) -> bool:
    return _class(word) is WordClass.FUNCTION


def _class(word: str) -> WordClass | None:
    known = look_up(word) if word else None
    return known.word_class if known else None
