"""Near matches of glossary names: words reordered, one word missing, one word added."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from editkit.core.context import LintContext
from editkit.core.glossary import CasePolicy
from editkit.core.language import matches
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.languages import find_language
from editkit.languages.en import names
from editkit.languages.en.names import Name
from editkit.languages.en.words.function_words import SENTENCE_OPENERS
from editkit.terminology.classify import Occurrence
from editkit.terminology.matcher import TermEntry
from editkit.terminology.name_similarity import (
    MIN_REMAINING_WORDS,
    TWO_WORDS,
    droppable_words,
    is_padded,
    is_reordered,
    links_without,
)
from editkit.terminology.scan import term_occurrences
from editkit.text.context import MatchContext

_MAX_WORDS = 12
_MAX_CACHED_RUNS = 200_000
_AND = lazy_pattern(r"\s(?:and|&)\s")
_NAME_CONTINUES = lazy_pattern(r"[\s\u00a0]?\([^\W\da-z_]|[-‐‑–]?\w")


class NearMatchKind(Enum):
    """Kind of difference between a name and a similar term."""

    REORDERED = "reordered"
    INCOMPLETE = "incomplete"
    PADDED = "padded"


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A name that is similar to a term; `word` is the missing or added word."""

    span: Span
    entry: TermEntry
    kind: NearMatchKind
    word: str = ""


RunMatch = tuple[int, int, TermEntry, NearMatchKind, str]


class NearMatcher:
    """Finds names that are similar to names in a glossary (decision 031).

    Searches runs of capitalized words, each distinct run once. Skips names that overlap an
    occurrence of a listed term, because other rules cover those.
    """

    def __init__(self, setup: Setup) -> None:
        self._vocabulary: set[str] = set()
        self._by_set: dict[tuple[str, ...], list[TermEntry]] = {}
        self._by_order: dict[tuple[str, ...], list[TermEntry]] = {}
        self._without_one_word: dict[tuple[str, ...], list[tuple[TermEntry, int]]] = {}
        self._runs: dict[str, tuple[RunMatch, ...]] = {}
        if matches("en", setup.lang):
            for entry, words in _entries(setup):
                self._add(entry, words)

    def _add(self, entry: TermEntry, words: tuple[str, ...]) -> None:
        self._vocabulary.update(words)
        self._by_set.setdefault(tuple(sorted(words)), []).append(entry)
        self._by_order.setdefault(words, []).append(entry)
        if len(words) > MIN_REMAINING_WORDS:
            for index in droppable_words(_name(entry)):
                self._without_one_word.setdefault(
                    (*words[:index], *words[index + 1 :]), []
                ).append((entry, index))

    def find(self, context: LintContext) -> Iterator[NearMatch]:
        """Yield the near matches in the document, in order of position."""
        document, text = context.document, context.document.text
        if not self._by_set or not any(map(self._matches_in_run, set(names.run_texts(text)))):
            return
        listed = context.get(term_occurrences)
        for run in names.find_runs(text):
            found = self._matches_in_run(run[0])
            if not found or text[run.start() - 1 : run.start()].isalnum():
                continue
            end = 0
            for first, last, entry, kind, word in found:
                span = Span(run.start() + first, run.start() + last)
                if first < end or _continues(text, run, last) or _overlaps_listed(span, listed):
                    continue
                if not MatchContext(document, span).in_address:
                    end = last
                    yield NearMatch(span, entry, kind, word)

    def _matches_in_run(self, run: str) -> tuple[RunMatch, ...]:
        found = self._runs.get(run)
        if found is None:
            if len(self._runs) > _MAX_CACHED_RUNS:
                self._runs.clear()
            found = self._runs[run] = tuple(self._search_run(run))
        return found

    def _search_run(self, run: str) -> Iterator[RunMatch]:
        name = names.parse_name(run)
        if name is None or len(name.words) > _MAX_WORDS:
            return
        if name.folded[-1] not in self._vocabulary:
            name = names.without_possessive(name)
        known = [word in self._vocabulary for word in name.folded]
        if sum(known) <= 1:
            return
        opening = name.folded[0] in SENTENCE_OPENERS
        for start, end in _windows(name, skip_first=opening):
            if sum(known[start:end]) >= end - start - 1 and end - start > 1:
                part = name.slice(start, end)
                for entry, kind, word in self._compare(part, link_before=name.links[start]):
                    yield part.positions[0][0], part.positions[-1][1], entry, kind, word

    def _compare(
        self, part: Name, link_before: str
    ) -> Iterator[tuple[TermEntry, NearMatchKind, str]]:
        words = part.folded
        for entry in self._by_set.get(tuple(sorted(words)), ()):
            if is_reordered(part, _name(entry)) and _has_case_of_term(part.words, entry):
                yield entry, NearMatchKind.REORDERED, ""
        if link_before.endswith(("and", "&", "for")):
            return  # the second half of a longer name
        for entry, at in self._without_one_word.get(words, ()):
            name = _name(entry)
            if part.links == links_without(name, at) and _has_case_of_term(part.words, entry):
                yield entry, NearMatchKind.INCOMPLETE, name.words[at]
        for at in range(1, len(words) - 1):
            for entry in self._by_order.get((*words[:at], *words[at + 1 :]), ()):
                if is_padded(part, _name(entry), at) and _has_case_of_term(part.words, entry, at):
                    yield entry, NearMatchKind.PADDED, part.words[at]


def near_matches(context: LintContext) -> tuple[NearMatch, ...]:
    """Return the near matches of glossary names in a document, in order of position."""
    if not context.setup.glossary.concepts:
        return ()
    return tuple(context.setup.shared(NearMatcher).find(context))


def _name(entry: TermEntry) -> Name:
    name = names.parse_name(entry.form.text.strip())
    if name is None:
        raise ValueError(f"no name of several words: {entry.form.text}")
    return name


def _entries(setup: Setup) -> Iterator[tuple[TermEntry, tuple[str, ...]]]:
    """Yield the forms of usable names of several words, with their folded words."""
    language = find_language(setup.lang)
    for concept, term in setup.glossary.entries(setup.lang):
        text = term.text
        if not (" " in text or "-" in text) or not term.status.usable or text.islower():
            continue
        for form in language.inflect(term):
            words = names.name_words(form.text)
            if 1 < len(words) <= _MAX_WORDS and _is_name(words, form.text):
                entry = TermEntry(concept, term, form, language)
                yield entry, tuple(map(names.fold_word, words))


def _is_name(words: Sequence[str], text: str) -> bool:
    """Return whether all words are capitalized; false for `25 July` and `Ann and Bo`."""
    firsts = [word[0] for word in words]
    if any(map(str.islower, firsts)) or sum(map(str.isupper, firsts)) <= 1:
        return False
    return len(words) > TWO_WORDS or not _AND.search(text)


def _windows(name: Name, *, skip_first: bool) -> Iterator[tuple[int, int]]:
    """Yield the start and end indexes of possible names within the words of a run.

    A name begins with the run or after a small word, and ends with the run or before
    `and the`. A name next to a capitalized word is a different name.
    """
    size = len(name.words)
    starts = [n for n in range(size) if not n or name.links[n] not in {"", "-"}]
    if skip_first:
        starts = [1, *(n for n in starts if n > 1)]
    ends = [n for n in range(1, size) if name.links[n] in {"and the", "for the"}] + [size]
    yield from ((start, end) for start in starts for end in ends if start < end)


def _has_case_of_term(
    words: tuple[str, ...], entry: TermEntry, skipped: int | None = None
) -> bool:
    """Return whether the words have the letter case of the term."""
    if entry.term.case is CasePolicy.FOLD:
        return True
    compared = [word for at, word in enumerate(words) if at != skipped]
    return set(map(_straighten, compared)) <= set(map(_straighten, _name(entry).words))


def _straighten(word: str) -> str:
    return word.replace("’", "'")


def _continues(text: str, run: re.Match[str], last: int) -> bool:
    """Return whether the name continues after the run, or an abbreviation follows."""
    at = run.start() + last
    return at >= run.end() and bool(_NAME_CONTINUES.match(text, at))


def _overlaps_listed(span: Span, listed: tuple[Occurrence, ...]) -> bool:
    """Return whether an occurrence overlaps the span, except correct terms inside it."""
    at = bisect_right(listed, span.start, key=lambda o: o.span.end)
    while at < len(listed) and listed[at].span.start < span.end:
        occurrence = listed[at]
        if (
            not span.covers(occurrence.span)
            or occurrence.span == span
            or not occurrence.kind.is_correct
        ):
            return True
        at += 1
    return False
