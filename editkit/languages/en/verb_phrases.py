"""Inflection of phrases that begin with a verb."""

from collections.abc import Iterator

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.lexicon import WordClass, has_class
from editkit.languages.en.verbs import PrincipalParts, conjugate
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.function_words import AFTER_VERB
from editkit.languages.en.words.verb_forms import PARTICIPLES

_PAST_CLASSES = (WordClass.VERB, WordClass.PARTICIPLE)
_MIN_STEM_LENGTH = 3
_VERB_ENDING = lazy_pattern(r"(?!un)[a-z]{3,}?(ed|ing|(?<![sui])s)")


def inflect_like(rejected: str, preferred: str, ending: str, *, has_auxiliary: bool) -> str | None:
    """Return `preferred` with its verb inflected like that of `rejected`.

    `ending` is the ending of the verb of `rejected`: `ed` for a past form or a participle,
    which `has_auxiliary` distinguishes; `s`; `ing`; or an empty string for the base form.
    Returns None if, according to the lexicon, one of the two is not a verb phrase.

    >>> inflect_like("brought onto the market", "sell", "ed", has_auxiliary=True)
    'sold'
    >>> inflect_like("build the pier", "restoring the pier", "", has_auxiliary=False)
    'restore the pier'
    """
    first = rejected.split(maxsplit=1)[0]
    verb = has_class(first, WordClass.VERB)
    if ending == "ed" and not has_class(first, *_PAST_CLASSES):
        return None  # `speed` is not a past form
    if not ending:
        return _gerund_to_base(preferred) if verb else None
    parts = _principal_parts(preferred) if is_verb_phrase(rejected) else None
    if parts is None or (ending == "s" and not verb):
        return None
    if ending == "ed":
        if not has_auxiliary and _may_be_base(rejected):
            return None
        return parts.participle if has_auxiliary else parts.past
    return parts.third if ending == "s" else parts.gerund


def is_verb_phrase(text: str) -> bool:
    """Return whether the second word of `text` is one that follows a verb."""
    return not AFTER_VERB.isdisjoint(text.split()[1:2])


def _principal_parts(phrase: str) -> PrincipalParts | None:
    """Return the principal parts of a phrase, if the past form of its first word exists."""
    parts = conjugate(phrase)
    if parts is None or has_class(phrase.split(maxsplit=1)[0], WordClass.FUNCTION):
        return None  # `down to earth`
    return parts if has_class(parts.past.split()[0], *_PAST_CLASSES) else None


def _may_be_base(phrase: str) -> bool:
    """Return whether the participle that begins a phrase may be a base form: `put`, `run`."""
    first = phrase.split(maxsplit=1)[0]
    parts = conjugate(first)
    return parts is not None and first in {parts.past, parts.participle}


def _gerund_to_base(phrase: str) -> str | None:
    """Return a phrase that begins with a gerund with the base form instead, or None."""
    first, *rest = phrase.split()
    if not has_class(first, WordClass.GERUND):
        return None
    for verb in _base_candidates(first.removesuffix("ing")):
        parts = conjugate(verb)
        if parts and parts.gerund == first and has_class(verb, WordClass.VERB):
            return " ".join((verb, *rest))
    return None


def _base_candidates(stem: str) -> Iterator[str]:
    if len(stem) < _MIN_STEM_LENGTH:
        return
    yield stem + "e"
    yield stem
    yield stem[:-1]


def verb_ending(text: str) -> str:
    """Return `ed`, `ing` or `s` if the first word looks like such a verb form, else `""`."""
    first = text.split(maxsplit=1)[0]
    if first in PARTICIPLES:
        return "ed"
    ending = _VERB_ENDING.fullmatch(first)
    if not ending or (ending[1] == "s" and not _has_past_form(first.removesuffix("s"))):
        return ""
    return ending[1]


def _has_past_form(word: str) -> bool:
    """Return whether English has the past form of `word`, which `new` or `sale` has not."""
    parts = conjugate(word)
    return parts is not None and is_english(parts.past)
