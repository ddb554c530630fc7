"""Open compounds that need a hyphen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.compounds.compound_readings import (
    begins_command,
    follows_noun,
    is_bare_multi,
    is_likely_verb,
    is_open_phrase,
    is_spent,
    is_subject_and_verb,
)
from editkit.languages.en.compounds.open_compound_table import ONES, TENS, open_compound_table
from editkit.languages.en.lexicon import WordClass, has_class, look_up

_START_BOUNDARY = lazy_pattern(r"(?<![\w'’.,/&–-])|(?<=\d[–-])(?=\d)")
_AFTER_NUMBER = lazy_pattern(r"[\d$£€¥] ")
_CLAUSE_END_ADJECTIVES = frozenset({"rich", "ready", "proof"})
"""Adjectives before which an acronym may also be the last word of the preceding clause."""
_RICH_NOUNS = frozenset({"text", "media", "client", "clients", "snippets"})
"""Nouns that *rich* makes a term with: `a web rich text editor`."""
_ACRONYM = lazy_pattern(r"[A-Z]{2,5}")
_WORD_CONTINUES = lazy_pattern(r"[\w'’-]|\.\w")
_NEXT_WORD = lazy_pattern(r"[ \n](?P<word>[A-Za-z]+(?![\w.'’]*[@/]))")
_DETERMINER = lazy_pattern(
    r"(?i)\b(?:an?|the|this|these|those|every|each|no|my|our|your|its|their|his|her) \Z"
)
_ARTICLE = lazy_pattern(r"(?i)\ba \Z")
_BARE_PHRASE = lazy_pattern(r"(?i)\b(?:in|over|for) the \Z")
"""Before “long term” this is a complete phrase: “in the long term prices rise”."""
_AT = lazy_pattern(r"(?i)\bat \Z")
_NAME = lazy_pattern(r"(?P<name>\b[A-Z][a-z]+) \Z")
_BEFORE_SELF_NOUN = lazy_pattern(
    r"(?i)\b(?:my|our|your|him|her|it|them|one'?s|the|of|true|own|inner) \Z"
)
_PREFIXED_WORD = lazy_pattern(r" (?!sequitur|grata|compos|nova|troppo|plus|licet|est)[A-Za-z]{3,}")
_OLD = lazy_pattern(r" olds?", re.IGNORECASE)
_AGES = frozenset({"year", "month", "week", "day"})
_COUNT = lazy_pattern(
    rf"(?i:\d{{1,3}}(?:,\d{{3}})+|(?!1\Z|(?:19|20)\d\d\Z)\d+|{'|'.join(ONES[1:])}|ten|eleven|twelve|\w+teen|"
    rf"{'|'.join(TENS)}|hundred)"
)
_NOUN_ENDING = lazy_pattern(r"(?<!ing)(?<![^s]s)\Z")
"""Excludes plurals, which are more often verbs, and gerunds: “outlines specific steps”."""
_NOUN = {WordClass.NOUN}
_ADJECTIVE = {WordClass.ADJECTIVE}
_NOUN_OR_ADJECTIVE = {WordClass.NOUN, WordClass.ADJECTIVE}
_DESCRIPTIVE = {WordClass.ADJECTIVE, WordClass.PARTICIPLE, WordClass.GERUND}
_NEEDS_NO_NOUN = frozenset({"anywhere", "year old", "prefix"})
_MIN_NOUN_LENGTH = 2
_CONTEXT_CHARS = 12
_WORD = lazy_pattern(r"\d[\d,]*|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class OpenCompound:
    """A compound, the spaces in it that need a hyphen, and the kind of table entry.

    `noun` is the next word if it is the reason for the hyphens, else an empty string.
    `is_whole`: no noun precedes that belongs to it (`image classification related`), it is no
    command (`batch related changes`), and it is not *multi* before a plural or a noun that no
    other noun follows (`multi objects`, `in multi mode`).
    """

    span: Span
    spaces: tuple[Span, ...]
    noun: str
    kind: str
    is_whole: bool = True


def open_compounds(text: str) -> Iterator[OpenCompound]:
    """Yield the compounds of `text` that need hyphens, in order.

    Some need them before a noun only: “a long-term plan”, but “in the long term”. Word
    classes are those of Brill's lexicon.
    """
    words = open_compound_table().words
    current: re.Match[str] | None = None
    previous_end = 0
    for word in _WORD.finditer(text):
        previous, current = current, word
        if word[0].lower() not in words:
            continue
        candidates = list(_starting_with(text, word))
        if previous and text[previous.end() : word.start()] == " ":
            candidates += _ending_with(text, Span(*previous.span()), word)
        for kind, whole in candidates:
            after = _NEXT_WORD.match(text, whole.end)
            noun = after["word"] if after else ""
            is_candidate = whole.start >= previous_end and _is_separate(text, whole)
            is_clause = kind == "after a noun" and is_subject_and_verb(
                text, whole, word[0].lower()
            )
            if is_candidate and not is_clause and _needs_hyphen(kind, text, whole, noun):
                previous_end = whole.end
                spaces = tuple(
                    Span(n, n + 1) for n in range(whole.start, whole.end) if text[n] == " "
                )
                reason = "" if kind in _NEEDS_NO_NOUN else noun
                yield OpenCompound(whole, spaces, reason, kind, _is_whole(text, whole, kind, noun))
                break


def _is_whole(text: str, span: Span, kind: str, noun: str) -> bool:
    if kind == "after a noun":
        return not (follows_noun(text, span) or begins_command(text, span, noun))
    return not is_bare_multi(text, span, is_before_noun=_can_be_noun(noun, kind))


def _starting_with(text: str, word: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Yield the phrases of the table and the prefixed words that begin with a word."""
    start = word.start()
    for kind, phrase in open_compound_table().phrases.get(word[0].lower(), ()):
        if text[start : start + len(phrase)].lower() == phrase:
            yield kind, Span(start, start + len(phrase))
    if word[0].lower() in open_compound_table().prefixes and (
        root := _PREFIXED_WORD.match(text, word.end())
    ):
        yield "prefix", Span(start, root.end())


def _ending_with(text: str, before: Span, word: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Yield the pairs of words that end with a word."""
    first, last = before.of(text), word[0].lower()
    whole = Span(before.start, word.end())
    is_unit, is_age = last in open_compound_table().last_words["unit"], last in _AGES
    is_one = first in {"1", "one"}
    if (is_unit or is_age) and (is_one or _COUNT.fullmatch(first)):
        old = _OLD.match(text, word.end())
        if is_age and old:
            yield "year old", Span(before.start, old.end())
        context = text[max(0, before.start - _CONTEXT_CHARS) : before.start]
        if is_unit and (not is_one or _ARTICLE.search(context)):
            yield "unit", whole
    for kind in ("after a noun", "after an adjective"):
        if last in open_compound_table().last_words[kind]:
            yield kind, whole


def _is_separate(text: str, span: Span) -> bool:
    start = span.start
    if not _START_BOUNDARY.match(text, start) or _WORD_CONTINUES.match(text, span.end):
        return False
    number = _AFTER_NUMBER.fullmatch(text, max(0, start - 2), start)
    return not (number and _COUNT.match(text, start))


def _needs_hyphen(kind: str, text: str, span: Span, noun: str) -> bool:
    first, *others = span.of(text).split(" ")
    if any(word[0].isupper() for word in others):
        return False
    before = text[max(0, span.start - _CONTEXT_CHARS) : span.start]
    if kind == "prefix":
        return _is_prefixable(first, others[0], before)
    if others[-1] == "rich" and noun in _RICH_NOUNS:
        return False
    if is_open_phrase(text, span, noun, is_unit=kind == "unit"):
        return False
    return kind in _NEEDS_NO_NOUN or (
        _is_allowed_before(kind, first, others[-1], before) and _can_be_noun(noun, kind)
    )


def _is_allowed_before(kind: str, first: str, last: str, before: str) -> bool:
    if kind == "after an article":
        return _DETERMINER.search(before) is not None
    if kind == "after a noun":
        acronym = _ACRONYM.fullmatch(first) and last not in _CLAUSE_END_ADJECTIVES
        if acronym or (first[0].isupper() and last == "based"):
            return True
        is_noun = _NOUN_ENDING.search(first) is not None and has_class(first, *_NOUN)
        return is_noun and not (is_spent(first, last) or is_likely_verb(first, last, before))
    if kind == "unit":
        return not (first[0].isdigit() and _is_part_of_name(before))
    if kind == "before a noun":
        return not (_BARE_PHRASE if last == "term" else _AT).search(before)
    return kind != "after an adjective" or has_class(first, *_ADJECTIVE)


def _is_part_of_name(before: str) -> bool:
    """Return whether a number is part of a name, as in “Phase 2 week”."""
    named = _NAME.search(before)
    return named is not None and not has_class(named["name"], WordClass.FUNCTION)


def _is_prefixable(prefix: str, word: str, before: str) -> bool:
    known = look_up(word)
    if known and known.word_class is WordClass.FUNCTION:
        return False
    if prefix.lower() == "self":
        return known is not None and not _BEFORE_SELF_NOUN.search(before)
    return prefix.lower() != "ultra" or has_class(word, *_DESCRIPTIVE)


def _can_be_noun(noun: str, kind: str) -> bool:
    """Return whether a word can be a noun; after “ten mile”, even if it is mostly a verb."""
    known = look_up(noun)
    likely = _NOUN_OR_ADJECTIVE | {WordClass.VERB} if kind == "unit" else _NOUN_OR_ADJECTIVE
    return (
        (known is None or known.word_class in likely)
        and noun.islower()
        and len(noun) >= _MIN_NOUN_LENGTH
    )
