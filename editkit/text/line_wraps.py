"""Line wraps inside a replaced text: edits that keep each of them between the same words."""

import re
from collections.abc import Iterator, Sequence

from editkit.core.fix import Edit
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_WRAP = lazy_pattern(r"[ \t]*\n[ \t]*")
_WORD = lazy_pattern(r"\S+")
_PARAGRAPH = lazy_pattern(r"\n[ \t]*\n")
_NO_LETTERS = lazy_pattern(r"[\W_]+")


def keep_line_wraps(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    r"""Return edits of `text` with the same words as `edits`, and with the wraps left in place.

    An edit is divided at each wrap inside it. If the new text has only one word, the wrap moves
    to the space after it or before it. An edit that changes nothing but white space, or that has
    line ends of its own, is meant for the wrap and is not changed.

    >>> keep_line_wraps("a power exchange\nstation", [Edit(Span(2, 24), "battery swap station")])
    (Edit(span=Span(start=2, end=16), text='battery swap'),)
    """
    return tuple(piece for edit in edits for piece in _divided(text, edit))


def corresponding_boundary(found: Sequence[str], at: int, new: Sequence[str]) -> int:
    """Return the number of words of `new` that correspond to the first `at` words of `found`.

    Equal words at the end decide, then equal words at the start, then the share of letters.
    """
    tail = _plain(found[at:])
    head = _plain(found[:at])
    size = len(new)
    if 0 < len(tail) < size and _plain(new)[size - len(tail) :] == tail:
        return size - len(tail)
    if 0 < len(head) < size and _plain(new)[: len(head)] == head:
        return len(head)
    if not head or not tail:
        return size if head else 0
    share = len("".join(head)) / max(1, len("".join(head + tail)))
    wanted = share * len("".join(_plain(new)))
    inner = range(1, size) if size > 1 else range(size + 1)
    return min(inner, key=lambda n: abs(len("".join(_plain(new[:n]))) - wanted))


def _plain(words: Sequence[str]) -> list[str]:
    return [_NO_LETTERS.sub("", word).casefold() or word for word in words]


def _divided(text: str, edit: Edit) -> Iterator[Edit]:
    found = edit.span.of(text)
    wrap = None if "\n" in edit.text else _WRAP.search(found)
    if wrap is None or _is_about_wraps(found, wrap, edit.text):
        yield edit
        return
    before, after = found[: wrap.start()].split(), found[wrap.end() :].split()
    words = list(_WORD.finditer(edit.text))
    if not words or (before and after and len(words) == 1):
        yield _with_wrap_outside(text, edit, wrap[0])
        return
    number = corresponding_boundary([*before, *after], len(before), [w[0] for w in words])
    head = edit.text[: words[number - 1].end()] if number else ""
    tail = edit.text[words[number].start() :] if number < len(words) else ""
    start, end = edit.span.start, edit.span.end
    first = Edit(Span(start, start + wrap.start()), head)
    second = Edit(Span(start + wrap.end(), end), tail)
    if first.span.of(text) != first.text:
        yield first
    if second.span.of(text) != second.text:
        yield from _divided(text, second)


def _is_about_wraps(found: str, wrap: re.Match[str], new: str) -> bool:
    """Return whether an edit is meant to change a wrap, or spans paragraphs."""
    if _PARAGRAPH.search(found) or not found.strip() or found.split() == new.split():
        return True
    joins_words = found[: wrap.start()][-1:].isalnum() and found[wrap.end() :][:1].isalnum()
    return not joins_words and "".join(found.split()) == "".join(new.split())


def _with_wrap_outside(text: str, edit: Edit, wrap: str) -> Edit:
    """Return an edit with the wrap after the new word or before it, in place of a space."""
    start, end = edit.span.start, edit.span.end
    if text[end : end + 1] == " ":
        return Edit(Span(start, end + 1), edit.text + wrap)
    if text[max(0, start - 1) : start] == " ":
        return Edit(Span(start - 1, end), wrap + edit.text)
    return edit
