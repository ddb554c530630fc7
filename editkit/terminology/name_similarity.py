"""In which ways two names may be of the same words, or of all but one."""

import re
from collections.abc import Iterator

from editkit.languages.en.names import Name

PAIR = 2
SHORTEST_LEFT = 3
_SHORTEST_PADDED = 4
_NUMBER = re.compile(r".*\d.*|[IVX]+|\w")
_LEGAL = frozenset("co company corp corporation inc limited llc ltd plc ag gmbh".split())
_ORDINARY = frozenset(
    "president chairman chairwoman chair director minister secretary governor mayor manager head "
    "chief executive member members officer officers commissioner ambassador representative "
    "general deputy dean leader premier king queen prince princess government city state province "
    "people report statement history staff employees".split()
)
"""Heads that English turns around an `of` as it likes: `Mayor of Suhe`, `Suhe Mayor`."""


def reordered(found: Name, wanted: Name) -> bool:
    """Whether the two are the same words, turned around or about an `of`."""
    ours, theirs = wanted.folded, found.folded
    if ours == theirs:
        return False
    if _ofs(found) == _ofs(wanted):
        hyphens = "-" in found.links and "-" in wanted.links
        return not hyphens and _plain(found.links) == _plain(wanted.links)
    if _ofs(found) == _ofs(wanted) + 1:
        return _turned(found, wanted)
    return _ofs(found) + 1 == _ofs(wanted) and _turned(wanted, found)


def _turned(long: Name, short: Name) -> bool:
    """Whether `B of A` is what `A B` says."""
    words, links = short.folded, short.links
    for at, link in enumerate(long.links):
        if link not in {"of", "of the"}:
            continue
        head, rest = long.part(0, at), long.part(at, len(long.words))
        if (*rest.folded, *head.folded) != words or head.folded[-1] in _ORDINARY:
            continue
        if link == "of the" and len(words) == PAIR:
            continue
        return _plain((*rest.links, *head.links)) == _plain(links)
    return False


def _ofs(name: Name) -> int:
    return name.links.count("of") + name.links.count("of the")


def _plain(links: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(link if link != "-" else "" for link in links)


def droppable(name: Name) -> Iterator[int]:
    """Yield the words of a term whose loss leaves a name that only it can have.

    Who drops the first words or the last ones makes the short form that every name
    has; the last of what follows `of` is missed, as it is in the middle.
    """
    size = len(name.words)
    if size <= SHORTEST_LEFT:
        return
    last_of = max((n for n, link in enumerate(name.links) if link.startswith("of")), default=0)
    for at in range(1, size):
        head = at + 1 == size and not 0 < last_of < at
        before_of = at + 1 < size and name.links[at + 1].startswith("of")
        joined = name.links[at] == "-" or (at + 1 < size and name.links[at + 1] == "-")
        linked = bool(name.links[at]) and at + 1 < size and bool(name.links[at + 1])
        special = _NUMBER.fullmatch(name.words[at]) or name.folded[at] in _LEGAL
        if not (head or before_of or joined or linked or special):
            yield at


def links_without(name: Name, at: int) -> tuple[str, ...]:
    """Return the links of `name` without its word number `at`; a small word there stays."""
    links = list(name.links)
    gone = links.pop(at)
    if gone and at < len(links):
        links[at] = gone
    return tuple(links)


def padded(found: Name, wanted: Name, at: int) -> bool:
    """Whether `found` is `wanted` with its word number `at` put in."""
    before, behind = found.links[at], found.links[at + 1]
    if _NUMBER.fullmatch(found.words[at]):
        return False
    if len(wanted.words) < _SHORTEST_PADDED:
        part = (*found.links[:at], before, *found.links[at + 2 :])
        return behind == "-" and not before and part == wanted.links
    return behind != "-" and links_without(found, at) == wanted.links
