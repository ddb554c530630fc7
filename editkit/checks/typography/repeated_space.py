"""repeated-space."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity

_REPEATED = re.compile(r"(?<=\S) {2,}(?=\S)")
_AFTER_SENTENCE = re.compile(r"[.!?:]['\"’”)\]]*(?P<spaces> +)(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:]['\"’”)\]]*\Z")
_MARKER = re.compile(r"[-*•–+#>|]+|\(?(?:\d+|\w)[.)]")
_COLUMN = re.compile(r" {2}\S")
_WIDE = 8
_LINE = 1000
_MANY = 5


class RepeatedSpace(Check):
    """Finds several spaces where one is meant."""

    rule = Rule(
        id="repeated-space",
        family=Family.TYPOGRAPHY,
        summary="More than one space between words",
        rationale=(
            "A doubled space stays behind where a word was deleted. It shows as a hole in "
            "justified text and hides the name around it from every search. Leave one space. "
            "Columns set with spaces, indentation, Markdown's line break at the end of a line "
            "and two spaces after each sentence, where a text keeps that habit, are left alone."
        ),
        category="linguistic-conventions/textual-conventions",
        severity=Severity.MINOR,
        examples=(
            Example("The  plant\n  of  Ford", ("  ", "  "), "The plant\n  of Ford"),
            Example(
                "It grew. It  fell.  It rose. Then.",
                ("  ", "  "),
                "It grew. It fell. It rose. Then.",
            ),
            Example("ABC\nThe  port,  too", ("  ", "  "), "ABC\nThe port, too"),
            Example("It grew.  It fell.  It ended here.  \nA line break."),
            Example("Model  Price\nBJ40   1,200\nEU5    900"),
            Example("1.  First\n-   Second\n    x = 1"),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each run of spaces between two words of a line."""
        gaps = [len(found["spaces"]) for found in _AFTER_SENTENCE.finditer(document.text)]
        two_by_habit = 2 * gaps.count(2) > len(gaps)
        found: list[Issue] = []
        for block in document.blocks:
            for gap in _REPEATED.finditer(document.text, block.span.start, block.span.end):
                if len(gap[0]) >= _WIDE or _laid_out(document.text, *gap.span()):
                    continue
                if two_by_habit and gap[0] == "  " and _ends_sentence(document.text, gap):
                    continue
                span = Span(*gap.span())
                fix = Fix("Leave one space", (Edit(span, " "),), Safety.SAFE)
                message = f"{len(span)} spaces stand where one is meant."
                found.append(self.issue(span, message, fix))
        yield from gathered(found, several=_MANY)


def _ends_sentence(text: str, gap: re.Match[str]) -> bool:
    return _SENTENCE_END.search(text[max(0, gap.start() - 4) : gap.start()]) is not None


def _laid_out(text: str, start: int, end: int) -> bool:
    """Whether the gap follows a list marker or ends in one column with a neighbour's."""
    line = text.rfind("\n", max(0, start - _LINE), start) + 1
    if not line and start >= _LINE:
        return False
    if _MARKER.fullmatch(text[line:start].strip()):
        return True
    column = end - line
    above = text.rfind("\n", max(0, line - 1 - _LINE), max(0, line - 1)) + 1
    below = text.find("\n", end, end + _LINE) + 1
    neighbours = [above] * (line > 0) + [below] * (below > 0)
    return any(
        _COLUMN.match(text, at + column - 2) and "\n" not in text[at : at + column]
        for at in neighbours
    )
