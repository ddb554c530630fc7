"""Find the terms of a glossary in prose, as they should be and as they should not."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import add

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
_LONGEST_KEPT = 100


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


class _Heads(dict[str, str]):
    """The key of the first token of each stretch between two spaces."""

    def __missing__(self, stretch: str) -> str:
        if len(self) > _KEPT_WORDS:
            self.clear()
        found = tokens.pattern(stretch).search(stretch)
        head = tokens.key(found[0]) if found else ""
        if len(stretch) <= _LONGEST_KEPT:
            self[stretch] = head
        return head


class _Leads(dict[str, str]):
    """What each stretch between two spaces may lead to, as far as it was asked for.

    That is `SLIP` where a word in it may be a slip, else `CANDIDATE` where one may
    stand in it, else the key of its last token where one may begin with that and
    go on behind the space, else nothing. A text repeats its words, so most of it
    is read by looking up here.
    """

    CANDIDATE, SLIP = " ", "  "  # no key has a space

    def __init__(self, whole: Container[str], begun: Container[str], slips: _Slips) -> None:
        super().__init__()
        self._whole, self._begun, self._slips = whole, begun, slips

    def __missing__(self, stretch: str) -> str:
        if len(self) > _KEPT_WORDS:
            self.clear()
        lead = self._lead(stretch)
        if len(stretch) <= _LONGEST_KEPT:
            self[stretch] = lead
        return lead

    def _lead(self, stretch: str) -> str:
        found = tokens.pattern(stretch).findall(stretch)
        keys = tokens.keys(found)
        if any(map(self._slips.__getitem__, found)):
            return self.SLIP
        inside = any(map(self._begun.__contains__, map(add, keys, keys[1:])))
        if inside or any(map(self._whole.__contains__, keys)):
            return self.CANDIDATE
        return keys[-1] if keys and keys[-1] in self._begun else ""


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
        self._heads = _Heads()
        self._leads = _Leads(self._entries, self._prefixes, self._slips)

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
        paragraph = _Paragraph(text, stretches)
        promising = list(self._promising(stretches, leads))
        for at in promising:
            for token in paragraph.tokens(at):
                if tokens.KEYS[token[0]] in self._prefixes:
                    start = token.start()
                    for end, joined in self._walk(paragraph.tokens_from(start)):
                        span = Span(offset + start, offset + end)
                        yield Candidate(span, self._entries[joined])
        if _Leads.SLIP in leads:
            for start, end, joined in self._find_slips(paragraph, leads, promising):
                span = Span(offset + start, offset + end)
                yield Candidate(span, self._entries[joined], slip=True)

    def _promising(self, stretches: Sequence[str], leads: Sequence[str]) -> Iterator[int]:
        """Yield the numbers of the stretches that a candidate may begin in."""
        heads, prefixes = self._heads, self._prefixes
        for at, following in compress(enumerate((*stretches[1:], "")), leads):
            lead = leads[at]
            if lead[0] == " " or lead + heads[following] in prefixes:
                yield at

    def _walk(
        self, found: Iterable[re.Match[str]], slip: int = -1, meant: str = ""
    ) -> Iterator[tuple[int, str]]:
        """Yield the end and the key of each candidate that begins with the first token found.

        The token at `slip` is read as what was `meant`.
        """
        joined, prefixes, entries = "", self._prefixes, self._entries
        for token in found:
            key = meant if token.start() == slip else tokens.KEYS[token[0]]
            if key or not joined:
                joined += key
                if joined not in prefixes:
                    return
                if joined in entries:
                    yield token.end(), joined

    def _find_slips(
        self, paragraph: "_Paragraph", leads: Sequence[str], promising: Sequence[int]
    ) -> Iterator[tuple[int, int, str]]:
        prefixes = self._prefixes
        for at in (at for at, lead in enumerate(leads) if lead == _Leads.SLIP):
            found = paragraph.tokens(at)
            near = {n for n in promising if at - _LONGEST_TERM <= n < at}
            if at and leads[at - 1]:
                near.add(at - 1)
            before = [token for n in sorted(near) for token in paragraph.tokens(n)]
            for number, token in enumerate(found):
                for meant in self._slips[token[0]]:
                    slip = token.start()
                    starts = (*before, *found[max(0, number - _LONGEST_TERM) : number])
                    begun = [one.start() for one in starts if tokens.KEYS[one[0]] in prefixes]
                    for start in (*begun, slip):
                        for end, joined in self._walk(paragraph.tokens_from(start), slip, meant):
                            if end > slip:
                                yield start, end, joined


class _Paragraph:
    """A paragraph, its stretches between spaces, and the tokens in them."""

    def __init__(self, text: str, stretches: Sequence[str]) -> None:
        self._text, self._stretches = text, stretches
        self._ends = [end + at for at, end in enumerate(accumulate(map(len, stretches)))]
        self._pattern = tokens.pattern(text)

    def tokens(self, at: int) -> list[re.Match[str]]:
        """Return the tokens of the stretch number `at`."""
        end = self._ends[at]
        return list(self._pattern.finditer(self._text, end - len(self._stretches[at]), end))

    def tokens_from(self, start: int) -> Iterator[re.Match[str]]:
        """Yield the tokens from `start` on."""
        return self._pattern.finditer(self._text, start)
