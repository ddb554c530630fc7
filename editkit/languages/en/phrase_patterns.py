"""Phrase patterns: short wrong phrases and their replacements, loaded from a table."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, partial

from editkit.core.context import LintContext
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.storage.data_folder import data_folder
from editkit.core.taxonomy import Status
from editkit.languages.en.inflection import plural, singular
from editkit.text.casing import capitalize

_WORD = lazy_pattern(r"[A-Za-z][A-Za-z'’]*(?:\.[A-Za-z](?![A-Za-z]))*")
_FIRST_WORDS = lazy_pattern(r"[A-Za-z.'/]+")
_END_OF_WORD = r"(?![\w'’-])"
_LITERAL_PREFIX = lazy_pattern(r"[a-z ]*(?![a-z ?*+{|])")
_NOT_SEPARATE = lazy_pattern(r"[\w'’.@/#&-]\Z|\w[-–]\Z")
_BEFORE = lazy_pattern(r"(?:\A|(?P<word>[\w'’]+)[ \n]|[^\w \n]\s?|\s\s)\Z")
_HEADING = lazy_pattern(r"^\[([\w-]+)(?: (learner|translation))?( preview)?\]$", re.MULTILINE)
_GROUP_REFERENCE = lazy_pattern(r"\\(?P<bare>\d)|\{(?P<change>\w+) \\(?P<group>\d)\}")
_BASE_FORMS = {
    "went": "go", "took": "take", "came": "come", "gave": "give", "knew": "know",
    "thought": "think", "began": "begin", "wrote": "write", "spoke": "speak", "bought": "buy",
    "ate": "eat", "got": "get", "told": "tell", "found": "find", "goes": "go", "does": "do",
}  # fmt: skip
_NO_WORD = "^"
_CONTEXT_CHARS = 24
_MAX_ACRONYM_LENGTH = 3
"""Letters of the longest match in capitals that is skipped as a possible acronym."""


class Register(Enum):
    """The kind of text that has a phrase: any, translations, or only what learners write."""

    GENERAL = "general"
    TRANSLATION = "translation"
    LEARNER = "learner"


@dataclass(frozen=True, slots=True)
class PhrasePattern:
    """A row of the table: a wrong phrase, its replacement, and an example.

    A match begins with one of `first_words`, followed by `rest_pattern`, which begins with
    the letters and spaces in `literal_prefix`. If `context_words` is not empty, the word
    before the match must be one of them (or, if `is_excluding`, none of them); “^” means
    punctuation or the start of the text. A row of the register `LEARNER` is used only if its
    rule is selected by id, one in preview only with `--preview`.
    """

    first_words: tuple[str, ...]
    rest_pattern: str
    literal_prefix: str
    replacement: str
    example: str
    context_words: frozenset[str]
    is_excluding: bool
    register: Register = Register.GENERAL
    status: Status = Status.STABLE


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A match of a phrase, with its replacement and its row, if it is in the table."""

    span: Span
    replacement: str
    row: PhrasePattern | None = None

    @property
    def status(self) -> Status:
        """The status of the row."""
        return self.row.status if self.row else Status.STABLE


def _any(_rule: str, _row: PhrasePattern) -> bool:
    return True


def phrase_matches(context: LintContext) -> Mapping[str, tuple[PhraseMatch, ...]]:
    """Return the matches in a document by rule id, of the rules that have any."""
    return scan_phrases(context.document.text, partial(is_used, context.setup))


def is_used(setup: Setup, rule: str, row: PhrasePattern) -> bool:
    """Return whether a row of `rule` is used: neither off nor in preview without `--preview`."""
    is_off = row.register is Register.LEARNER and rule not in setup.explicit_rules
    return not is_off and (row.status is Status.STABLE or setup.preview)


def scan_phrases(
    text: str, accepts: Callable[[str, PhrasePattern], bool] = _any
) -> Mapping[str, tuple[PhraseMatch, ...]]:
    """Return the matches of the patterns of all rules, found in one pass, by rule id.

    `accepts(rule, row)` selects rows. Rules without a match are left out. The matches of a rule
    are in order and do not overlap.

    >>> [found] = scan_phrases("Ask alot.")["misjoined-word"]
    >>> found.span.of("Ask alot."), found.replacement
    ('alot', 'a lot')
    """
    found: dict[str, list[PhraseMatch]] = {}
    index = _index()
    for word in _WORD.finditer(text):
        rows = index.get(word[0].lower().replace("’", "'"))
        if not rows:
            continue
        following = text[word.end() : word.end() + _CONTEXT_CHARS].lower()
        for rule, row in rows:
            if not following.startswith(row.literal_prefix):
                continue
            if not accepts(rule, row) or (match := _match(row, text, word)) is None:
                continue
            earlier = found.setdefault(rule, [])
            if not earlier or earlier[-1].span.end <= match.span.start:
                earlier.append(match)
    return {rule: tuple(those) for rule, those in found.items()}


@cache
def phrase_patterns() -> Mapping[str, tuple[PhrasePattern, ...]]:
    """Return the patterns of each rule, keyed by rule id."""
    table = data_folder(__package__, "data") / "phrase-patterns.txt"
    return parse_table(table.read_text(encoding="utf-8"))


def parse_table(table: str) -> Mapping[str, tuple[PhrasePattern, ...]]:
    """Return the patterns of a table by rule id. Raises ValueError for a row without a word."""
    _, *pieces = _HEADING.split(table)
    sections = zip(pieces[::4], pieces[1::4], pieces[2::4], pieces[3::4], strict=True)
    found: dict[str, tuple[PhrasePattern, ...]] = {}
    for rule, kind, preview, body in sections:
        register = Register(kind or "general")
        status = Status.PREVIEW if preview else Status.STABLE
        rows = (
            replace(row, register=register, status=status)
            for line in body.split("\n")
            if line and not line.startswith("#")
            for row in _parse_line(line)
        )
        found[rule] = (*found.get(rule, ()), *rows)
    return found


def _parse_line(line: str) -> list[PhrasePattern]:
    """Parse a line: `words rest => right | example | before`, or pairs separated by commas."""
    if " | " not in line:
        pairs = [pair.split(" => ") for pair in line.split(", ")]
        return [_parse_row(wrong, right, f"They say {wrong} now.") for wrong, right in pairs]
    wrong, _, other = line.partition(" => ")
    replacement, example, *condition = other.split(" | ")
    return [_parse_row(wrong, replacement, example, *condition)]


def _parse_row(wrong: str, replacement: str, example: str, condition: str = "") -> PhrasePattern:
    first = _FIRST_WORDS.match(wrong)
    if first is None:
        raise ValueError(f"phrase-patterns.txt: no word in {wrong!r}")
    rest = wrong[first.end() :]
    is_excluding = condition.startswith("not after ")
    context = condition.removeprefix("not after ").removeprefix("after ").split("/")
    prefix = _LITERAL_PREFIX.match(rest)
    literal_prefix = prefix[0][:_CONTEXT_CHARS] if prefix else ""
    words = frozenset(context) - {""}
    return PhrasePattern(
        tuple(first[0].lower().split("/")),
        rest,
        literal_prefix,
        replacement,
        example,
        words,
        is_excluding,
    )


@cache
def _compiled(rest_pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern; compiled lazily because most texts need only a tenth."""
    return re.compile(rf"{rest_pattern}{_END_OF_WORD}", re.IGNORECASE)


@cache
def _index() -> Mapping[str, tuple[tuple[str, PhrasePattern], ...]]:
    index: dict[str, tuple[tuple[str, PhrasePattern], ...]] = {}
    for rule, rows in phrase_patterns().items():
        for row in rows:
            for first in row.first_words:
                index[first] = (*index.get(first, ()), (rule, row))
    return index


def _match(row: PhrasePattern, text: str, word: re.Match[str]) -> PhraseMatch | None:
    start = word.start()
    found = _compiled(row.rest_pattern).match(text, word.end())
    if not found or _NOT_SEPARATE.search(text, max(0, start - 2), start):
        return None
    if row.context_words and (_word_before(text, start) in row.context_words) is row.is_excluding:
        return None
    replacement = _GROUP_REFERENCE.sub(
        lambda mark: _expand_group(mark, (word[0], *found.groups(""))), row.replacement
    )
    span = Span(start, found.end())
    wrong = span.of(text)
    if wrong.isupper() and wrong.isalpha() and len(wrong) <= _MAX_ACRONYM_LENGTH:
        return None
    if wrong.isupper():
        replacement = replacement.upper()
    elif wrong[0].isupper() and replacement[0].islower():
        replacement = capitalize(replacement)
    return (
        None
        if wrong.replace("’", "'") == replacement.replace("’", "'")
        else PhraseMatch(span, replacement, row)
    )


def _expand_group(mark: re.Match[str], groups: tuple[str, ...]) -> str:
    r"""Return the text of a reference such as `\2` or `{plural \2}`."""
    group = groups[int(mark["bare"] or mark["group"]) - 1]
    return _CHANGES[mark["change"]](group) if mark["change"] else group


def _base(verb: str) -> str:
    return _BASE_FORMS.get(verb) or verb.removesuffix("s")


def _with_article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "plural": lambda noun: plural(noun) or noun,
    "singular": lambda noun: singular(noun) or noun,
    "base": _base,
    "a": _with_article,
}


def _word_before(text: str, at: int) -> str:
    before = _BEFORE.search(text, max(0, at - _CONTEXT_CHARS), at)
    word = (before["word"] if before else "") or _NO_WORD
    return word.lower().replace("’", "'")
