"""What of the words that an edit replaces it really changes."""

import re
from collections.abc import Sequence
from itertools import takewhile

from editkit.core.fix import Edit
from editkit.core.span import Span

LETTER, WORD = re.compile(r".", re.DOTALL), re.compile(r"\w+|\W")
"""The units that a change is told in."""


def changed(text: str, edit: Edit, unit: re.Pattern[str]) -> Span:
    """Return the span of `edit` without the units that it begins and ends with and keeps."""
    old, new = unit.findall(edit.span.of(text)), unit.findall(edit.text)
    before = _shared(old, new)
    after = _shared(old[before:][::-1], new[before:][::-1])
    kept = len("".join(old[:before])), len("".join(old[len(old) - after :]))
    return Span(edit.span.start + kept[0], edit.span.end - kept[1])


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many items two sequences begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
