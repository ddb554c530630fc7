"""Find the terms of a glossary in prose, as they should be and as they should not."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.glossary import Concept, Term
from editkit.core.span import Span
from editkit.text import tokens
from editkit.text.forms import Form, Slot, concept_forms
from editkit.text.slips import SlipIndex
from editkit.text.stretches import Heads, Leads, Read, Slips

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LONGEST_TERM = 24
_At = tuple[int, int]
"""The number of a stretch in its paragraph, and of a token in the stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A form of a term, ready to be compared with a text; equal to itself alone."""

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
        self._slips = Slips(SlipIndex(words))
        self._heads = Heads()
        self._read = Read()
        self._leads = Leads(self._entries, self._prefixes, self._slips)

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
        self._prefixes.update(accumulate(parts))
        if entry.form.slot is Slot.BASE and entry.term.status.usable:
            self._prefixes.update([joined[:n] for n in range(2, len(joined))])

    def _find(self, text: str, offset: int) -> Iterator[Candidate]:
        stretches = text.split(" ")
        leads = list(map(self._leads.__getitem__, stretches))
        if not any(leads):
            return
        paragraph = _Paragraph(stretches, offset)
        promising = list(self._promising(stretches, leads))
        read, prefixes, entries = self._read, self._prefixes, self._entries
        for at in promising:
            for number, (begin, _, key, _) in enumerate(read[stretches[at]]):
                if key in prefixes:
                    for end, joined in self._walk(paragraph, (at, number)):
                        span = Span(paragraph.place(at) + begin, end)
                        yield Candidate(span, entries[joined])
        if Leads.SLIP in leads:
            for start, end, joined in self._find_slips(paragraph, leads, promising):
                yield Candidate(Span(start, end), entries[joined], slip=True)

    def _promising(self, stretches: Sequence[str], leads: Sequence[str]) -> Iterator[int]:
        """Yield the numbers of the stretches that a candidate may begin in."""
        heads, prefixes, last = self._heads, self._prefixes, len(stretches) - 1
        for at in compress(range(last + 1), leads):
            lead = leads[at]
            if lead[0] == " " or (at < last and lead + heads[stretches[at + 1]] in prefixes):
                yield at

    def _walk(
        self, paragraph: "_Paragraph", first: _At, slip: _At | None = None, meant: str = ""
    ) -> list[tuple[int, str]]:
        """Return the end and the key of each candidate that begins with the token at `first`.

        The token at `slip` is read as what was `meant`.
        """
        found: list[tuple[int, str]] = []
        joined, prefixes, entries = "", self._prefixes, self._entries
        begun, skipped = first
        for at in range(begun, len(paragraph.stretches)):
            read = self._read[paragraph.stretches[at]]
            for number in range(skipped, len(read)):
                _, end, key, _ = read[number]
                if slip == (at, number):
                    key = meant
                if key or not joined:
                    joined += key
                    if joined not in prefixes:
                        return found
                    if joined in entries:
                        found.append((paragraph.place(at) + end, joined))
            skipped = 0
        return found

    def _find_slips(
        self, paragraph: "_Paragraph", leads: Sequence[str], promising: Sequence[int]
    ) -> Iterator[tuple[int, int, str]]:
        read, stretches, prefixes = self._read, paragraph.stretches, self._prefixes
        for at in [at for at, lead in enumerate(leads) if lead == Leads.SLIP]:
            first = bisect_left(promising, at - _LONGEST_TERM)
            near = set(promising[first : bisect_left(promising, at)])
            if at and leads[at - 1]:
                near.add(at - 1)
            before = [
                (n, number)
                for n in sorted(near)
                for number, (_, _, key, _) in enumerate(read[stretches[n]])
                if key in prefixes
            ]
            tokens_here = read[stretches[at]]
            for number, (begin, _, _, word) in enumerate(tokens_here):
                for meant in self._slips[word]:
                    here = range(max(0, number - _LONGEST_TERM), number)
                    starts = [*before, *((at, n) for n in here if tokens_here[n][2] in prefixes)]
                    slip = paragraph.place(at) + begin
                    for start in (*starts, (at, number)):
                        place = paragraph.place(start[0]) + read[stretches[start[0]]][start[1]][0]
                        for end, joined in self._walk(paragraph, start, (at, number), meant):
                            if end > slip:
                                yield place, end, joined


class _Paragraph:
    """The stretches of a paragraph between spaces, which begins at `offset` of the text."""

    def __init__(self, stretches: Sequence[str], offset: int) -> None:
        self.stretches = stretches
        self._lengths = list(accumulate(map(len, stretches), initial=offset))

    def place(self, at: int) -> int:
        """Return where in the text the stretch number `at` begins."""
        return self._lengths[at] + at
