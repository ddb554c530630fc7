"""Names of several words: their words, and the links between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.words.function_words import NAME_LINKS
from editkit.text.characters import APOSTROPHES

_PLAIN = r"[^\W_]+(?:['’][^\W_]+)*"
_CAPITAL = r"[^\W_a-z][^\W_]*(?:['’][^\W_]+)*"
_SPACE = r"(?:[ \u00a0]|[ \t]?\n[ \t]*(?=[^\s]))"
_LINK = rf"(?:{_SPACE}(?:of|and|for|the|&))"
_RUN = lazy_pattern(
    rf"(?<!\w)[A-Z0-9À-Þ]\w*(?:['’]\w+)*(?:{_LINK}{{0,3}}(?:{_SPACE}|[-‐‑–]){_CAPITAL})+"
)
_WORD = lazy_pattern(rf"{_PLAIN}|&")
_GAP = lazy_pattern(r"[\s\u00a0]+|[-‐‑–]|[\s\u00a0]*")
_UNUSUAL = lazy_pattern(r"[^A-Za-z0-9 ]|\b(?:of|and|for|the)\b")
_POSSESSIVE = lazy_pattern(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words, and the links (`of`, `and`, `for`, `the`) between them.

    `links[n]` is the link before `words[n]`: small words, a hyphen, or an empty string for a
    space. `positions` are the start and end offsets of the words.
    """

    words: tuple[str, ...]
    links: tuple[str, ...]
    positions: tuple[tuple[int, int], ...]

    @property
    def folded(self) -> tuple[str, ...]:
        """The words without differences in letter case and apostrophes."""
        return tuple(map(fold_word, self.words))

    def slice(self, first: int, last: int) -> "Name":
        """Return the name of the words from `first` up to `last`."""
        links = ("", *self.links[first + 1 : last])
        return Name(self.words[first:last], links, self.positions[first:last])


def fold_word(word: str) -> str:
    """Return a word in lowercase with straight apostrophes."""
    return word.lower() if word.isascii() else word.translate(APOSTROPHES).casefold()


def run_texts(text: str) -> list[str]:
    """Return the runs of two or more capitalized words in `text`, with links between them."""
    return _RUN.findall(text)


def find_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of the runs that `run_texts` returns."""
    return _RUN.finditer(text)


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of the name that `parse_name` returns, or none; faster."""
    if not _UNUSUAL.search(text):
        return tuple(text.split())
    name = parse_name(text.strip())
    return name.words if name else ()


def parse_name(text: str) -> Name | None:
    """Return `text` as a name; None if it contains anything but words and links.

    >>> name = parse_name("Party Committee of the VELOX Group")
    >>> name.words, name.links
    (('Party', 'Committee', 'VELOX', 'Group'), ('', '', 'of the', ''))
    """
    words: list[str] = []
    links: list[str] = []
    positions: list[tuple[int, int]] = []
    link: list[str] = []
    end = 0
    for token in _WORD.finditer(text):
        gap = text[end : token.start()]
        if not _GAP.fullmatch(gap) or (end == 0 and gap):
            return None
        is_hyphenated = bool(gap) and not gap.isspace()
        end = token.end()
        if token[0] in NAME_LINKS:
            link.append(token[0])
            continue
        words.append(token[0])
        links.append("-" if is_hyphenated else " ".join(link))
        positions.append(token.span())
        link = []
    if link or text[end:] or not words:
        return None
    return Name(tuple(words), tuple(links), tuple(positions))


def without_possessive(name: Name) -> Name:
    """Return `name` without the possessive ending of its last word."""
    ending = _POSSESSIVE.search(name.words[-1])
    if ending is None:
        return name
    start, end = name.positions[-1]
    word = name.words[-1][: ending.start()]
    last = (start, end - len(ending[0]))
    return Name((*name.words[:-1], word), name.links, (*name.positions[:-1], last))
