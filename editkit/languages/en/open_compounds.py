"""Compounds that are left open where English joins them with hyphens."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product

from editkit.core.span import Span
from editkit.languages.en.lexicon import WordClass, look_up

_HEADING = re.compile(r"^\[(.+)\]$", re.MULTILINE)
_FREE = re.compile(r"(?<![\w'’.,/&–-])|(?<=\d[–-])(?=\d)")
_AFTER_FIGURE = re.compile(r"[\d$£€¥] ")
_ENDS_CLAUSES = frozenset({"rich", "ready", "proof"})
"""Adjectives before which an acronym is as likely the last word of what came before."""
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_GOES_ON = re.compile(r"[\w'’-]|\.\w")
_NEXT = re.compile(r"[ \n](?P<word>[A-Za-z]+(?![\w.'’]*[@/]))")
_CUE = re.compile(
    r"(?i)\b(?:an?|the|this|these|those|every|each|no|my|our|your|its|their|his|her) \Z"
)
_BARE_PHRASE = re.compile(r"(?i)\b(?:in|over|for) the \Z")
"""Before “long term” this makes a phrase of its own: “in the long term prices rise”."""
_AT = re.compile(r"(?i)\bat \Z")
_NAME = re.compile(r"(?P<name>\b[A-Z][a-z]+) \Z")
_OWN = re.compile(r"(?i)\b(?:my|our|your|him|her|it|them|one'?s|the|of|true|own|inner) \Z")
_ROOT = re.compile(r" (?!sequitur|grata|compos|nova|troppo|plus|licet|est)[A-Za-z]{3,}")
_OLD = re.compile(r" olds?", re.IGNORECASE)
_AGES = frozenset({"year", "month", "week", "day"})
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_COUNT = re.compile(
    rf"(?i:\d{{1,3}}(?:,\d{{3}})+|(?!1\Z|(?:19|20)\d\d\Z)\d+|{'|'.join(_ONES[1:])}|ten|eleven|twelve|\w+teen|"
    rf"{'|'.join(_TENS)}|hundred)"
)
_BARE = re.compile(r"(?<!ing)(?<![^s]s)\Z")
"""No plural, which is a verb more often, and no gerund: “outlines specific steps”."""
_NOUN = {WordClass.NOUN}
_ADJECTIVE = {WordClass.ADJECTIVE}
_NAMES_SOMETHING = {WordClass.NOUN, WordClass.ADJECTIVE}
_DESCRIBES = {WordClass.ADJECTIVE, WordClass.PARTICIPLE, WordClass.GERUND}
_ANYWHERE = frozenset({"anywhere", "year old", "prefix"})
_LEAST, _REACH = 2, 12
_WORD = re.compile(r"\d[\d,]*|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class OpenCompound:
    """Where a compound stands, the spaces in it that want a hyphen, and what it is found by.

    `noun` is the word behind it that makes it want them, empty where none does.
    """

    span: Span
    gaps: tuple[Span, ...]
    noun: str
    kind: str


def open_compounds(text: str) -> Iterator[OpenCompound]:
    """Yield the compounds of `text` that want hyphens where they stand, in order.

    Some want them before a noun only: “a long-term plan”, but “in the long
    term”. What can be no noun or adjective is told by Brill's lexicon.
    """
    words = _table().words
    before: re.Match[str] | None = None
    done = 0
    for word in _WORD.finditer(text):
        last, before = before, word
        if word[0].lower() not in words:
            continue
        found = list(_begun(text, word))
        if last and text[last.end() : word.start()] == " ":
            found += _ended(text, Span(*last.span()), word)
        for kind, whole in found:
            after = _NEXT.match(text, whole.end)
            noun = after["word"] if after else ""
            free = whole.start >= done and _stands_free(text, whole)
            if free and _wanted(kind, text, whole, noun):
                done = whole.end
                gaps = tuple(
                    Span(n, n + 1) for n in range(whole.start, whole.end) if text[n] == " "
                )
                yield OpenCompound(whole, gaps, "" if kind in _ANYWHERE else noun, kind)
                break


def _begun(text: str, word: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Yield the phrases of the table, and prefixed words, that a word begins."""
    start = word.start()
    for kind, phrase in _table().phrases.get(word[0].lower(), ()):
        if text[start : start + len(phrase)].lower() == phrase:
            yield kind, Span(start, start + len(phrase))
    if word[0].lower() in _table().prefixes and (root := _ROOT.match(text, word.end())):
        yield "prefix", Span(start, root.end())


def _ended(text: str, before: Span, word: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Yield the pairs of words that a word ends."""
    first, last = before.of(text), word[0].lower()
    whole = Span(before.start, word.end())
    if _COUNT.fullmatch(first) or (first in {"1", "one"} and last in _AGES):
        old = _OLD.match(text, word.end())
        if last in _AGES and old:
            yield "year old", Span(before.start, old.end())
        if first not in {"1", "one"} and last in _table().lasts["unit"]:
            yield "unit", whole
    for kind in ("after a noun", "after an adjective"):
        if last in _table().lasts[kind]:
            yield kind, whole


def _stands_free(text: str, span: Span) -> bool:
    start = span.start
    if not _FREE.match(text, start) or _GOES_ON.match(text, span.end):
        return False
    figure = _AFTER_FIGURE.fullmatch(text, max(0, start - 2), start)
    return not (figure and _COUNT.match(text, start))


def _wanted(kind: str, text: str, span: Span, noun: str) -> bool:
    first, *others = span.of(text).split(" ")
    if any(word[0].isupper() for word in others):
        return False
    before = text[max(0, span.start - _REACH) : span.start]
    if kind == "prefix":
        return _takes_prefix(first, others[0], before)
    return kind in _ANYWHERE or (_fits(kind, first, others[-1], before) and _modified(noun, kind))


def _fits(kind: str, first: str, last: str, before: str) -> bool:
    if kind == "after an article":
        return _CUE.search(before) is not None
    if kind == "after a noun":
        acronym = _ACRONYM.fullmatch(first) and last not in _ENDS_CLAUSES
        named = acronym or (first[0].isupper() and last == "based")
        return bool(named) or (_BARE.search(first) is not None and _kind(first, _NOUN))
    if kind == "unit":
        return not (first[0].isdigit() and _numbered(before))
    if kind == "before a noun":
        return not (_BARE_PHRASE if last == "term" else _AT).search(before)
    return kind != "after an adjective" or _kind(first, _ADJECTIVE)


def _numbered(before: str) -> bool:
    """Whether a figure is a name's, as in “Phase 2 week”."""
    named = _NAME.search(before)
    return named is not None and not _kind(named["name"], {WordClass.FUNCTION})


def _takes_prefix(prefix: str, word: str, before: str) -> bool:
    known = look_up(word)
    if known and known.kind is WordClass.FUNCTION:
        return False
    if prefix.lower() == "self":
        return known is not None and not _OWN.search(before)
    return prefix.lower() != "ultra" or _kind(word, _DESCRIBES)


def _modified(noun: str, kind: str) -> bool:
    """Whether a word can be the noun; behind “ten mile” even one that is mostly a verb."""
    known = look_up(noun)
    likely = _NAMES_SOMETHING | {WordClass.VERB} if kind == "unit" else _NAMES_SOMETHING
    return (known is None or known.kind in likely) and noun.islower() and len(noun) >= _LEAST


def _kind(word: str, kinds: set[WordClass]) -> bool:
    known = look_up(word)
    return known is not None and known.kind in kinds


@dataclass(frozen=True, slots=True)
class _Table:
    """The table: phrases by their first word, longest first; prefixes; last words by kind.

    `words` are all of which one begins or ends a compound.
    """

    words: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[str, str]]]
    prefixes: frozenset[str]
    lasts: Mapping[str, frozenset[str]]


@cache
def _table() -> _Table:
    table = resources.files(__package__) / "data" / "open-compounds.txt"
    pieces = _HEADING.split(table.read_text(encoding="utf-8"))[1:]
    lists = {
        head: [
            phrase for entry in re.split(r",\s|\n", body.strip()) for phrase in _spelt_out(entry)
        ]
        for head, body in zip(pieces[::2], pieces[1::2], strict=True)
    }
    lists["anywhere"] += [f"{ten} {one}" for ten in _TENS for one in _ONES]
    phrases: dict[str, list[tuple[str, str]]] = {}
    for kind in ("anywhere", "before a noun", "after an article"):
        for phrase in sorted(lists[kind], key=len, reverse=True):
            phrases.setdefault(phrase.split(" ")[0], []).append((kind, phrase))
    lasts = {
        kind: frozenset(lists[kind]) for kind in ("unit", "after a noun", "after an adjective")
    }
    prefixes = frozenset(lists["prefix"])
    words = prefixes.union(phrases, *lasts.values())
    return _Table(words, phrases, prefixes, lasts)


def _spelt_out(entry: str) -> Iterator[str]:
    """Yield the phrases of an entry: each word of `high/low cost` may be any of several."""
    for words in product(*(word.split("/") for word in entry.split(" "))):
        yield " ".join(words)
