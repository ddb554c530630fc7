"""Find the terms of a glossary in prose, as they should be and as they should not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.glossary import Concept, Term
from editkit.core.span import Span
from editkit.text import tokens
from editkit.text.forms import Form, Slot, concept_forms
from editkit.text.slips import SlipIndex

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LONGEST_TERM = 24
_KEPT_WORDS = 500_000


class _Slips(dict[str, tuple[str, ...]]):
    """The keys of what each word may be a slip of, as far as they were asked for."""

    def __init__(self, index: SlipIndex) -> None:
        super().__init__()
        self._index = index

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _KEPT_WORDS:
            self.clear()
        made = self[word] = tuple(map(tokens.key, self._index.meant(word)))
        return made


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of a term, ready to be compared with a text."""

    concept: Concept
    term: Term
    form: Form


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of prose that has the key of some forms, letter case and joints aside.

    `slip` says that one of its words was read as another, one slip away.
    """

    span: Span
    entries: tuple[Entry, ...]
    slip: bool = False


class TermMatcher:
    """All the terms of a glossary in one language, ready to be looked for.

    Terms that may be used and terms that may not are looked for together, since
    a correct longer term shields what stands inside it. Build it once and use it
    on many documents: a search takes time in proportion to the text, whatever
    the size of the glossary.
    """

    def __init__(self, setup: Setup) -> None:
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._prefixes: set[str] = set()
        words: set[str] = set()
        for concept in setup.glossary.concepts:
            for term, form in concept_forms(concept, setup.lang):
                found = tokens.pattern(form.text).findall(form.text)
                if parts := [key for key in tokens.keys(found) if key]:
                    self._add(parts, Entry(concept, term, form))
                    if term.status.usable:
                        words.update(found)
        self._slips = _Slips(SlipIndex(words))

    def find(self, document: Document) -> Iterator[Candidate]:
        """Yield every candidate in `document`; they overlap, and many are plain uses.

        A term is found across a line end, no-break and repeated spaces, hyphens
        and invisible characters, but not across paragraphs nor inside a word.
        """
        if not self._entries:
            return
        text, start = document.text, 0
        for gap in _BLANK_LINE.finditer(text):
            yield from self._find(text[start : gap.start()], start)
            start = gap.end()
        yield from self._find(text[start:], start)

    def _add(self, parts: Sequence[str], entry: Entry) -> None:
        joined = "".join(parts)
        self._entries[joined] = (*self._entries.get(joined, ()), entry)
        if entry.term.status.usable and entry.form.slot is Slot.BASE:
            self._prefixes.update(joined[:n] for n in range(2, len(joined) + 1))
        at = 0
        for part in parts:
            at += len(part)
            self._prefixes.add(joined[:at])

    def _find(self, text: str, offset: int) -> Iterator[Candidate]:
        pattern = tokens.pattern(text)
        found = pattern.findall(text)
        keys = tokens.keys(found)
        prefixes = self._prefixes
        ranges = [
            (at, end, joined, False)
            for at, key in enumerate(keys)
            if key in prefixes
            for end, joined in self._walk(keys, at)
        ]
        ranges += self._find_slips(found, keys)
        if ranges:
            places = [token.span() for token in pattern.finditer(text)]
            for at, end, joined, slip in ranges:
                span = Span(offset + places[at][0], offset + places[end][1])
                yield Candidate(span, self._entries[joined], slip)

    def _walk(self, keys: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
        joined, end = keys[at], at
        while joined in self._prefixes:
            if joined in self._entries:
                yield end, joined
            end += 1
            while end < len(keys) and not keys[end]:
                end += 1
            if end == len(keys):
                return
            joined += keys[end]

    def _find_slips(
        self, found: Sequence[str], keys: Sequence[str]
    ) -> Iterator[tuple[int, int, str, bool]]:
        slips = self._slips
        for at, word in enumerate(found):
            for meant in slips[word]:
                first = max(0, at - _LONGEST_TERM)
                after = keys[at + 1 : at + _LONGEST_TERM]
                around = [*keys[first:at], meant, *after]
                for start in range(at - first + 1):
                    for end, joined in self._walk(around, start):
                        if first + end >= at:
                            yield first + start, first + end, joined, True
