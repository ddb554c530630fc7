"""Mentions: names and compounds of a text, keyed so that spelling variants share a key."""

from collections.abc import Collection, Iterator

from editkit.consistency.block_words import GAP, BlockWords, Mention
from editkit.consistency.labels import Labels
from editkit.consistency.name_words import is_coined
from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.compounds.compound_parts import CompoundKeys, compound_keys
from editkit.languages.en.words.function_words import (
    FUNCTION_WORDS,
    NAME_PARTICLES,
)
from editkit.text import tokens

MAX_WORDS = 5
"""Words of the longest run that is a mention."""
WRAP = lazy_pattern(r"[ \t]*\n[ \t]*|  +")
"""A line wrap or repeated spaces, equivalent to a space."""
_Run = tuple[int, int, str]  # indexes of the first and the last word, key


def find_mentions(document: Document, spellings: Collection[str] = ()) -> Iterator[Mention]:
    """Yield the mentions of each block; they may overlap.

    A name is a run of capitalized or mixed-case words with particles. A compound is joined
    by a hyphen or `&`, here or elsewhere in the text. A run that ends in lowercase counts
    if it is also capitalized elsewhere, or begins with a word that is certainly a name.
    Blocks without any of `spellings` are skipped.
    """
    targets = compound_keys(document.text)
    targets.keys.update(map(tokens.key, spellings))
    lowercase = [text.lower() for text in spellings]
    labels = Labels(document)
    lines = [
        _Line(document, n, labels)
        for n, block in enumerate(document.blocks)
        if not spellings or _contains_any(block.span.of(document.text), lowercase)
    ]
    for line in lines:
        for first, last, key in line.names():
            if last > first:
                targets.keys.add(key)
            yield line.mention(first, last, key)
    for line in lines:
        for first, last, key in line.compounds(targets):
            yield line.mention(first, last, key)
    for line in lines:
        for at, key in enumerate(line.keys):
            if key in targets.keys and at not in line.lone_names and not line.in_address(at):
                yield line.mention(at, at, key)


def _contains_any(text: str, spellings: list[str]) -> bool:
    low = WRAP.sub(" ", text.lower())
    return any(spelling in low for spelling in spellings)


class _Line(BlockWords):
    """A block in which the runs are found that are names and compounds."""

    def names(self) -> Iterator[_Run]:
        """Yield the runs that begin and end with a word that may be a name."""
        for first in (at for at in sorted(self.capitals) if not self.in_address(at)):
            for last, key in self._runs(first):
                if last in self.capitals and (last > first or first in self.lone_names):
                    yield first, last, key
                elif last not in self.capitals and self.words[last][0] not in NAME_PARTICLES:
                    break

    def compounds(self, targets: CompoundKeys) -> Iterator[_Run]:
        """Yield the runs in `targets` that end in a lowercase word or have no capitals."""
        keys, known, solid = self.keys, targets.keys, targets.solid_words
        for first in range(len(keys) - 1):
            if first in self.capitals:
                yield from self._with_common_noun(first, targets)
                continue
            key = keys[first] + keys[first + 1]
            if (key in known or key in solid) and self._is_compound(first):
                known.add(key)
                yield first, first + 1, key
                yield from self._with_next_noun(first, key)

    def _with_common_noun(self, first: int, targets: CompoundKeys) -> Iterator[_Run]:
        is_name = first in self.certain_names and is_coined(self.words[first][0])
        for last, key in self._runs(first):
            if last in self.capitals:
                continue
            is_noun = last == first + 1 and self.words[last][0] not in FUNCTION_WORDS
            if (is_name and is_noun) or key in targets.keys or key in targets.solid_words:
                targets.keys.add(key)
                yield first, last, key

    def _with_next_noun(self, first: int, key: str) -> Iterator[_Run]:
        """Yield a compound with the noun that it modifies, where a hyphen is correct."""
        last = first + 2
        if last < len(self.words) and self.gap(last) == " ":
            after = self.words[last][0]
            if after.islower() and after not in FUNCTION_WORDS:
                yield first, last, key + self.keys[last]

    def _runs(self, first: int) -> Iterator[tuple[int, str]]:
        key = self.keys[first]
        yield first, key
        for last in range(first + 1, min(first + MAX_WORDS, len(self.words))):
            gap = self.gap(last)
            if not GAP.fullmatch(gap):
                return
            key += ("&" if "&" in gap else "") + self.keys[last]
            if not self.in_address(last):
                yield last, key

    def _is_compound(self, first: int) -> bool:
        """Return whether two words are a compound that is not part of a longer one."""
        gap = self.gap(first + 1)
        if not gap or not GAP.fullmatch(gap) or "&" in gap:
            return False
        return gap.isspace() or not self.touches_joiner(first, first + 1)
