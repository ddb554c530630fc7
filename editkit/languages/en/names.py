"""Names of several words: which words they are made of, and what joins those."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editkit.text.characters import APOSTROPHES

_PLAIN = r"[^\W_]+(?:['’][^\W_]+)*"
_CAPITAL = r"[^\W_a-z][^\W_]*(?:['’][^\W_]+)*"
_SPACE = r"(?:[ \u00a0]|[ \t]?\n[ \t]*(?=[^\s]))"
_LINK = rf"(?:{_SPACE}(?:of|and|for|the|&))"
_RUN = re.compile(
    rf"(?<!\w)[A-Z0-9À-Þ]\w*(?:['’]\w+)*(?:{_LINK}{{0,3}}(?:{_SPACE}|[-‐‑–]){_CAPITAL})+"
)
_WORD = re.compile(rf"{_PLAIN}|&")
_GAP = re.compile(r"[\s\u00a0]+|[-‐‑–]|[\s\u00a0]*")
_UNUSUAL = re.compile(r"[^A-Za-z0-9 ]|\b(?:of|and|for|the)\b")
_LINKS = frozenset("of and for the &".split())
OPENING = frozenset(
    "the a an in at on as for from with by to when while if but and or after before since our its "
    "this that their his her today yesterday tomorrow now then here there".split()
)
"""What a sentence begins with before a name and no name does."""
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a name but `of`, `and`, `for` and `the`, which are its links.

    `links[n]` is what stands before `words[n]`: the small words, a hyphen, or
    nothing but a space; `places` are the code points of the words in the text.
    """

    words: tuple[str, ...]
    links: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def folded(self) -> tuple[str, ...]:
        """The words under the key that letter case and apostrophes share."""
        return tuple(map(fold, self.words))

    def part(self, first: int, last: int) -> "Name":
        """Return the name that the words from `first` to before `last` are."""
        links = ("", *self.links[first + 1 : last])
        return Name(self.words[first:last], links, self.places[first:last])


def fold(word: str) -> str:
    """Return the key of a word: no letter case, one apostrophe."""
    return word.lower() if word.isascii() else word.translate(APOSTROPHES).casefold()


def runs(text: str) -> list[str]:
    """Return the runs of two capitalised words and more in `text`, links among them."""
    return _RUN.findall(text)


def places(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of what `runs` returns."""
    return _RUN.finditer(text)


def words(text: str) -> tuple[str, ...]:
    """Return the words that `parse` finds, none where it finds no name; faster."""
    if not _UNUSUAL.search(text):
        return tuple(text.split())
    name = parse(text.strip())
    return name.words if name else ()


def parse(text: str) -> Name | None:
    """Return the words and links of `text`; None where there is more than those in it.

    >>> name = parse("Party Committee of the VELOX Group")
    >>> name.words, name.links
    (('Party', 'Committee', 'VELOX', 'Group'), ('', '', 'of the', ''))
    """
    words: list[str] = []
    links: list[str] = []
    found: list[tuple[int, int]] = []
    link: list[str] = []
    end = 0
    for token in _WORD.finditer(text):
        gap = text[end : token.start()]
        if not _GAP.fullmatch(gap) or (end == 0 and gap):
            return None
        joined = bool(gap) and not gap.isspace()
        end = token.end()
        if token[0] in _LINKS:
            link.append(token[0])
            continue
        words.append(token[0])
        links.append("-" if joined else " ".join(link))
        found.append(token.span())
        link = []
    if link or text[end:] or not words:
        return None
    return Name(tuple(words), tuple(links), tuple(found))


def without_possessive(name: Name) -> Name:
    """Return `name` without the possessive ending of its last word."""
    ending = _POSSESSIVE.search(name.words[-1])
    if ending is None:
        return name
    start, end = name.places[-1]
    word = name.words[-1][: ending.start()]
    last = (start, end - len(ending[0]))
    return Name((*name.words[:-1], word), name.links, (*name.places[:-1], last))
