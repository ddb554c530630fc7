"""What changed between two texts, word by word."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from editkit.text.characters import HAN

# A character of a script without spaces is a word of its own.
_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+|\s|[^\w\s]")
_FIRST = 0xE000
"""Above the surrogates, so that every stand-in is a character of its own."""


class Change(Enum):
    """What became of a stretch of text; the values are those of diff-match-patch."""

    DELETED = -1
    KEPT = 0
    INSERTED = 1


def word_diff(before: str, after: str) -> tuple[tuple[Change, str], ...]:
    """Return the stretches kept, deleted and inserted, in order; never half a word.

    The result is the same on every machine: diff-match-patch is given no time
    limit, and one stand-in character for each word ("diff by words", after
    https://github.com/google/diff-match-patch/wiki/Line-or-Word-Diffs).
    """
    from diff_match_patch import diff_match_patch  # noqa: PLC0415  (start-up time)

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    words: dict[str, str] = {}
    first, second = _stand_ins(before, words), _stand_ins(after, words)
    found = differ.diff_main(first, second, False)  # noqa: FBT003  (its own signature)
    named = {stand_in: word for word, stand_in in words.items()}
    return tuple(_joined((Change(op), "".join(named[c] for c in text)) for op, text in found))


def _stand_ins(text: str, words: dict[str, str]) -> str:
    return "".join(
        words.setdefault(word, chr(_FIRST + len(words))) for word in _WORD.findall(text)
    )


def _joined(stretches: Iterable[tuple[Change, str]]) -> Iterator[tuple[Change, str]]:
    """Take a lone space between two changes into them, so that words read together."""
    waiting: dict[Change, str] = {}
    spaces = ""
    for change, text in stretches:
        if change is Change.KEPT and waiting and text.isspace():
            spaces += text
            continue
        if change is Change.KEPT:
            yield from _changes(waiting)
            if spaces:
                yield Change.KEPT, spaces
            yield change, text
            waiting, spaces = {}, ""
            continue
        if spaces:
            for kind in (Change.DELETED, Change.INSERTED):
                waiting[kind] = waiting.get(kind, "") + spaces
            spaces = ""
        waiting[change] = waiting.get(change, "") + text
    yield from _changes(waiting)
    if spaces:
        yield Change.KEPT, spaces


def _changes(waiting: dict[Change, str]) -> Iterator[tuple[Change, str]]:
    for change in (Change.DELETED, Change.INSERTED):
        if waiting.get(change):
            yield change, waiting[change]
