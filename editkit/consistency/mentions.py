"""The names and compounds of a text, each under the key that its variants share."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from editkit.core.document import BlockKind, Document
from editkit.languages.en.compound_parts import FUNCTION, Wanted, wanted
from editkit.languages.en.word_list import is_english
from editkit.text import casing, tokens
from editkit.text.characters import HAN_BEGINS, HYPHENS, SPACES
from editkit.text.context import begins_sentence

_LONGEST = 5
_GAP = re.compile(rf"[{SPACES}]*[{HYPHENS}&]?[{SPACES}]*")
WRAP = re.compile(r"[ \t]*\n[ \t]*")
"""A line wrap, which stands for a space."""
_MIXED = re.compile(r"(?=.*[^\W\d_])(?=.*(?:\d|[^\x00-\x7f]|(?<=\w)[A-Z]))\w+")
_SIGN = re.compile(rf"[{HYPHENS}&]")
_DOMAIN, _PATH = re.compile(r"[.@_]\w"), re.compile(r"(?:@|\w\.\w+/(?:\S*/)?)\Z")
_SMALL = frozenset("and of the for in on at to de du la von van der".split())
_COPULAS = frozenset("is are was were be been being more most very so as less not".split())
_TYING = frozenset({"for", "on", "with"})
_ENDING = FUNCTION - {"and", "or", "but", "one", "own", "same", "other"}
_WIDE_TITLE, _FEWEST_TITLED, _LEAST_TITLE, _NEAR = 200, 3, 20, 60
_TITLE_SHARE, _SENTENCE_SHARE = 0.7, 0.9
_STOPS = frozenset(".!?")
_PLURAL = re.compile(r"\w+[^\W\dsui]s")
_SITE = re.compile(r"(?<=\w[^\S\n])(?:[-–—]{1,2}|\|)[^\S\n]+[^\W\d_]\w*(?:[ .]\w+){0,2}\s*\Z")
"""The end of a page's title, which names the site that it stood on: no prose of the article."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


class Mention(NamedTuple):
    """A run of words that may be a name or a compound.

    `start` and `end` are its place in the prose, `parts` the number of its words.
    `whole` says that no other word of a name stands directly beside it; `titled`
    and `begins` that it stands in a title or at the beginning of a sentence, where
    a capital says nothing; `bare` that no noun follows which it could describe.
    """

    key: str
    text: str
    start: int
    end: int
    parts: int
    whole: bool
    titled: bool
    begins: bool
    bare: bool


def mentions(document: Document, sought: Collection[str] = ()) -> Iterator[Mention]:
    """Yield the mentions of each block; they overlap.

    A name is a run of capitalised or mixed words, small ones between them; a
    compound is joined by a hyphen or `&`, or it is what the text elsewhere joins
    so. A run that ends in small letters counts where the text has it in capitals
    too, or where its first word is certainly a name. Given what is `sought`, only
    the blocks that have some of it are read.
    """
    look_for = wanted(document.text)
    look_for.keys.update(map(tokens.key, sought))
    small = [text.lower() for text in sought]
    lines = [
        _Line(document, n)
        for n, block in enumerate(document.blocks)
        if not sought or _has_any(block.span.of(document.text), small)
    ]
    for line in lines:
        for first, last, key in line.names():
            if last > first:
                look_for.keys.add(key)
            yield line.mention(first, last, key)
    for line in lines:
        for first, last, key in line.others(look_for):
            yield line.mention(first, last, key)
    for line in lines:
        for at, key in enumerate(line.keys):
            if key in look_for.keys and at not in line.alone and not line.in_address(at):
                yield line.mention(at, at, key)


def _has_any(text: str, sought: list[str]) -> bool:
    low = WRAP.sub(" ", text.lower())
    return any(wanted in low for wanted in sought)


class _Line:
    """The words of a block."""

    def __init__(self, document: Document, number: int) -> None:
        block = document.blocks[number]
        self.document, self.offset = document, block.span.start
        self.text = block.span.of(document.text)
        site = block.kind is not BlockKind.ITEM and _SITE.search(self.text, _LEAST_TITLE)
        end = site.start() if site else len(self.text)
        # Han has no capitals and no compounds to compare.
        self.words = [
            m for m in tokens.words(self.text[:end]) if m[0][0].isalnum() and m[0][0] < HAN_BEGINS
        ]
        self.keys = tokens.keys([m[0] for m in self.words])
        self.titled = block.kind is BlockKind.HEADING or _is_titled(self.text)
        self.named = {at for at, m in enumerate(self.words) if _is_named(m[0])}
        self.begins = {
            at
            for at in self.named
            if begins_sentence(document, self.offset + self.words[at].start())
        }
        self.alone = {at for at in self.named if not _is_plain(self.words[at][0])}
        self.proper = self.named - {at for at in self.begins if is_english(self.words[at][0])}

    def names(self) -> Iterator[tuple[int, int, str]]:
        """Yield the runs of words that begin and end as names do."""
        for first in sorted(self.named):
            if not self.in_address(first):
                for last, key in self._runs(first):
                    if last in self.named and (last > first or first in self.alone):
                        yield first, last, key
                    elif last not in self.named and self.words[last][0] not in _SMALL:
                        break

    def others(self, look_for: Wanted) -> Iterator[tuple[int, int, str]]:
        """Yield the runs that end in small letters, or have no capitals, and are looked for."""
        keys, known, solid = self.keys, look_for.keys, look_for.solid
        for first in range(len(keys) - 1):
            if first in self.named:
                yield from self._tails(first, look_for)
                continue
            key = keys[first] + keys[first + 1]
            if (key in known or key in solid) and self._is_pair(first):
                known.add(key)
                yield first, first + 1, key
                yield from self._described(first, key)

    def _tails(self, first: int, look_for: Wanted) -> Iterator[tuple[int, int, str]]:
        for last, key in self._runs(first):
            if last in self.named:
                continue
            sure = last == first + 1 and first in self.proper and is_coined(self.words[first][0])
            if sure:
                sure = self.words[last][0] not in FUNCTION
            if sure or key in look_for.keys or key in look_for.solid:
                look_for.keys.add(key)
                yield first, last, key

    def _described(self, first: int, key: str) -> Iterator[tuple[int, int, str]]:
        """Yield a compound with the word that it describes, the place where hyphens are right."""
        last = first + 2
        if last < len(self.words) and self._gap(last) == " ":
            after = self.words[last][0]
            if after.islower() and after not in FUNCTION:
                yield first, last, key + self.keys[last]

    def _runs(self, first: int) -> Iterator[tuple[int, str]]:
        key = self.keys[first]
        yield first, key
        for last in range(first + 1, min(first + _LONGEST, len(self.words))):
            gap = self._gap(last)
            if not _GAP.fullmatch(gap):
                return
            key += ("&" if "&" in gap else "") + self.keys[last]
            yield last, key

    def _gap(self, at: int) -> str:
        return self.text[self.words[at - 1].end() : self.words[at].start()]

    def _is_pair(self, first: int) -> bool:
        """Whether two words are a compound of their own, and no part of a longer one."""
        start, end = self.words[first].start(), self.words[first + 1].end()
        gap = self._gap(first + 1)
        if not gap or not _GAP.fullmatch(gap) or "&" in gap:
            return False
        return gap.isspace() or not self._is_joined(start, end)

    def _is_joined(self, start: int, end: int) -> bool:
        return bool(_SIGN.match(self.text, end) or (start and _SIGN.match(self.text, start - 1)))

    def in_address(self, at: int) -> bool:
        """Whether a word is part of a domain, the path behind one, or a handle."""
        start, end = self.words[at].span()
        near = self.text[max(0, start - _NEAR) : start].split(" ")[-1]
        return bool(_DOMAIN.match(self.text, end) or _PATH.search(near))

    def mention(self, first: int, last: int, key: str) -> Mention:
        """Return what is to be known of a run of words."""
        start, end = self.words[first].start(), self.words[last].end()
        return Mention(
            key,
            self.text[start:end],
            self.offset + start,
            self.offset + end,
            last - first + 1,
            not self._beside(first, last),
            self.titled,
            first in self.begins,
            self._is_bare(first, last),
        )

    def _beside(self, first: int, last: int) -> bool:
        """Whether a word of a name stands before or behind, or a hyphen, or `Centre for`."""
        if self._is_joined(self.words[first].start(), self.words[last].end()):
            return True
        if first - 2 in self.proper and self.words[first - 1][0] in _TYING:
            return self._gap(first - 1).isspace() and self._gap(first).isspace()
        return (first - 1 in self.proper and bool(_GAP.fullmatch(self._gap(first)))) or (
            last + 1 in self.proper and bool(_GAP.fullmatch(self._gap(last + 1)))
        )

    def _is_bare(self, first: int, last: int) -> bool:
        """Whether a compound neither describes a noun behind it nor completes a verb before it."""
        if first and self.words[first - 1][0].lower() in _COPULAS:
            return False
        after = self.text[self.words[last].end() : self.words[last].end() + 1]
        if after not in {" ", "\n"}:
            return (after != "," or self._is_plural(last)) and after not in {"/", "-"}
        if last + 1 == len(self.words) or not self._gap(last + 1).isspace():
            return True
        following = self.words[last + 1][0].lower()
        return following in _ENDING or (following in {"and", "or"} and self._is_plural(last))

    def _is_plural(self, at: int) -> bool:
        return bool(_PLURAL.fullmatch(self.words[at][0]))


@lru_cache(maxsize=100_000)
def _is_named(word: str) -> bool:
    return word[0].isupper() or bool(_MIXED.fullmatch(word))


@lru_cache(maxsize=100_000)
def _is_plain(word: str) -> bool:
    """Whether a word says nothing alone: an English one in plain letters."""
    return word.isascii() and word[1:].islower() and is_english(word)


def is_coined(word: str) -> bool:
    """Whether a word is no English one, nor a compound of such."""
    return word[0].isalpha() and not all(map(is_english, word.split("-")))


def _is_titled(text: str) -> bool:
    """Whether the words of a line are capitalised because it is a title, but for a few."""
    if casing.is_title(text) or casing.in_capitals(text):
        return True
    long = _LONG_WORD.findall(text) if len(text) < _WIDE_TITLE else []
    share = _SENTENCE_SHARE if text[-1:] in _STOPS else _TITLE_SHARE
    return len(long) >= _FEWEST_TITLED and sum(w[0].isupper() for w in long) >= share * len(long)
