"""The abbreviations that a text introduces in brackets: `World Harbour Organization (WHO)`.

What the bracket abbreviates is found as Schwartz and Hearst do (A simple algorithm for
identifying abbreviation definitions in biomedical text, Pacific Symposium on Biocomputing
2003), more strictly: the first letter of the abbreviation begins the long form, and every
capital begins a word of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from editkit.core.document import Document
from editkit.core.span import Span

SHORT = r"[A-Z][A-Za-z&-]{0,8}[A-Z]"
"""What an abbreviation in brackets looks like."""
_SHORT = re.compile(rf"\s\((?:the\s)?[\"“]?(?P<short>{SHORT})s?[\"”]?\)")
_BEGIN = re.compile(r"\b\w")
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.;:!?()\[\]\n\"“”]")
_SMALL = frozenset("a an and at by de for in of on or the to with".split())
_REACH = 160


@dataclass(frozen=True, slots=True)
class Introduction:
    """An abbreviation in brackets behind the words that it abbreviates.

    `span` is that of the abbreviation, `whole` that of the words and the bracket.
    """

    long: str
    short: str
    span: Span
    whole: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where an abbreviation is introduced."""

    uri: str
    made: Introduction


@dataclass(slots=True)
class Introduced:
    """The introductions met in some documents; two of them add up in any order."""

    places: list[Place] = field(default_factory=list)

    def merge(self, other: "Introduced") -> "Introduced":
        """Return the introductions of both."""
        return Introduced(self.places + other.places)


def introductions(document: Document) -> Iterator[Introduction]:
    """Yield the abbreviations introduced in `document`, in order.

    One whose letters do not fit is among them where the words before it have
    another abbreviation elsewhere.
    """
    text = document.text
    found = [
        (match, text[max(block.span.start, match.start() - _REACH) : match.start()])
        for block in document.blocks
        for match in _SHORT.finditer(text, block.span.start, block.span.end)
    ]
    starts = [long_form(before, match["short"]) for match, before in found]
    pairs = list(zip(found, starts, strict=True))
    known = {before[at:] for (_, before), at in pairs if at is not None}
    for (match, before), fitting in pairs:
        start = fitting
        if start is None:
            begins = (word.start() for word in _BEGIN.finditer(before))
            start = next((at for at in begins if before[at:] in known), None)
        if start is not None:
            at = match.start() - len(before) + start
            long = re.sub(r"\s+", " ", before[start:])
            span = Span(*match.span("short"))
            yield Introduction(long, match["short"], span, Span(at, match.end()))


def long_form(before: str, short: str) -> int | None:
    """Return where in `before`, at its end, the words begin that `short` abbreviates.

    Small words (of, and, the) need no letter and may have one. None where the
    letters do not fit.

    >>> long_form("at the Bank of Suhe", "BOS"), long_form("at the Suhe Bank", "SB")
    (7, 7)
    """
    letters = [letter.lower() for letter in short if letter.isalpha()]
    near = max((found.end() for found in _BREAK.finditer(before)), default=0)
    words = list(_WORD.finditer(before, near))[-2 * len(letters) - 2 :]
    return _fit(words, letters)


def _fit(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Match the letters from the last to the first; each word takes its first and maybe more."""
    if not words or not letters:
        return None
    word = words[-1][0].lower()
    for taken in range(min(len(letters), len(word)), 0, -1):
        if _holds(word, letters[-taken:]):
            if taken == len(letters):
                return words[-1].start()
            found = _fit(words[:-1], letters[:-taken])
            if found is not None:
                return found
    return _fit(words[:-1], letters) if word in _SMALL else None


def _holds(word: str, letters: list[str]) -> bool:
    """Whether a word begins with the first letter and has the others behind it in order."""
    rest = iter(word)
    return word[0] == letters[0] and all(letter in rest for letter in letters)
