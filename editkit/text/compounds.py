"""Compounds that are left open where English joins them with hyphens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from editkit.core.span import Span
from editkit.text.lexicon import WordClass, look_up

_HEADING = re.compile(r"^\[(.+)\]$", re.MULTILINE)
_FREE = r"(?<![\w'’.,/&-])(?<![\d$£€¥] )"
_NEXT = re.compile(r"[ \n](?P<word>[A-Za-z]+(?![\w.'’]*[@/]))")
_CUE = re.compile(
    r"(?i)\b(?:an?|the|this|these|those|every|each|no|my|our|your|its|their|his|her) \Z"
)
_OWN = re.compile(r"(?i)\b(?:my|our|your|him|her|it|them|one'?s|the|of|true|own|inner) \Z")
_LATIN = "sequitur|grata|compos|nova|troppo|plus|licet|est"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|(?!1\b)\d+|{_ONES[4:]}|ten|eleven|twelve|\w+teen|{_TENS}|hundred)"
)
_BARE = re.compile(r"(?<!ing)(?<![^s]s)\Z")
"""No plural, which is a verb more often, and no gerund: “outlines specific steps”."""
_NOUN = {WordClass.NOUN}
_ADJECTIVE = {WordClass.ADJECTIVE}
_NAMES_SOMETHING = {WordClass.NOUN, WordClass.ADJECTIVE}
_DESCRIBES = {WordClass.ADJECTIVE, WordClass.PARTICIPLE, WordClass.GERUND}
_ANYWHERE = frozenset({"anywhere", "year old", "prefix"})
_LEAST, _REACH = 2, 12


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
    """Yield the compounds of `text` that want hyphens where they stand, in no order.

    Some want them before a noun only: “a long-term plan”, but “in the long
    term”. What can be no noun or adjective is told by Brill's lexicon.
    """
    taken: set[int] = set()
    for kind, pattern in _patterns():
        bare = kind in _ANYWHERE
        for found in pattern.finditer(text):
            after = _NEXT.match(text, found.end())
            noun = after["word"] if after else ""
            if found.start() in taken or not _wanted(kind, found, noun):
                continue
            taken.add(found.start())
            start, end = found.span("c")
            gaps = tuple(Span(n, n + 1) for n in range(start, end) if text[n] == " ")
            yield OpenCompound(Span(start, end), gaps, "" if bare else noun, kind)


def _wanted(kind: str, found: re.Match[str], noun: str) -> bool:
    first, *others = found["c"].split(" ")
    if any(word[0].isupper() for word in others):
        return False
    if kind == "prefix":
        return _takes_prefix(first, others[0], found)
    return kind in _ANYWHERE or (_fits(kind, first, found) and _modified(noun, kind))


def _fits(kind: str, first: str, found: re.Match[str]) -> bool:
    if kind == "after an article":
        return _before(_CUE, found)
    if kind == "after a noun":
        return _BARE.search(first) is not None and _kind(first, _NOUN)
    return kind != "after an adjective" or _kind(first, _ADJECTIVE)


def _before(words: re.Pattern[str], found: re.Match[str]) -> bool:
    """Whether one of these words stands before what was found."""
    start = found.start()
    return words.search(found.string, max(0, start - _REACH), start) is not None


def _takes_prefix(prefix: str, word: str, found: re.Match[str]) -> bool:
    known = look_up(word)
    if known and known.kind is WordClass.FUNCTION:
        return False
    if prefix.lower() == "self":
        return known is not None and not _before(_OWN, found)
    return prefix.lower() != "ultra" or _kind(word, _DESCRIBES)


def _modified(noun: str, kind: str) -> bool:
    """Whether a word can be the noun; behind “ten mile” even one that is mostly a verb."""
    known = look_up(noun)
    likely = _NAMES_SOMETHING | {WordClass.VERB} if kind == "unit" else _NAMES_SOMETHING
    return (known is None or known.kind in likely) and noun.islower() and len(noun) >= _LEAST


def _kind(word: str, kinds: set[WordClass]) -> bool:
    known = look_up(word)
    return known is not None and known.kind in kinds


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = resources.files("editkit.text.tables") / "open-compounds.txt"
    pieces = _HEADING.split(table.read_text(encoding="utf-8"))[1:]
    lists = {
        head: "|".join(sorted(re.split(r",\s|\n", body.strip()), key=len, reverse=True))
        for head, body in zip(pieces[::2], pieces[1::2], strict=True)
    }
    bodies = {
        "anywhere": rf"{lists['anywhere']}|(?:{_TENS}) (?:{_ONES})",
        "year old": rf"(?:{_COUNT}|one|1) (?:year|month|week|day) olds?",
        "before a noun": lists["before a noun"],
        "after an article": lists["before a noun, after an article"],
        "unit": rf"{_COUNT} (?:{lists['unit']})",
        "after a noun": rf"[a-z]+ (?:{lists['last word, after a noun and before another']})",
        "after an adjective": rf"[a-z]+ (?:{lists['last word, after an adjective']})",
        "prefix": rf"(?:{lists['prefix']}) (?!{_LATIN})[a-z]{{3,}}",
    }
    return tuple(
        (kind, re.compile(rf"{_FREE}(?P<c>{body})(?![\w'’-]|\.\w)", re.IGNORECASE))
        for kind, body in bodies.items()
    )
