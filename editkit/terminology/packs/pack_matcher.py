"""Pack matcher: candidates for rows of packs, in which a gap may be filled by one word."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from editkit.core.document import Document
from editkit.core.glossary import Term
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.base import Form
from editkit.terminology.matcher import GAP, Candidate, TermEntry, TermMatcher
from editkit.text import tokens

_BETWEEN = lazy_pattern(r"[^\S\n]*\n?[^\S\n]*")
_WORD = lazy_pattern(r"\w+(?:['’-]\w+)*|\uFFFC")
_MAX_CACHED_FORMS = 10_000


class PackMatcher(TermMatcher):
    """Matcher for the terms of packs.

    A term may have a gap (`…`) between two of its words, which no word or one word fills:
    `have the … characteristics of`. The candidate has the entry of the term as it is in the
    text, so a preferred term with a gap keeps that word, and one without drops it.
    """

    def find(self, document: Document) -> Iterator[Candidate]:
        """Yield all candidates in `document`, as `TermMatcher.find` does."""
        for candidate in super().find(document):
            entries = tuple(e for e in candidate.entries if GAP not in e.form.text)
            if entries:
                yield replace(candidate, entries=entries)
            for entry in candidate.entries:
                if entry not in entries:
                    yield from _extended(document.text, candidate.span, entry)


def _extended(text: str, span: Span, entry: TermEntry) -> Iterator[Candidate]:
    """Yield the candidate of a term with a gap, if its rest follows `span`, which ends before it.

    The nearest end counts: a word is skipped only if the rest does not follow at once.
    """
    rest = entry.form.text.partition(GAP)[2].split()
    between = _BETWEEN.match(text, span.end)
    start = between.end() if between else span.end
    if start == span.end:
        return
    end = _end_of(text, start, rest)
    word = None if end else _WORD.match(text, start)
    if word and (between := _BETWEEN.match(text, word.end())) and between.end() > word.end():
        end = _end_of(text, between.end(), rest)
    if end:
        filled = _filled(entry, word[0] if word else "")
        yield Candidate(Span(span.start, end), (filled,))


def _end_of(text: str, start: int, words: list[str]) -> int:
    """Return the offset after `words`, if these words stand at `start`, otherwise 0."""
    at, end = start, 0
    for expected in words:
        word = _WORD.match(text, at)
        if word is None or tokens.key(word[0]) != tokens.key(expected):
            return 0
        end = word.end()
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
    return end


@lru_cache(maxsize=_MAX_CACHED_FORMS)
def _filled(entry: TermEntry, word: str) -> TermEntry:
    """Return the entry of a term with `word` in its gap, and in those of its concept.

    An ellipsis in the source term is none: `具有……的特点`.
    """
    lang = entry.term.lang
    terms = {
        term: _filled_term(term, word) if term.lang == lang else term
        for term in entry.concept.terms
    }
    form = Form(_filled_text(entry.form.text, word), entry.form.slot)
    concept = replace(entry.concept, terms=tuple(terms.values()))
    return replace(entry, concept=concept, term=terms[entry.term], form=form)


def _filled_term(term: Term, word: str) -> Term:
    return replace(term, text=_filled_text(term.text, word)) if GAP in term.text else term


def _filled_text(text: str, word: str) -> str:
    return " ".join(text.replace(GAP, word).split())
