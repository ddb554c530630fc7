"""Word-level diff of two texts."""

from collections.abc import Iterable, Iterator
from enum import Enum

from editkit.core.lazy_pattern import lazy_pattern
from editkit.text.characters import HAN

# In scripts without spaces, each character is a word.
_WORD = lazy_pattern(rf"[{HAN}]|[^\W{HAN}]+|\s|[^\w\s]")
_FIRST_PLACEHOLDER = 0xE000
"""Above the surrogates, so that every placeholder is a single character."""


class Change(Enum):
    """Operation of a diff; the values are those of diff-match-patch."""

    DELETED = -1
    KEPT = 0
    INSERTED = 1


def word_diff(before: str, after: str) -> tuple[tuple[Change, str], ...]:
    """Return the operations of the diff, with their text, in order; words are never split.

    The result is deterministic: diff-match-patch runs without a time limit. Each word is
    encoded as one placeholder character
    (https://github.com/google/diff-match-patch/wiki/Line-or-Word-Diffs).
    """
    from diff_match_patch import diff_match_patch  # noqa: PLC0415  (start-up time)

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    placeholders: dict[str, str] = {}
    first, second = _encode(before, placeholders), _encode(after, placeholders)
    operations = differ.diff_main(first, second, False)  # noqa: FBT003  (its own signature)
    words_by_placeholder = {placeholder: word for word, placeholder in placeholders.items()}
    return tuple(
        _merge_spaces(
            (Change(op), "".join(words_by_placeholder[c] for c in text)) for op, text in operations
        )
    )


def _encode(text: str, placeholders: dict[str, str]) -> str:
    return "".join(
        placeholders.setdefault(word, chr(_FIRST_PLACEHOLDER + len(placeholders)))
        for word in _WORD.findall(text)
    )


def _merge_spaces(changes: Iterable[tuple[Change, str]]) -> Iterator[tuple[Change, str]]:
    """Move a space between two changes into both, so that changed words stay together."""
    pending: dict[Change, str] = {}
    spaces = ""
    for change, text in changes:
        if change is Change.KEPT and pending and text.isspace():
            spaces += text
            continue
        if change is Change.KEPT:
            yield from _flush(pending)
            if spaces:
                yield Change.KEPT, spaces
            yield change, text
            pending, spaces = {}, ""
            continue
        if spaces:
            for kind in (Change.DELETED, Change.INSERTED):
                pending[kind] = pending.get(kind, "") + spaces
            spaces = ""
        pending[change] = pending.get(change, "") + text
    yield from _flush(pending)
    if spaces:
        yield Change.KEPT, spaces


def _flush(pending: dict[Change, str]) -> Iterator[tuple[Change, str]]:
    for change in (Change.DELETED, Change.INSERTED):
        if pending.get(change):
            yield change, pending[change]
