"""Removal of whole lines from a text, with the line ends and blank lines that they leave."""

from collections.abc import Sequence

from editkit.core.span import Span

_BLANKS = " \t"


def removal_span(text: str, lines: Sequence[Span], number: int, removed: Sequence[bool]) -> Span:
    """Return what to delete so that a line is gone and nothing of it is left.

    `lines` are the lines of `text` that are not blank, without their line ends; `removed` says
    which of them are deleted, `number` which one is asked about. Spans of different lines do not
    overlap: a line goes with the blank lines before it, one at the start of the text with
    those after it. A line that alone separates two paragraphs leaves them apart.
    """
    line = lines[number]
    end = len(text) - len(text[line.end :].lstrip(_BLANKS))
    if all(removed[:number]):
        next_start = lines[number + 1].start if number + 1 < len(lines) else len(text)
        line_end = text.rfind("\n", end, next_start)
        return Span(line.start, line_end + 1 if line_end >= 0 else end)
    first_end = text.find("\n", lines[number - 1].end, line.start)
    last_end = text.rfind("\n", lines[number - 1].end, line.start)
    if first_end < 0:
        return line
    return Span(first_end if _ends_paragraph(text, lines, number, removed) else last_end, end)


def _ends_paragraph(
    text: str, lines: Sequence[Span], number: int, removed: Sequence[bool]
) -> bool:
    """Return whether a blank line or the end of the text follows the removed lines here."""
    last = number
    while last + 1 < len(lines) and removed[last + 1]:
        last += 1
    if last + 1 == len(lines):
        return True
    return text.count("\n", lines[last].end, lines[last + 1].start) > 1
