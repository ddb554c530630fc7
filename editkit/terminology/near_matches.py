"""Names that are almost a glossary's: its words in another order, one left out, one put in."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.glossary import CasePolicy
from editkit.core.language import matches
from editkit.core.span import Span
from editkit.languages.en import names
from editkit.languages.en.inflection import surface_forms
from editkit.languages.en.names import Name
from editkit.terminology.classify import Occurrence
from editkit.terminology.matcher import Entry
from editkit.terminology.name_similarity import (
    PAIR,
    SHORTEST_LEFT,
    droppable,
    links_without,
    padded,
    reordered,
)
from editkit.terminology.scan import TermScan
from editkit.text.context import Stretch

_LONGEST = 12
_KEPT_RUNS = 200_000
_PAIRED = re.compile(r"\s(?:and|&)\s")
_NEXT = re.compile(r"[\s\u00a0]?\([^\W\da-z_]|[-‐‑–]?\w")


class Kind(Enum):
    """In which way a name differs from the term it is made like."""

    REORDERED = "reordered"
    INCOMPLETE = "incomplete"
    PADDED = "padded"


@dataclass(frozen=True, slots=True)
class Near:
    """A name in a text that is almost a term; `word` is the one left out or put in."""

    span: Span
    entry: Entry
    kind: Kind
    word: str = ""


Found = tuple[int, int, Entry, Kind, str]


class NearTerms:
    """Finds the names of a text that are almost those of a glossary.

    Looks at runs of capitalised words alone, and at each different run once.
    What the glossary lists, rightly or wrongly, is for other rules, and so is all
    that a listed name reaches into.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._vocabulary: set[str] = set()
        self._by_set: dict[tuple[str, ...], list[Entry]] = {}
        self._by_order: dict[tuple[str, ...], list[Entry]] = {}
        self._shorter: dict[tuple[str, ...], list[tuple[Entry, int]]] = {}
        self._runs: dict[str, tuple[Found, ...]] = {}
        self._last: tuple[Document, tuple[Near, ...]] | None = None
        if matches("en", setup.lang):
            for entry, words in _entries(setup):
                self._add(entry, words)

    def find(self, document: Document) -> tuple[Near, ...]:
        """Return what is almost a term in `document`, in order of position."""
        if self._last is None or self._last[0] is not document:
            self._last = (document, tuple(self._find(document)))
        return self._last[1]

    def _add(self, entry: Entry, words: tuple[str, ...]) -> None:
        self._vocabulary.update(words)
        self._by_set.setdefault(tuple(sorted(words)), []).append(entry)
        self._by_order.setdefault(words, []).append(entry)
        if len(words) > SHORTEST_LEFT:
            for at in droppable(_name(entry)):
                self._shorter.setdefault((*words[:at], *words[at + 1 :]), []).append((entry, at))

    def _find(self, document: Document) -> Iterator[Near]:
        text = document.text
        if not self._by_set or not any(map(self._in_run, set(names.runs(text)))):
            return
        listed = self._setup.shared(TermScan).find(document)
        for run in names.places(text):
            found = self._in_run(run[0])
            if not found or text[run.start() - 1 : run.start()].isalnum():
                continue
            end = 0
            for first, last, entry, kind, word in found:
                span = Span(run.start() + first, run.start() + last)
                if first < end or _goes_on(text, run, last) or _taken(span, listed):
                    continue
                if not Stretch(document, span).in_address:
                    end = last
                    yield Near(span, entry, kind, word)

    def _in_run(self, run: str) -> tuple[Found, ...]:
        found = self._runs.get(run)
        if found is None:
            if len(self._runs) > _KEPT_RUNS:
                self._runs.clear()
            found = self._runs[run] = tuple(self._look(run))
        return found

    def _look(self, run: str) -> Iterator[Found]:
        name = names.parse(run)
        if name is None or len(name.words) > _LONGEST:
            return
        if name.folded[-1] not in self._vocabulary:
            name = names.without_possessive(name)
        known = [word in self._vocabulary for word in name.folded]
        if sum(known) <= 1:
            return
        opening = name.folded[0] in names.OPENING
        for start, end in _windows(name, opening=opening):
            if sum(known[start:end]) >= end - start - 1 and end - start > 1:
                part = name.part(start, end)
                for entry, kind, word in self._compare(part, lead=name.links[start]):
                    yield part.places[0][0], part.places[-1][1], entry, kind, word

    def _compare(self, part: Name, lead: str) -> Iterator[tuple[Entry, Kind, str]]:
        words = part.folded
        for entry in self._by_set.get(tuple(sorted(words)), ()):
            if reordered(part, _name(entry)) and _cased(part.words, entry):
                yield entry, Kind.REORDERED, ""
        if lead.endswith(("and", "&", "for")):
            return  # the second half of a longer name
        for entry, at in self._shorter.get(words, ()):
            name = _name(entry)
            if part.links == links_without(name, at) and _cased(part.words, entry):
                yield entry, Kind.INCOMPLETE, name.words[at]
        for at in range(1, len(words) - 1):
            for entry in self._by_order.get((*words[:at], *words[at + 1 :]), ()):
                if padded(part, _name(entry), at) and _cased(part.words, entry, at):
                    yield entry, Kind.PADDED, part.words[at]


def _name(entry: Entry) -> Name:
    name = names.parse(entry.form.text.strip())
    if name is None:
        raise ValueError(f"no name of several words: {entry.form.text}")
    return name


def _entries(setup: Setup) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield the forms of the usable names of several words, with those words folded."""
    for concept, term in setup.glossary.entries(setup.lang):
        text = term.text
        if not (" " in text or "-" in text) or not term.status.usable or text.islower():
            continue
        for form in surface_forms(term):
            words = names.words(form.text)
            if 1 < len(words) <= _LONGEST and _is_name(words, form.text):
                yield Entry(concept, term, form), tuple(map(names.fold, words))


def _is_name(words: Sequence[str], text: str) -> bool:
    """Whether every word is capitalised; no date (`25 July`), and no pair (`Ann and Bo`)."""
    firsts = [word[0] for word in words]
    if any(map(str.islower, firsts)) or sum(map(str.isupper, firsts)) <= 1:
        return False
    return len(words) > PAIR or not _PAIRED.search(text)


def _windows(name: Name, *, opening: bool) -> Iterator[tuple[int, int]]:
    """Yield where a name may begin and end among the words of a run.

    It begins with the run or behind a small word, and ends with the run or before
    `and the`: what a capitalised word stands directly beside is another name.
    """
    size = len(name.words)
    starts = [n for n in range(size) if not n or name.links[n] not in {"", "-"}]
    if opening:
        starts = [1, *(n for n in starts if n > 1)]
    ends = [n for n in range(1, size) if name.links[n] in {"and the", "for the"}] + [size]
    yield from ((start, end) for start in starts for end in ends if start < end)


def _cased(words: tuple[str, ...], entry: Entry, skipped: int | None = None) -> bool:
    """Whether the words have the letter case that the term asks for."""
    if entry.term.case is CasePolicy.FOLD:
        return True
    theirs = [word for at, word in enumerate(words) if at != skipped]
    return set(map(_one, theirs)) <= set(map(_one, _name(entry).words))


def _one(word: str) -> str:
    return word.replace("’", "'")


def _goes_on(text: str, run: re.Match[str], last: int) -> bool:
    """Whether what ends the run is followed by another part of the name, or an abbreviation."""
    at = run.start() + last
    return at >= run.end() and bool(_NEXT.match(text, at))


def _taken(span: Span, listed: tuple[Occurrence, ...]) -> bool:
    """Whether anything listed reaches into the span but right terms inside it."""
    at = bisect_right(listed, span.start, key=lambda one: one.span.end)
    while at < len(listed) and listed[at].span.start < span.end:
        one = listed[at]
        if not span.covers(one.span) or one.span == span or not one.verdict.right:
            return True
        at += 1
    return False
