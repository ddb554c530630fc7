"""Allow-list of accepted spellings."""

import re
from collections.abc import Callable, Iterable, Iterator

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = lazy_pattern(r"['’][sS]?$")
_CONTEXT_CHARS = 80
"""Code points searched before and after a span for words and phrases that overlap it."""


class AllowedWords:
    """Accepted spellings, matched against spans of a text.

    An entry without capitals matches in any letter case; an entry with capitals matches as
    written and in all capitals. Possessive forms match too. An entry of several words, or
    one with a hyphen, matches only as a whole. `is_word` returns whether a word is an
    ordinary word of the language.
    """

    def __init__(self, entries: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        exact: set[str] = set()
        folded: set[str] = set()
        phrases: list[str] = []
        for entry in entries:
            small = entry == entry.lower()
            if not _WORD.fullmatch(entry):
                here = r"\s+".join(re.escape(part) for part in entry.split())
                phrases.append(f"(?i:{here})" if small else here)
            elif small:
                folded.add(_straighten(entry).casefold())
            else:
                exact |= {
                    _straighten(entry),
                    _straighten(entry).upper(),
                }
        self._exact, self._folded = frozenset(exact), frozenset(folded)
        whole = "|".join(sorted(phrases, key=len, reverse=True))
        self._phrases = re.compile(rf"(?<!\w)(?:{whole})(?!\w)") if phrases else None

    def is_allowed(self, text: str, span: Span) -> bool:
        """Return whether `span` contains only accepted spellings.

        At least one word must be an entry; the other words may be ordinary words of the
        language. A word that `span` covers in part counts as a whole.
        """
        if any(found.covers(span) for found in self._phrases_near(text, span)):
            return True
        known = [
            (self._is_listed(found[0]), found[0])
            for found in _WORD.finditer(
                text, max(0, span.start - _CONTEXT_CHARS), span.end + _CONTEXT_CHARS
            )
            if found.start() < span.end and span.start < found.end()
        ]
        listed = any(listed for listed, _ in known)
        return listed and all(listed or self._is_word(word) for listed, word in known)

    def _phrases_near(self, text: str, span: Span) -> Iterator[Span]:
        if self._phrases is not None:
            start, end = max(0, span.start - _CONTEXT_CHARS), span.end + _CONTEXT_CHARS
            for found in self._phrases.finditer(text, start, end):
                yield Span(*found.span())

    def _is_listed(self, word: str) -> bool:
        plain = _straighten(word)
        return any(
            form in self._exact or form.casefold() in self._folded
            for form in (plain, _POSSESSIVE.sub("", plain))
        )


def _straighten(word: str) -> str:
    return word.replace("’", "'")
