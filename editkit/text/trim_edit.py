"""Trimming of an edit to the part that it changes."""

import re
from collections.abc import Sequence
from itertools import takewhile

from editkit.core.fix import Edit
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

LETTER, WORD = lazy_pattern(r".", re.DOTALL), lazy_pattern(r"\w+|\W")
"""Patterns of the units that `trim_edit` compares."""


def trim_edit(text: str, edit: Edit, unit: re.Pattern[str]) -> Span:
    """Return the span of `edit` without the units that it keeps at its start and end."""
    old_units, new_units = unit.findall(edit.span.of(text)), unit.findall(edit.text)
    shared_before = _common_prefix_length(old_units, new_units)
    shared_after = _common_prefix_length(
        old_units[shared_before:][::-1], new_units[shared_before:][::-1]
    )
    kept = (
        len("".join(old_units[:shared_before])),
        len("".join(old_units[len(old_units) - shared_after :])),
    )
    return Span(edit.span.start + kept[0], edit.span.end - kept[1])


def _common_prefix_length(a: Sequence[str], b: Sequence[str]) -> int:
    """Return the length of the common prefix of two sequences."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
