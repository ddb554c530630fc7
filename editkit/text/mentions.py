"""The names and compounds of a text, each under the key that its variants share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.document import BlockKind, Document
from editkit.core.span import Span
from editkit.text import casing, tokens
from editkit.text.around import begins_sentence
from editkit.text.characters import HAN_BEGINS, HYPHENS, SPACES
from editkit.text.words import is_english

_LONGEST = 5
_SHORTEST_SOLID = 5
_GAP = re.compile(rf"(?:[{SPACES}]*[{HYPHENS}&]?[{SPACES}]*)")
_MIXED = re.compile(r"(?=.*[^\W\d_])(?=.*(?:\d|[^\x00-\x7f]|(?<=\w)[A-Z]))\w+")
_SIGN = re.compile(rf"[{HYPHENS}&]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words that may be a name or a compound.

    `parts` is the number of its words. `whole` says that no other word of a name
    stands directly beside it; `titled` and `begins` that it stands in a title or
    at the beginning of a sentence, where a capital says nothing.
    """

    key: str
    text: str
    span: Span
    parts: int
    whole: bool
    titled: bool
    begins: bool


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the mentions of each block, in order of their beginning; they overlap.

    A mention begins with a capitalised word or one of mixed characters, or it is
    a compound joined by hyphens or `&`, or a single longer word, which another
    place may have in two.
    """
    for block in document.blocks:
        text = block.span.of(document.text)
        titled = block.kind is BlockKind.HEADING or _is_titled(text)
        # Han has no capitals and no compounds to compare.
        words = [m for m in tokens.words(text) if m[0][0].isalnum() and m[0][0] < HAN_BEGINS]
        keys = tokens.keys([m[0] for m in words])
        begins = {
            at
            for at, word in enumerate(words)
            if begins_sentence(document, block.span.start + word.start())
        }
        names = {at for at, w in enumerate(words) if _is_named(w[0])}
        names -= {at for at in begins if is_english(words[at][0])}
        for first, last, key in _runs(text, words, keys):
            start, end = words[first].start(), words[last].end()
            yield Mention(
                key,
                text[start:end],
                Span(block.span.start + start, block.span.start + end),
                last - first + 1,
                not _beside(names, words, text, first, last),
                titled,
                first in begins,
            )


def _runs(
    text: str, words: list[re.Match[str]], keys: list[str]
) -> Iterator[tuple[int, int, str]]:
    for first, word in enumerate(words):
        named = _is_named(word[0])
        joined = ""
        for last in range(first, min(first + _LONGEST, len(words))):
            if last > first:
                gap = text[words[last - 1].end() : words[last].start()]
                if not _GAP.fullmatch(gap):
                    break
                joined += "&" if "&" in gap else ""
            joined += keys[last]
            start, end = word.start(), words[last].end()
            if named or _is_compound(text, start, end, last - first + 1):
                yield first, last, joined


def _is_named(word: str) -> bool:
    return word[0].isupper() or bool(_MIXED.fullmatch(word))


def _is_compound(text: str, start: int, end: int, parts: int) -> bool:
    """Whether the words from `start` to `end` are one compound, and no part of a longer one."""
    if _SIGN.match(text, end) or (start and _SIGN.match(text, start - 1)):
        return False
    found = text[start:end]
    if parts == 1:
        return len(found) >= _SHORTEST_SOLID and found.isalpha()
    joints = _SIGN.findall(found)
    return len(joints) == parts - 1 and (" " not in found or "&" in found)


def _is_titled(text: str) -> bool:
    return casing.is_title(text) or casing.in_capitals(text)


def _beside(names: set[int], words: list[re.Match[str]], text: str, first: int, last: int) -> bool:
    """Whether a word of a name stands directly before `first` or behind `last`."""
    pairs = ((first - 1, first), (last, last + 1))
    return any(
        names & {left, right} - set(range(first, last + 1))
        and _GAP.fullmatch(text[words[left].end() : words[right].start()])
        for left, right in pairs
        if left >= 0 and right < len(words)
    )
