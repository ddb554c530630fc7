"""Short stretches of words that are wrong wherever they stand, and what is right."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from editkit.core.span import Span
from editkit.languages.en.inflection import plural, singular
from editkit.text.casing import capitalize

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*(?:\.[A-Za-z](?![A-Za-z]))*")
_FIRSTS = re.compile(r"[A-Za-z.'/]+")
_FREE_BEHIND = r"(?![\w'’-])"
_OPENING = re.compile(r"[a-z ]*(?![a-z ?*+{|])")
_GLUED = re.compile(r"[\w'’.@/#&-]\Z|\w[-–]\Z")
_BEFORE = re.compile(r"(?:\A|(?P<word>[\w'’]+)[ \n]|[^\w \n]\s?|\s\s)\Z")
_HEADING = re.compile(r"^\[(.+)\]$", re.MULTILINE)
_GROUP = re.compile(r"\\(?P<bare>\d)|\{(?P<change>\w+) \\(?P<group>\d)\}")
_BASES = {
    "went": "go", "took": "take", "came": "come", "gave": "give", "knew": "know",
    "thought": "think", "began": "begin", "wrote": "write", "spoke": "speak", "bought": "buy",
    "ate": "eat", "got": "get", "told": "tell", "found": "find", "goes": "go", "does": "do",
}  # fmt: skip
_START = "^"
_REACH = 24
_ACRONYM = 3
"""What is no longer than this in capitals may be short for anything."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of the table: the words it begins with, how it goes on, what is right, an example.

    `before` holds words, one of which must (or, if `unless`, must not) stand
    before it; “^” stands for no word: punctuation, or the beginning of a text.
    `rest` is a pattern, and `opening` the small letters and spaces that it begins with.
    """

    firsts: tuple[str, ...]
    rest: str
    opening: str
    right: str
    example: str
    before: frozenset[str]
    unless: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of text that a frame of the table describes, and what to write."""

    span: Span
    right: str


def slips(rule: str, text: str) -> tuple[Slip, ...]:
    """Return what the frames of `rule` find in `text`, in order and without overlap.

    >>> [(slip.span.of("Ask alot."), slip.right) for slip in slips("misjoined-word", "Ask alot.")]
    [('alot', 'a lot')]
    """
    return _scan(text).get(rule, ())


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """Return the table: the frames of each rule that has some, by its id."""
    table = resources.files(__package__) / "data" / "phrase-patterns.txt"
    pieces = _HEADING.split(table.read_text(encoding="utf-8"))[1:]
    return {
        rule: tuple(
            frame
            for line in body.split("\n")
            if line and not line.startswith("#")
            for frame in _rows(line)
        )
        for rule, body in zip(pieces[::2], pieces[1::2], strict=True)
    }


def _rows(line: str) -> list[Frame]:
    """Read a line: `words rest => right | example | before`, or plain pairs parted by commas."""
    if " | " not in line:
        pairs = [pair.split(" => ") for pair in line.split(", ")]
        return [_frame(wrong, right, f"They say {wrong} now.") for wrong, right in pairs]
    wrong, _, other = line.partition(" => ")
    right, example, *condition = other.split(" | ")
    return [_frame(wrong, right, example, *condition)]


def _frame(wrong: str, right: str, example: str, condition: str = "") -> Frame:
    first = _FIRSTS.match(wrong)
    if first is None:
        raise ValueError(f"frames.txt: no word in {wrong!r}")
    rest = wrong[first.end() :]
    unless = condition.startswith("not after ")
    before = condition.removeprefix("not after ").removeprefix("after ").split("/")
    opening = _OPENING.match(rest)
    plain = opening[0][:_REACH] if opening else ""
    words = frozenset(before) - {""}
    return Frame(tuple(first[0].lower().split("/")), rest, plain, right, example, words, unless)


@cache
def _pattern(rest: str) -> re.Pattern[str]:
    """Return a compiled pattern; most texts need a tenth of those that the table has."""
    return re.compile(rf"{rest}{_FREE_BEHIND}", re.IGNORECASE)


@cache
def _index() -> Mapping[str, tuple[tuple[str, Frame], ...]]:
    index: dict[str, tuple[tuple[str, Frame], ...]] = {}
    for rule, rows in frames().items():
        for frame in rows:
            for first in frame.firsts:
                index[first] = (*index.get(first, ()), (rule, frame))
    return index


@lru_cache(maxsize=2)
def _scan(text: str) -> Mapping[str, tuple[Slip, ...]]:
    """Read a text once for the frames of all rules."""
    found: dict[str, list[Slip]] = {}
    index = _index()
    for word in _WORD.finditer(text):
        rows = index.get(word[0].lower().replace("’", "'"))
        if not rows:
            continue
        behind = text[word.end() : word.end() + _REACH].lower()
        for rule, frame in rows:
            if not behind.startswith(frame.opening):
                continue
            slip = _match(frame, text, word)
            earlier = found.setdefault(rule, [])
            if slip and (not earlier or earlier[-1].span.end <= slip.span.start):
                earlier.append(slip)
    return {rule: tuple(those) for rule, those in found.items()}


def _match(frame: Frame, text: str, word: re.Match[str]) -> Slip | None:
    start = word.start()
    found = _pattern(frame.rest).match(text, word.end())
    if not found or _GLUED.search(text, max(0, start - 2), start):
        return None
    if frame.before and (_word_before(text, start) in frame.before) is frame.unless:
        return None
    right = _GROUP.sub(lambda mark: _filled(mark, (word[0], *found.groups(""))), frame.right)
    span = Span(start, found.end())
    wrong = span.of(text)
    if wrong.isupper() and wrong.isalpha() and len(wrong) <= _ACRONYM:
        return None
    if wrong.isupper():
        right = right.upper()
    elif wrong[0].isupper() and right[0].islower():
        right = capitalize(right)
    return None if wrong.replace("’", "'") == right.replace("’", "'") else Slip(span, right)


def _filled(mark: re.Match[str], groups: tuple[str, ...]) -> str:
    r"""Return the group that a mark like `\2` or `{plural \2}` names, changed as it says."""
    group = groups[int(mark["bare"] or mark["group"]) - 1]
    return _CHANGES[mark["change"]](group) if mark["change"] else group


def _base(verb: str) -> str:
    return _BASES.get(verb) or verb.removesuffix("s")


def _with_article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "plural": lambda noun: plural(noun) or noun,
    "singular": lambda noun: singular(noun) or noun,
    "base": _base,
    "a": _with_article,
}


def _word_before(text: str, at: int) -> str:
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    word = (before["word"] if before else "") or _START
    return word.lower().replace("’", "'")
