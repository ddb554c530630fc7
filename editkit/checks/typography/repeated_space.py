"""repeated-space: more than one space between words."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity

_REPEATED = lazy_pattern(r"(?<=[^\s|]) {2,}(?=[^\s|])")
_AFTER_SENTENCE = lazy_pattern(r"[.!?:]['\"’”)\]]*(?P<spaces> +)(?=\S)")
_SENTENCE_END = lazy_pattern(r"[.!?:]['\"’”)\]]*\Z")
_MARKER = lazy_pattern(r"[-*•–+#>|:]+|\(?(?:\d+|\w)[.)]|\*?\[[^\[\]]+\]:")
_LABEL = lazy_pattern(r"[A-Za-z][\w-]*: {3,}")
"""The label of a line that a program prints: `Date:   Thu Jun 22`."""
_COLUMN_START = lazy_pattern(r" {2}\S")
_MIN_COLUMN_GAP = 8
_MAX_LINE_CHARS = 1000


class RepeatedSpace(Check):
    """Flags more than one space between words."""

    rule = Rule(
        id="repeated-space",
        title="Double space",
        family=Family.TYPOGRAPHY,
        summary="More than one space between words",
        rationale=(
            "A double space is left over when a word is deleted. It is visible in justified "
            "text, and searches for the words around it fail. Columns made of spaces, "
            "indentation, Markdown line breaks at the end of a line, and two spaces after "
            "sentences in texts that always have them are ignored."
        ),
        category="linguistic-conventions/textual-conventions",
        severity=Severity.MINOR,
        examples=(
            Example("The committee meets in May. It has nine members.", in_manual=True),
            Example("The  plant\n  of  Ford", ("  ", "  "), "The plant\n  of Ford"),
            Example(
                "It grew. It  fell.  It rose. Then.",
                ("  ", "  "),
                "It grew. It fell. It rose. Then.",
            ),
            Example("ABC\nThe  port,  too", ("  ", "  "), "ABC\nThe port, too"),
            Example("It grew.  It fell.  It ended here.  \nA line break."),
            Example("Model  Price\nBJ40   1,200\nEU5    900"),
            Example("Name    | Type  |  Default"),
            Example("1.  First\n-   Second\n    x = 1\n:   Third\n*[HT]:  Heat"),
        ),
    )

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has two spaces in a row."""
        return "  " in context.document.text

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each run of spaces between two words of a line."""
        document = context.document
        gaps = [len(found["spaces"]) for found in _AFTER_SENTENCE.finditer(document.text)]
        uses_two_spaces = 2 * gaps.count(2) > len(gaps)
        for block in document.blocks:
            for gap in _REPEATED.finditer(document.text, block.span.start, block.span.end):
                if len(gap[0]) >= _MIN_COLUMN_GAP or _is_layout(document.text, *gap.span()):
                    continue
                if uses_two_spaces and gap[0] == "  " and _ends_sentence(document.text, gap):
                    continue
                span = Span(*gap.span())
                fix = Fix("Leave one space", (Edit(span, " "),), Safety.SAFE)
                message = f"{len(span)} spaces in a row. Use one."
                yield self.issue(span, message, fix)


def _ends_sentence(text: str, gap: re.Match[str]) -> bool:
    return _SENTENCE_END.search(text[max(0, gap.start() - 4) : gap.start()]) is not None


def _is_layout(text: str, start: int, end: int) -> bool:
    """Return whether the gap follows a marker or a label, or is aligned with the next line."""
    line = text.rfind("\n", max(0, start - _MAX_LINE_CHARS), start) + 1
    if not line and start >= _MAX_LINE_CHARS:
        return False
    if _MARKER.fullmatch(text[line:start].strip()) or _LABEL.fullmatch(text[line:end].lstrip()):
        return True
    column = end - line
    above = text.rfind("\n", max(0, line - 1 - _MAX_LINE_CHARS), max(0, line - 1)) + 1
    below = text.find("\n", end, end + _MAX_LINE_CHARS) + 1
    adjacent_lines = [above] * (line > 0) + [below] * (below > 0)
    return any(
        _COLUMN_START.match(text, at + column - 2) and "\n" not in text[at : at + column]
        for at in adjacent_lines
    )
