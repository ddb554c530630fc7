"""Aliases: names that are one thing, such as Macao and Macau, by topic."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.data_folder import data_folder

_HEADING = lazy_pattern(r"^\[(.+)\]$", re.MULTILINE)
_COMMENT = lazy_pattern(r"^#.*\n", re.MULTILINE)
_WORD = lazy_pattern(r"[^\W\d_]+")
_THE = "the "


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a topic.

    `rival` is the first style of the name, equal for U.S. and USA; `rank` is its place on its
    side of the row, from 0.
    """

    text: str
    rival: str
    rank: int
    is_short: bool

    @property
    def bare(self) -> str:
        """The name without its article."""
        return self.text.removeprefix(_THE)

    def may_occur(self, text: str, words: frozenset[str]) -> bool:
        """Return False only if a text with `words`, in lowercase, has not this name."""
        return self.words <= words and ("." not in self.text or self.text in text)

    @property
    def words(self) -> frozenset[str]:
        """The runs of letters in the name, in lowercase."""
        return _words(self.bare)


@dataclass(frozen=True, slots=True)
class AliasTopic:
    """The names of one thing; `label` is the first of them."""

    label: str
    group: str
    aliases: tuple[Alias, ...]
    pattern: re.Pattern[str]
    by_text: Mapping[str, Alias]

    def alias_of(self, found: str) -> Alias:
        """Return the name that a match of `pattern` is."""
        plain = _without_article(" ".join(found.split()).replace("’", "'"))
        return self.by_text.get(plain) or self.by_text[plain[0].lower() + plain[1:]]

    def may_conflict(self, text: str, words: frozenset[str]) -> bool:
        """Return False only if a text with `words` has not two names of the topic."""
        found = {
            alias.text.replace(".", "") for alias in self.aliases if alias.may_occur(text, words)
        }
        return len(found) > 1


@cache
def _words(name: str) -> frozenset[str]:
    """Return the runs of letters in a listed name, in lowercase; each text asks for many."""
    return frozenset(word.lower() for word in _WORD.findall(name))


def _without_article(found: str) -> str:
    return found[len(_THE) :] if found[: len(_THE)].lower() == _THE else found


def topics_in(words: frozenset[str]) -> list[AliasTopic]:
    """Return the topics of which a text with `words`, in lowercase, may have a name."""
    index = _topics_by_word()
    found = {topic.label: topic for word in words & index.keys() for topic in index[word]}
    return [found[label] for label in sorted(found)]


@cache
def _topics_by_word() -> Mapping[str, tuple[AliasTopic, ...]]:
    index: dict[str, tuple[AliasTopic, ...]] = {}
    for topic in alias_topics():
        for word in {
            max(alias.words, key=lambda word: (len(word), word)) for alias in topic.aliases
        }:
            index[word] = (*index.get(word, ()), topic)
    return index


@cache
def alias_topics() -> tuple[AliasTopic, ...]:
    """Return the topics of the table, read from its file at the first use."""
    table = data_folder("editkit.languages.en", "data") / "aliases.txt"
    text = _COMMENT.sub("", table.read_text(encoding="utf-8"))
    pieces = _HEADING.split(text)[1:]
    return tuple(
        _topic(group, line)
        for group, body in zip(pieces[::2], pieces[1::2], strict=True)
        for line in body.strip().split("\n")
    )


def _topic(group: str, line: str) -> AliasTopic:
    full, _, short = line.partition(" = ")
    aliases = tuple(chain(_side(full, is_short=False), _side(short, is_short=True)))
    by_text = {alias.bare: alias for alias in aliases}
    return AliasTopic(aliases[0].text, group, aliases, _pattern(by_text), by_text)


def _side(names: str, *, is_short: bool) -> Iterator[Alias]:
    for rank, rival in enumerate(filter(None, names.split("|"))):
        styles = rival.split(", ")
        yield from (Alias(style, styles[0], rank, is_short) for style in styles)


def _pattern(names: Mapping[str, Alias]) -> re.Pattern[str]:
    """Return the pattern of whole names, with the article of those that have one."""
    any_form = "|".join(_form(names[name]) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w.&$@/#-])(?:{any_form})(?![\w$@/&-]|\.\w)")


def _form(alias: Alias) -> str:
    first, rest = alias.bare[0], re.escape(alias.bare[1:])
    either_case = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
    name = either_case + rest.replace(r"\ ", r"\s").replace("'", "['’]")
    return rf"(?:[Tt]he\s)?{name}" if alias.text.startswith(_THE) else name
