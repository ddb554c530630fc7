"""Similarity of names: the same words reordered, or one word more or fewer."""

from collections.abc import Iterator

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.names import Name
from editkit.languages.en.words.name_parts import FLEXIBLE_HEADS, LEGAL_FORMS

TWO_WORDS = 2
MIN_REMAINING_WORDS = 3
_MIN_PADDED_WORDS = 4
_NUMBER = lazy_pattern(r".*\d.*|[IVX]+|\w")


def is_reordered(found: Name, term: Name) -> bool:
    """Return whether two names have the same words in a different order, or around an `of`."""
    term_words, found_words = term.folded, found.folded
    if term_words == found_words:
        return False
    if _count_of(found) == _count_of(term):
        are_hyphenated = "-" in found.links and "-" in term.links
        return not are_hyphenated and _without_hyphens(found.links) == _without_hyphens(term.links)
    if _count_of(found) == _count_of(term) + 1:
        return _is_inverted(found, term)
    return _count_of(found) + 1 == _count_of(term) and _is_inverted(term, found)


def _is_inverted(with_of: Name, without_of: Name) -> bool:
    """Return whether `with_of` is `B of A` and `without_of` is `A B`."""
    words, links = without_of.folded, without_of.links
    for at, link in enumerate(with_of.links):
        if link not in {"of", "of the"}:
            continue
        head, rest = with_of.slice(0, at), with_of.slice(at, len(with_of.words))
        if (*rest.folded, *head.folded) != words or head.folded[-1] in FLEXIBLE_HEADS:
            continue
        if link == "of the" and len(words) == TWO_WORDS:
            continue
        return _without_hyphens((*rest.links, *head.links)) == _without_hyphens(links)
    return False


def _count_of(name: Name) -> int:
    return name.links.count("of") + name.links.count("of the")


def _without_hyphens(links: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(link if link != "-" else "" for link in links)


def droppable_words(name: Name) -> Iterator[int]:
    """Yield the indexes of the words without which a name is still recognizable.

    The first word and the last one are excluded: a name without them is an ordinary short
    form. The last word is included if it ends a phrase of several words after `of`.
    """
    size = len(name.words)
    if size <= MIN_REMAINING_WORDS:
        return
    last_of = max((n for n, link in enumerate(name.links) if link.startswith("of")), default=0)
    for at in range(1, size):
        is_last_word = at + 1 == size and not 0 < last_of < at
        is_before_of = at + 1 < size and name.links[at + 1].startswith("of")
        is_hyphenated = name.links[at] == "-" or (at + 1 < size and name.links[at + 1] == "-")
        is_between_links = bool(name.links[at]) and at + 1 < size and bool(name.links[at + 1])
        is_special = _NUMBER.fullmatch(name.words[at]) or name.folded[at] in LEGAL_FORMS
        if not (is_last_word or is_before_of or is_hyphenated or is_between_links or is_special):
            yield at


def links_without(name: Name, at: int) -> tuple[str, ...]:
    """Return the links of `name` without its word at index `at`; small words are kept."""
    links = list(name.links)
    removed = links.pop(at)
    if removed and at < len(links):
        links[at] = removed
    return tuple(links)


def is_padded(found: Name, term: Name, at: int) -> bool:
    """Return whether `found` is `term` with its word at index `at` inserted."""
    before, after = found.links[at], found.links[at + 1]
    if _NUMBER.fullmatch(found.words[at]):
        return False
    if len(term.words) < _MIN_PADDED_WORDS:
        remaining = (*found.links[:at], before, *found.links[at + 2 :])
        return after == "-" and not before and remaining == term.links
    return after != "-" and links_without(found, at) == term.links
