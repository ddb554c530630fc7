"""Readings of open compounds that speak against a hyphen."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.lexicon import WordClass, has_class, look_up
from editkit.languages.en.verbs import conjugate
from editkit.languages.en.words.grammar_words import BE_FORMS, MODALS

_BEFORE_NOUN = lazy_pattern(
    r"(?i)\b(?:an?|the|this|these|those|every|each|no|any|all|some|more|most|my|our|your|"
    r"its|their|his|her|of|in|on|for|with|by|from|at|about|into|as|than|via|per|between)\s+\Z"
)
"""What is before a word that is a noun although it can be a verb: “in market-based areas”."""
_OBJECT_ADJECTIVES = frozenset({"based", "dependent", "independent", "related", "specific"})
_PAST_VERBS = frozenset("certified coated focused honored infused inspired packed shaped".split())
"""Participles before a noun that are as often the past form, with that noun as its object."""
_SUBJECT = lazy_pattern(
    r"(?i)(?:\A|[.!?]\s+|\n\s*)(?:the|this|that|these|those|my|our|your|its|their|his|her)\s+"
    r"(?:[a-z-]+\s+)?\Z"
)
"""The beginning of a sentence up to the noun that is its subject."""
_CLAUSE_START = lazy_pattern(r"(?:\A|[.!?;:]\s+|\n\s*)\Z")
_SPENT = frozenset({"time", "times", "day", "days", "hours", "effort", "money"})
_OF_TIME = frozenset({"consuming", "saving", "wasting"})
_REST_OF_SENTENCE = lazy_pattern(r"[^.!?\n]*(?=[.!?])")
_ANY_WORD = lazy_pattern(r"[A-Za-z]+")
_LAST_WORD = lazy_pattern(r"\b([A-Za-z]+) \Z")
_MULTI = lazy_pattern(r"(?i)multi \w")
_PLURAL = lazy_pattern(r"(?<!s)s\Z")
_COUNTED = lazy_pattern(r"(?i)\b(?:the|these|those|all|its|our|their) \Z")
_SHARED_NOUN = lazy_pattern(
    r"(?i)\b(?:low|lower|high|higher|upper|short|long|first|second) (?:and|or) \Z"
)
_OPEN_TERMS = lazy_pattern(
    r"(?i)daylight saving|(?:high|low) growth(?= rates?\b)|single entry(?= points?\b)"
    r"|(?:high|low|top) level(?= first\b)"
)
"""Phrases that are no compound adjective: “high growth rates” are high rates of growth."""
_LOOKBEHIND_CHARS = 24
_SUBJECT_CHARS = 48
_COMMAND_CHARS = 300
"""A longer rest of a sentence has another verb, and would take time for each of many clauses."""


def follows_noun(text: str, compound: Span) -> bool:
    """Return whether a noun precedes that may belong to it: `image classification related`.

    A word that the lexicon lacks, such as `dataset`, may be a noun.
    """
    start = max(0, compound.start - _LOOKBEHIND_CHARS)
    before = _LAST_WORD.search(text, start, compound.start)
    return before is not None and (
        look_up(before[1]) is None or has_class(before[1], WordClass.NOUN)
    )


def is_bare_multi(text: str, compound: Span, *, is_before_noun: bool) -> bool:
    """Return whether *multi* describes no other noun: `multi objects`, `in multi mode`."""
    is_multi = _MULTI.match(text, compound.start) is not None
    return is_multi and (not is_before_noun or _PLURAL.search(compound.of(text)) is not None)


def is_open_phrase(text: str, compound: Span, noun: str, *, is_unit: bool) -> bool:
    """Return whether two words before `noun` belong together less than the words around them.

    So it is in terms (“daylight saving time”), where a hyphen would have to hang (“low and middle
    income”), and where a number counts the plural noun (“the four story categories”).
    """
    if _OPEN_TERMS.match(text, compound.start):
        return True
    before = text[max(0, compound.start - _LOOKBEHIND_CHARS) : compound.start]
    if is_unit:
        return _PLURAL.search(noun) is not None and _COUNTED.search(before) is not None
    return _SHARED_NOUN.search(before) is not None


def is_likely_verb(word: str, last: str, before: str) -> bool:
    """Return whether a noun is likely the verb of the same form: “they address specific needs”.

    `last` is the adjective after it. Before one that often describes an object, short and
    irregular verbs are likely, too: “tag specific features”, but “pet friendly inns”.
    """
    made = conjugate(word.lower()) if last in _OBJECT_ADJECTIVES else None
    past = look_up(made.past if made else f"{word.lower().removesuffix('e')}ed")
    if past is None or past.word_class not in {WordClass.VERB, WordClass.PARTICIPLE}:
        return False
    previous = _LAST_WORD.search(before)
    is_adjective = previous is not None and has_class(previous[1], WordClass.ADJECTIVE)
    return not (is_adjective or _BEFORE_NOUN.search(before))


def is_subject_and_verb(text: str, compound: Span, last: str) -> bool:
    """Return whether a noun and a participle are a clause: “the last century shaped medicine”.

    They are if they begin a sentence that has no other verb after them.
    """
    if last not in _PAST_VERBS:
        return False
    start = max(0, compound.start - _SUBJECT_CHARS)
    if not _SUBJECT.search(text, start, compound.start):
        return False
    rest = _REST_OF_SENTENCE.match(text, compound.end)
    return rest is not None and not any(map(_may_be_finite, _ANY_WORD.findall(rest[0])))


def begins_command(text: str, compound: Span, noun: str) -> bool:
    """Return whether a compound may be a verb and its object: “batch related changes.”.

    It may if it begins a clause that ends without another verb. A heading has no full stop.
    """
    if not _CLAUSE_START.search(text, max(0, compound.start - _LOOKBEHIND_CHARS), compound.start):
        return False
    start = compound.end + len(f" {noun}")
    rest = _REST_OF_SENTENCE.match(text, start, start + _COMMAND_CHARS)
    return rest is not None and not any(map(_may_be_finite, _ANY_WORD.findall(rest[0])))


def is_spent(word: str, last: str) -> bool:
    """Return whether a gerund says what time is spent on: “the time generating answers”."""
    return word.lower() in _SPENT and last.endswith("ing") and last not in _OF_TIME


def _may_be_finite(word: str) -> bool:
    low = word.lower()
    return low in BE_FORMS | MODALS | {"has", "have", "had"} or has_class(low, WordClass.VERB)
