"""Words of a block, with those that may be names, and runs of them as mentions."""

from typing import NamedTuple

from editkit.consistency.labels import Labels
from editkit.consistency.name_words import is_ordinary, looks_like_name
from editkit.core.document import BlockKind, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages import find_language
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.function_words import (
    AFTER_NOUN_PHRASE,
    BEFORE_PREDICATE_ADJECTIVE,
    FUNCTION_WORDS,
    NAME_PREPOSITIONS,
)
from editkit.text import tokens
from editkit.text.characters import FIRST_HAN, HYPHENS, OBJECT_REPLACEMENT, SPACES
from editkit.text.context import begins_sentence
from editkit.text.title_case import SENTENCE_MARKS

GAP = lazy_pattern(rf"[{SPACES}]*[{HYPHENS}&]?[{SPACES}]*")
"""What may be between two words of a run."""
_JOINER = lazy_pattern(rf"[{HYPHENS}&]")
_DOMAIN, _PATH = lazy_pattern(r"[.@_]\w"), lazy_pattern(r"(?:@|\w\.|\w\.\w+/(?:\S*/)?)\Z")
_MIN_TITLE_LENGTH = 20  # before the name of a site
_ADDRESS_WINDOW = 60
_PLURAL = lazy_pattern(r"\w+[^\W\dsui]s")
_SITE_NAME = lazy_pattern(
    r"(?<=\w[^\S\n])(?:[-–—]{1,2}|\|)[^\S\n]+[^\W\d_]\w*(?:[ .]\w+){0,2}\s*\Z"
)
"""Name of the web site at the end of a page title; not part of the article."""


class Mention(NamedTuple):
    """A run of words, from offset `start` to `end`, that may be a name or a compound.

    `is_isolated`: no word of a name is directly before or after it. `in_title`: it is in a
    title or label. `is_running`: it is in neither, nor a whole item or cell. `is_bare`: no noun
    follows that it could modify. `is_joined`: a hyphen or `&` joins it to another word.
    """

    key: str
    text: str
    start: int
    end: int
    word_count: int
    is_isolated: bool
    in_title: bool
    is_running: bool
    begins_sentence: bool
    is_bare: bool
    is_joined: bool


class BlockWords:
    """The words of a block, with the indexes of those that may be names."""

    def __init__(self, document: Document, number: int, labels: Labels) -> None:
        block = document.blocks[number]
        self.text, self.offset = block.span.of(document.text), block.span.start
        self.kind, self.labels = block.kind, labels
        is_item = block.kind is BlockKind.ITEM
        site_name = None if is_item else _SITE_NAME.search(self.text, _MIN_TITLE_LENGTH)
        found = tokens.find_tokens(self.text[: site_name.start() if site_name else None])
        # Han script has neither capitals nor compounds to compare.
        self.words = [m for m in found if m[0][0].isalnum() and m[0][0] < FIRST_HAN]
        self.keys = tokens.token_keys([m[0] for m in self.words])
        self.in_title = block.kind is BlockKind.HEADING or find_language(
            document.lang
        ).is_title_line(self.text)
        self.capitals = {at for at, m in enumerate(self.words) if looks_like_name(m[0])}
        offset, words, capitals = self.offset, self.words, self.capitals
        self.sentence_starts = {
            at for at in capitals if begins_sentence(document, offset + words[at].start())
        }
        self.lone_names = {at for at in capitals if not is_ordinary(words[at][0])}
        english_starts = {at for at in self.sentence_starts if is_english(words[at][0])}
        self.certain_names = capitals - english_starts

    def gap(self, at: int) -> str:
        """Return the text between a word and the one before it."""
        return self.text[self.words[at - 1].end() : self.words[at].start()]

    def touches_joiner(self, first: int, last: int) -> bool:
        """Return whether a hyphen or `&` joins a run to another word."""
        start, end = self.words[first].start(), self.words[last].end()
        before = start and _JOINER.match(self.text, start - 1)
        return bool(before or _JOINER.match(self.text, end))

    def in_address(self, at: int) -> bool:
        """Return whether a word is part of a dotted name, a domain, its path, or a handle."""
        start, end = self.words[at].span()
        before = self.text[max(0, start - _ADDRESS_WINDOW) : start].split(" ")[-1]
        return bool(_DOMAIN.match(self.text, end) or _PATH.search(before))

    def mention(self, first: int, last: int, key: str) -> Mention:
        """Return the mention of the words from `first` to `last`, both included."""
        start, end = self.words[first].start(), self.words[last].end()
        span = Span(self.offset + start, self.offset + end)
        return Mention(
            key,
            self.text[start:end],
            span.start,
            span.end,
            last - first + 1,
            not self._touches_name(first, last),
            self.in_title or self.labels.at(span) is not None,
            self._is_running(span),
            first in self.sentence_starts,
            self._is_bare(first, last),
            self.touches_joiner(first, last),
        )

    def _is_running(self, span: Span) -> bool:
        """Return whether a run is in a sentence rather than in a title, label, item or cell."""
        whole = self.kind is not BlockKind.PARAGRAPH and len(self.text.strip()) == len(span)
        is_title = self.in_title and not self.text.rstrip().endswith(SENTENCE_MARKS)
        return not (whole or is_title or self.labels.is_title_at(span))

    def _touches_name(self, first: int, last: int) -> bool:
        """Return whether a word of a name, a hyphen or `Centre for` precedes or follows."""
        if self.touches_joiner(first, last):
            return True
        names = self.certain_names
        if first - 2 in names and self.words[first - 1][0] in NAME_PREPOSITIONS:
            return self.gap(first - 1).isspace() and self.gap(first).isspace()
        before = self._is_name_word(first - 1) and GAP.fullmatch(self.gap(first))
        return bool(before or (last + 1 in names and GAP.fullmatch(self.gap(last + 1))))

    def _is_name_word(self, at: int) -> bool:
        """Return whether a word may belong to a name after it: `Traditional Chinese Medicine`."""
        is_start = at in self.sentence_starts and at not in self.certain_names
        return at in self.capitals and not (
            is_start and self.words[at][0].lower() in FUNCTION_WORDS
        )

    def _is_bare(self, first: int, last: int) -> bool:
        """Return whether a compound neither modifies a noun nor completes a verb before it."""
        if first and self.words[first - 1][0].lower() in BEFORE_PREDICATE_ADJECTIVE:
            return False
        after = self.text[self.words[last].end() : self.words[last].end() + 1]
        if after not in {" ", "\n"}:
            return (after != "," or self._is_plural(last)) and after not in {"/", "-"}
        if self.text.startswith(OBJECT_REPLACEMENT, self.words[last].end() + 1):
            return False  # code, as in: the top-level `a.json`
        if last + 1 == len(self.words) or not self.gap(last + 1).isspace():
            return True
        following = self.words[last + 1][0].lower()
        return following in AFTER_NOUN_PHRASE or (
            following in {"and", "or"} and self._is_plural(last)
        )

    def _is_plural(self, at: int) -> bool:
        return bool(_PLURAL.fullmatch(self.words[at][0]))
