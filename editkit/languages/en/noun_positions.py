"""Positions of nouns: whether a word is a verb there, and what precedes it."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.base import VerbUse
from editkit.languages.en.inflection import singular
from editkit.languages.en.verbs import conjugate
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.grammar_words import (
    AMBIGUOUS_PRONOUNS,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PARTICLES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_BEFORE = lazy_pattern(r"(?:([^\W_]+)['’])?([^\W_]+)[\s\u00a0]+$")
_AFTER = lazy_pattern(r"[\s\u00a0]+([^\W_]+)")
_DETERMINER = lazy_pattern(r"(?<![\w'’-])([^\W_]+)[ \u00a0]+$")
_SENTENCE_END = lazy_pattern(r"(?:[.!?][\"'”’)]*\s+|\n\s*)$")
_FIRST = lazy_pattern(r"[^\W_]+")
_AFTER_VERB = (DETERMINERS - {"that", "which", "what", "such", "whose", "no"}) | OBJECT_PRONOUNS
"""Words that begin the object of a verb, and that follow a noun in few clauses only."""
_AUXILIARIES = MODALS | {"is", "are", "was", "were", "has", "had"}
_CERTAIN_DETERMINERS = DETERMINERS - AMBIGUOUS_PRONOUNS - {"such", "what"}
_SINGULAR_DETERMINERS = frozenset({"a", "an", "this", "each", "every", "another"})
_PLURAL_DETERMINERS = frozenset({"these", "those", "some"})
_ADVERBIAL = frozenset("there here away well".split()) | (PARTICLES - {"about", "by", "in", "on"})


def may_be_verb(word: str) -> bool:
    """Return whether English has the past form and the gerund of `word`.

    >>> may_be_verb("park"), may_be_verb("factory")
    (True, False)
    """
    parts = conjugate(word) if word.isalpha() else None
    return parts is not None and is_english(parts.past) and is_english(parts.gerund)


def is_phrasal_verb(term: str) -> bool:
    """Return whether a term is a verb and an adverb.

    >>> is_phrasal_verb("set up"), is_phrasal_verb("setup"), is_phrasal_verb("all in")
    (True, False, False)
    """
    verb, _, adverb = term.partition(" ")
    return adverb in PARTICLES and may_be_verb(verb)


def verb_use(text: str, before: str, after: str) -> VerbUse:
    """Return whether the noun `text`, a single word, is a verb between `before` and `after`.

    A verb follows a pronoun that is always a subject, and its base form a modal. It may follow
    `to` or begin a sentence, and precede an object or an adverb.

    >>> verb_use("parks", "She ", " there."), verb_use("parks", "the ", " there.")
    (<VerbUse.CERTAIN: 'certain'>, <VerbUse.UNLIKELY: 'unlikely'>)
    """
    one = singular(text)
    if not may_be_verb(one or text):
        return VerbUse.UNLIKELY
    stem, word = word_before(before)
    following = _AFTER.match(after)
    next_word = following[1].lower() if following else ""
    if (stem and word == "s") or word in DETERMINERS - AMBIGUOUS_PRONOUNS:
        return VerbUse.UNLIKELY
    if word in SUBJECT_PRONOUNS or (next_word in OBJECT_PRONOUNS and _begins_sentence(before)):
        return VerbUse.CERTAIN
    takes_object = next_word in _AFTER_VERB
    if word in MODALS:
        return VerbUse.POSSIBLE if one else VerbUse.CERTAIN
    if (word in {"to", "please"} and not one) or word in AMBIGUOUS_PRONOUNS - {"that"}:
        is_certain = takes_object or next_word in _ADVERBIAL
        return VerbUse.CERTAIN if is_certain else VerbUse.POSSIBLE
    return VerbUse.POSSIBLE if takes_object else VerbUse.UNLIKELY


def is_noun_position(before: str, after: str, *, is_plural: bool = False) -> bool:
    """Return whether the base form of a verb is a noun between `before` and `after`.

    A noun follows a determiner, a possessive or a preposition other than `to`, or begins a
    sentence and has an auxiliary after it. `this` before the form in -s, which is a plural as
    a noun, is a pronoun; so is `these` before the base form.

    >>> is_noun_position("during ", "."), is_noun_position("We ", " it.")
    (True, False)
    """
    stem, word = word_before(before)
    pronouns = _SINGULAR_DETERMINERS if is_plural else _PLURAL_DETERMINERS
    if (stem and word == "s") or word in (_CERTAIN_DETERMINERS - pronouns) | PREPOSITIONS:
        return True
    following = _AFTER.match(after)
    return bool(following and following[1].lower() in _AUXILIARIES and _begins_sentence(before))


def _begins_sentence(before: str) -> bool:
    return not before.strip() or bool(_SENTENCE_END.search(before))


def adds_determiner(old: str, new: str) -> bool:
    """Return whether `new` begins with a determiner and `old` does not: `factory`, `our plant`."""
    first, other = _FIRST.match(new), _FIRST.match(old)
    return bool(first and first[0].lower() in DETERMINERS) and not (
        other and other[0].lower() in DETERMINERS
    )


def determiner_length(before: str) -> int:
    """Return the length of the determiner that `before` ends with, and of the space after it.

    >>> determiner_length("in the "), determiner_length("in ")
    (4, 0)
    """
    found = _DETERMINER.search(before)
    return len(found[0]) if found and found[1].lower() in DETERMINERS else 0


def word_before(before: str) -> tuple[str, str]:
    """Return the last word of `before` in lowercase, after what precedes its apostrophe."""
    found = _BEFORE.search(before)
    if not found or found[2] == "May":  # the month
        return "", ""
    return (found[1] or "").lower(), found[2].lower()
