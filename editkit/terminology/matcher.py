"""Term matcher: candidates for occurrences of glossary terms."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from typing import Self

from editkit.core.document import Document
from editkit.core.glossary import Concept, Term
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.languages import find_language
from editkit.languages.base import Form, Language, Slot
from editkit.terminology.lettered_words import may_split_after_letter
from editkit.terminology.term_forms import concept_forms
from editkit.terminology.token_cache import (
    FirstKeyCache,
    PieceTokens,
    PrefixHints,
    TokenCache,
    TypoCache,
    key_of_dot,
)
from editkit.terminology.typo_index import TypoIndex
from editkit.text import tokens

GAP = "…"
"""In a term of a pack: at most one word. The candidate is what comes before it."""
_BLANK_LINE = lazy_pattern(r"\n[^\S\n]*\n")
_MAX_TERM_PIECES = 24
INNER_MARKS = frozenset("'.!/")
"""Keys of the punctuation within a name that a variant may lack."""
_TYPO = PrefixHints.TYPO
_TokenPosition = tuple[int, int]
"""Index of a piece (the text between two spaces) in its paragraph, and of a token in it."""


@dataclass(frozen=True, slots=True, eq=False)
class TermEntry:
    """A form of a term with its concept and language; compared by identity."""

    concept: Concept
    term: Term
    form: Form
    language: Language


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span whose key equals that of some term forms; letter case and joiners may differ.

    `has_typo` means that one of its words is a typo of a word of the term.
    """

    span: Span
    entries: tuple[TermEntry, ...]
    has_typo: bool = False


class TermMatcher:
    """Matcher for all terms of a glossary in one language.

    Usable and rejected terms are matched together, because a correct longer term rules out
    matches inside it. A matcher is built once and used for many documents. Search time is
    proportional to the text and independent of the size of the glossary. With
    `exact_only`, typos and odd spaces are not matched.
    """

    def __init__(self, setup: Setup, *, exact_only: bool = False) -> None:
        self._exact_only = exact_only
        language = find_language(setup.lang)
        self._entries: dict[str, tuple[TermEntry, ...]] = {}
        self._prefixes: set[str] = set()
        words: set[str] = set()
        for concept in setup.glossary.concepts:
            for term, form in concept_forms(concept, setup.lang):
                text = form.text.partition(GAP)[0] if exact_only else form.text
                found = tokens.token_pattern(text).findall(text)
                if parts := [key for key in tokens.token_keys(found) if key]:
                    self._add(parts, TermEntry(concept, term, form, language))
                    if term.status.usable and not exact_only:
                        words.update(found)
        self._typos = TypoCache(TypoIndex(words, language.is_word))
        self._clear_memos()

    def __copy__(self) -> Self:
        """Return a matcher for the same terms, without the memos of texts read so far."""
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._clear_memos()  # noqa: SLF001  (its own class)
        return other

    def find(self, document: Document) -> Iterator[Candidate]:
        """Yield all candidates in `document`; they may overlap, and most need no correction.

        A term is found across a line end, no-break and repeated spaces, hyphens and
        invisible characters, but not across paragraphs or inside a word.
        """
        if not self._entries:
            return
        text, start = document.text, 0
        for gap in _BLANK_LINE.finditer(text):
            yield from self._find(text[start : gap.start()], start)
            start = gap.end()
        yield from self._find(text[start:], start)

    def _clear_memos(self) -> None:
        self._first_keys = FirstKeyCache()
        self._tokens = TokenCache()
        self._hints = PrefixHints(self._entries, self._prefixes, self._typos)

    def _add(self, parts: Sequence[str], entry: TermEntry) -> None:
        self._add_key(parts, entry)
        if entry.term.status.usable and not self._exact_only and len(parts) > 2:  # noqa: PLR2004
            # `Vuejs` and `McDonalds` lack the punctuation within the name.
            letters = [key for key in parts if key not in INNER_MARKS]
            if len(letters) < len(parts):
                self._add_key(letters, entry)

    def _add_key(self, parts: Sequence[str], entry: TermEntry) -> None:
        joined = "".join(parts)
        self._entries[joined] = (*self._entries.get(joined, ()), entry)
        self._prefixes.update(accumulate(parts))
        if entry.form.slot is Slot.BASE and entry.term.status.usable and not self._exact_only:
            first = 1 if may_split_after_letter(entry.form.text, entry.language) else 2
            self._prefixes.update([joined[:n] for n in range(first, len(joined))])

    def _find(self, text: str, offset: int) -> Iterator[Candidate]:
        pieces = text.split(" ")
        hints = list(map(self._hints.__getitem__, pieces))
        if not any(hints):
            return
        paragraph = _Paragraph(pieces, offset, self._tokens)
        tokens_of, prefixes, entries = paragraph.tokens, self._prefixes, self._entries
        walked: list[tuple[_TokenPosition, int]] = []
        for at in self._candidate_pieces(pieces, hints):
            for number, (token_start, _, key, _) in enumerate(tokens_of[at]):
                if key in prefixes:
                    reached, found = self._walk(paragraph, (at, number))
                    walked.append(((at, number), reached))
                    for end, joined in found:
                        span = Span(paragraph.start_of(at) + token_start, end)
                        yield Candidate(span, entries[joined])
        if _TYPO in hints:
            for start, end, joined in self._find_typos(paragraph, hints, walked):
                yield Candidate(Span(start, end), entries[joined], has_typo=True)

    def _candidate_pieces(self, pieces: Sequence[str], hints: Sequence[str]) -> list[int]:
        """Return the indexes of the pieces that a candidate may begin in."""
        first_keys, prefixes = self._first_keys, self._prefixes
        following = (*pieces[1:], "")
        return [
            at
            for at, hint, after in compress(zip(count(), hints, following, strict=False), hints)
            if hint[0] == " " or hint + first_keys[after] in prefixes
        ]

    def _walk(
        self,
        paragraph: "_Paragraph",
        first: _TokenPosition,
        typo_at: _TokenPosition | None = None,
        intended: str = "",
    ) -> tuple[int, list[tuple[int, str]]]:
        """Return the candidates that begin with the token at `first`, each by its end and key.

        The first item returned is the index of the last piece examined. The token at
        `typo_at` is replaced by the key `intended`.
        """
        found: list[tuple[int, str]] = []
        joined, prefixes, entries = "", self._prefixes, self._entries
        (first_piece, first_token), count_of_pieces = first, len(paragraph.pieces)
        for at in range(first_piece, count_of_pieces):
            read = paragraph.tokens[at]
            for number in range(first_token, len(read)):
                _, end, key, _ = read[number]
                if typo_at == (at, number):
                    key = intended
                if key == "." and joined and joined + key not in prefixes:
                    key = key_of_dot(read, number)
                if key or not joined:
                    joined += key
                    if joined not in prefixes:
                        return at, found
                    if joined in entries:
                        found.append((paragraph.start_of(at) + end, joined))
            first_token = 0
        return count_of_pieces, found

    def _find_typos(
        self,
        paragraph: "_Paragraph",
        hints: Sequence[str],
        walked: Sequence[tuple[_TokenPosition, int]],
    ) -> Iterator[tuple[int, int, str]]:
        """Yield the start, end and key of each candidate with a typo in it.

        A candidate begins at a term prefix that extends up to the typo (`walked`), or
        directly before the typo.
        """
        tokens_of = paragraph.tokens
        for at in compress(count(), map(_TYPO.__eq__, hints)):
            nearest = max(0, at - _MAX_TERM_PIECES)
            near = walked[_first_at(walked, nearest) : _first_at(walked, at)]
            before = [start for start, reached in near if at <= reached]
            if at and hints[at - 1] and (not before or before[-1][0] < at - 1):
                before += self._term_starts(paragraph, at - 1)
            for number, (token_start, _, _, word) in enumerate(tokens_of[at]):
                typo_start = paragraph.start_of(at) + token_start
                for intended in self._typos[word]:
                    nearest_token = max(0, number - _MAX_TERM_PIECES)
                    here = self._term_starts(paragraph, at, nearest_token, number)
                    for first in (*before, *here, (at, number)):
                        start = paragraph.start_of(first[0]) + tokens_of[first[0]][first[1]][0]
                        for end, joined in self._walk(paragraph, first, (at, number), intended)[1]:
                            if end > typo_start:
                                yield start, end, joined

    def _term_starts(
        self, paragraph: "_Paragraph", at: int, first: int = 0, last: int | None = None
    ) -> list[_TokenPosition]:
        """Return the tokens of a piece, from `first` up to `last`, that a term may begin with."""
        found = paragraph.tokens[at]
        numbers = range(len(found))[first:last]
        return [(at, number) for number in numbers if found[number][2] in self._prefixes]


def _first_at(walked: Sequence[tuple[_TokenPosition, int]], piece: int) -> int:
    """Return the index of the first item of `walked`, in order, from the piece at `piece` on."""
    return bisect_left(walked, piece, key=lambda item: item[0][0])


class _Paragraph:
    """The pieces of a paragraph that begins at `offset` of the text."""

    def __init__(self, pieces: Sequence[str], offset: int, tokens: TokenCache) -> None:
        self.pieces = pieces
        self.tokens = PieceTokens(pieces, tokens)
        self._lengths = list(accumulate(map(len, pieces), initial=offset))

    def start_of(self, at: int) -> int:
        """Return the offset in the text of the piece at index `at`."""
        return self._lengths[at] + at
