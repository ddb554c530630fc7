"""Find the terms of a glossary in prose, as they should be and as they should not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.glossary import Concept, Term
from editkit.core.span import Span
from editkit.languages.en.inflection import Form, Slot, concept_forms
from editkit.terminology.token_cache import Heads, Leads, Read, Slips
from editkit.terminology.typo_index import SlipIndex
from editkit.text import tokens

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LONGEST_TERM = 24
_SLIP = Leads.SLIP
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
    the size of the glossary. With `listed`, no slips nor odd spaces are looked for.
    """

    def __init__(self, setup: Setup, *, listed: bool = False) -> None:
        self._listed = listed
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._prefixes: set[str] = set()
        words: set[str] = set()
        for concept in setup.glossary.concepts:
            for term, form in concept_forms(concept, setup.lang):
                found = tokens.pattern(form.text).findall(form.text)
                if parts := [key for key in tokens.keys(found) if key]:
                    self._add(parts, Entry(concept, term, form))
                    if term.status.usable and not listed:
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
        if entry.form.slot is Slot.BASE and entry.term.status.usable and not self._listed:
            self._prefixes.update([joined[:n] for n in range(2, len(joined))])

    def _find(self, text: str, offset: int) -> Iterator[Candidate]:
        stretches = text.split(" ")
        leads = list(map(self._leads.__getitem__, stretches))
        if not any(leads):
            return
        paragraph = _Paragraph(stretches, offset)
        read, prefixes, entries = self._read, self._prefixes, self._entries
        walked: list[tuple[_At, int]] = []
        for at in self._promising(stretches, leads):
            for number, (begin, _, key, _) in enumerate(read[stretches[at]]):
                if key in prefixes:
                    reached, found = self._walk(paragraph, (at, number))
                    walked.append(((at, number), reached))
                    for end, joined in found:
                        span = Span(paragraph.place(at) + begin, end)
                        yield Candidate(span, entries[joined])
        if _SLIP in leads:
            for start, end, joined in self._find_slips(paragraph, leads, walked):
                yield Candidate(Span(start, end), entries[joined], slip=True)

    def _promising(self, stretches: Sequence[str], leads: Sequence[str]) -> list[int]:
        """Return the numbers of the stretches that a candidate may begin in."""
        heads, prefixes = self._heads, self._prefixes
        following = (*stretches[1:], "")
        return [
            at
            for at, lead, after in compress(zip(count(), leads, following, strict=False), leads)
            if lead[0] == " " or lead + heads[after] in prefixes
        ]

    def _walk(
        self, paragraph: "_Paragraph", first: _At, slip: _At | None = None, meant: str = ""
    ) -> tuple[int, list[tuple[int, str]]]:
        """Return the end and the key of each candidate that begins with the token at `first`.

        Before them, the number of the last stretch that was looked at. The token at
        `slip` is read as what was `meant`.
        """
        found: list[tuple[int, str]] = []
        joined, prefixes, entries = "", self._prefixes, self._entries
        stretches, (begun, skipped) = paragraph.stretches, first
        for at in range(begun, len(stretches)):
            read = self._read[stretches[at]]
            for number in range(skipped, len(read)):
                _, end, key, _ = read[number]
                if slip == (at, number):
                    key = meant
                if key or not joined:
                    joined += key
                    if joined not in prefixes:
                        return at, found
                    if joined in entries:
                        found.append((paragraph.place(at) + end, joined))
            skipped = 0
        return len(stretches), found

    def _find_slips(
        self, paragraph: "_Paragraph", leads: Sequence[str], walked: Sequence[tuple[_At, int]]
    ) -> Iterator[tuple[int, int, str]]:
        """Yield the start, end and key of each candidate with a slip in it.

        One begins where something was found to begin that goes on up to the slip
        (`walked`), or directly before.
        """
        read, stretches = self._read, paragraph.stretches
        for at in compress(count(), map(_SLIP.__eq__, leads)):
            nearest = max(0, at - _LONGEST_TERM)
            before = [start for start, reached in walked if nearest <= start[0] < at <= reached]
            if at and leads[at - 1] and (not before or before[-1][0] < at - 1):
                before += self._begun(stretches, at - 1)
            for number, (begin, _, _, word) in enumerate(read[stretches[at]]):
                slip = paragraph.place(at) + begin
                for meant in self._slips[word]:
                    here = self._begun(stretches, at, max(0, number - _LONGEST_TERM), number)
                    for first in (*before, *here, (at, number)):
                        start = paragraph.place(first[0]) + read[stretches[first[0]]][first[1]][0]
                        for end, joined in self._walk(paragraph, first, (at, number), meant)[1]:
                            if end > slip:
                                yield start, end, joined

    def _begun(
        self, stretches: Sequence[str], at: int, first: int = 0, last: int | None = None
    ) -> list[_At]:
        """Return the tokens of a stretch, from `first` to before `last`, that terms begin with."""
        found = self._read[stretches[at]]
        places = range(len(found))[first:last]
        return [(at, number) for number in places if found[number][2] in self._prefixes]


class _Paragraph:
    """The stretches of a paragraph between spaces, which begins at `offset` of the text."""

    def __init__(self, stretches: Sequence[str], offset: int) -> None:
        self.stretches = stretches
        self._lengths = list(accumulate(map(len, stretches), initial=offset))

    def place(self, at: int) -> int:
        """Return where in the text the stretch number `at` begins."""
        return self._lengths[at] + at
