"""Words that somebody has said are always right."""

import re
from collections.abc import Iterable, Iterator

from editkit.core.span import Span
from editkit.languages.en.word_list import is_english

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_REACH = 80
"""How many code points beside a span its words and phrases may reach."""


class RightWords:
    """Entries of word lists, to be found in a text.

    One without capitals stands for the word in any letter case; one with capitals
    for itself, and for itself written large. Each has its possessive. An entry of
    several words, or with a hyphen in it, is right as a whole and not in its parts.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        exact: set[str] = set()
        folded: set[str] = set()
        phrases: list[str] = []
        for entry in entries:
            small = entry == entry.lower()
            if not _WORD.fullmatch(entry):
                here = r"\s+".join(re.escape(part) for part in entry.split())
                phrases.append(f"(?i:{here})" if small else here)
            elif small:
                folded.add(_plain(entry).casefold())
            else:
                exact |= {_plain(entry), _plain(entry).upper()}
        self._exact, self._folded = frozenset(exact), frozenset(folded)
        whole = "|".join(sorted(phrases, key=len, reverse=True))
        self._phrases = re.compile(rf"(?<!\w)(?:{whole})(?!\w)") if phrases else None

    def cover(self, text: str, span: Span) -> bool:
        """Whether nothing can be misspelt in `span`: its words are entries, or English beside one.

        Words are looked at whole where the span has a part of them only.
        """
        if any(found.covers(span) for found in self._phrases_near(text, span)):
            return True
        known = [
            (self._listed(found[0]), found[0])
            for found in _WORD.finditer(text, max(0, span.start - _REACH), span.end + _REACH)
            if found.start() < span.end and span.start < found.end()
        ]
        listed = any(listed for listed, _ in known)
        return listed and all(listed or is_english(word) for listed, word in known)

    def _phrases_near(self, text: str, span: Span) -> Iterator[Span]:
        if self._phrases is not None:
            start, end = max(0, span.start - _REACH), span.end + _REACH
            for found in self._phrases.finditer(text, start, end):
                yield Span(*found.span())

    def _listed(self, word: str) -> bool:
        plain = _plain(word)
        return any(
            form in self._exact or form.casefold() in self._folded
            for form in (plain, _POSSESSIVE.sub("", plain))
        )


def _plain(word: str) -> str:
    return word.replace("’", "'")
