"""What each stretch of a text between two spaces holds and may lead to, worked out once."""

from collections.abc import Container
from operator import add

from editkit.terminology.typo_index import SlipIndex
from editkit.text import tokens

_KEPT_WORDS = 500_000
_LONGEST_KEPT = 100
Token = tuple[int, int, str, str]
"""Where in a stretch a token begins and ends, its key, and the token."""


class Slips(dict[str, tuple[str, ...]]):
    """The keys of what each word may be a slip of, as far as they were asked for."""

    def __init__(self, index: SlipIndex) -> None:
        super().__init__()
        self._index = index

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _KEPT_WORDS:
            self.clear()
        made = self[word] = tuple(map(tokens.key, self._index.meant(word)))
        return made


class Heads(dict[str, str]):
    """The key of the first token of each stretch between two spaces."""

    def __missing__(self, stretch: str) -> str:
        if len(self) > _KEPT_WORDS:
            self.clear()
        found = tokens.pattern(stretch).search(stretch)
        head = tokens.key(found[0]) if found else ""
        if len(stretch) <= _LONGEST_KEPT:
            self[stretch] = head
        return head


class Read(dict[str, tuple[Token, ...]]):
    """The tokens of each stretch between two spaces."""

    def __missing__(self, stretch: str) -> tuple[Token, ...]:
        if len(self) > _KEPT_WORDS:
            self.clear()
        found = tokens.words(stretch)
        made = tuple((one.start(), one.end(), tokens.KEYS[one[0]], one[0]) for one in found)
        if len(stretch) <= _LONGEST_KEPT:
            self[stretch] = made
        return made


class Leads(dict[str, str]):
    """What each stretch between two spaces may lead to, as far as it was asked for.

    That is `SLIP` where a word in it may be a slip, else `CANDIDATE` where one may
    stand in it, else the key of its last token where one may begin with that and
    go on behind the space, else nothing. A text repeats its words, so most of it
    is read by looking up here.
    """

    CANDIDATE, SLIP = " ", "  "  # no key has a space

    def __init__(self, whole: Container[str], begun: Container[str], slips: Slips) -> None:
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
