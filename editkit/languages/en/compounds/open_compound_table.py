"""Table of open compounds that need a hyphen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.data_folder import data_folder

_HEADING = lazy_pattern(r"^\[(.+)\]$", re.MULTILINE)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class OpenCompoundTable:
    """The table of compounds.

    `phrases` are keyed by the first word, the longest phrase first; `last_words` by kind.
    `words` are all words that begin or end a compound.
    """

    words: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[str, str]]]
    prefixes: frozenset[str]
    last_words: Mapping[str, frozenset[str]]


@cache
def open_compound_table() -> OpenCompoundTable:
    """Return the table, read from its file at the first use."""
    table = data_folder("editkit.languages.en", "data") / "open-compounds.txt"
    pieces = _HEADING.split(table.read_text(encoding="utf-8"))[1:]
    lists = {
        head: [phrase for entry in re.split(r",\s|\n", body.strip()) for phrase in _expand(entry)]
        for head, body in zip(pieces[::2], pieces[1::2], strict=True)
    }
    lists["anywhere"] += [f"{ten} {one}" for ten in TENS for one in ONES]
    phrases: dict[str, list[tuple[str, str]]] = {}
    for kind in ("anywhere", "before a noun", "after an article"):
        for phrase in sorted(lists[kind], key=len, reverse=True):
            phrases.setdefault(phrase.split(" ")[0], []).append((kind, phrase))
    last_words = {
        kind: frozenset(lists[kind]) for kind in ("unit", "after a noun", "after an adjective")
    }
    prefixes = frozenset(lists["prefix"])
    words = prefixes.union(phrases, *last_words.values())
    return OpenCompoundTable(words, phrases, prefixes, last_words)


def _expand(entry: str) -> Iterator[str]:
    """Yield the phrases of an entry, which may have alternatives: `high/low cost`."""
    for words in product(*(word.split("/") for word in entry.split(" "))):
        yield " ".join(words)
