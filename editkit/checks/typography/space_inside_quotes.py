"""space-inside-quotes."""

import re
from collections.abc import Iterator

from editkit.checks.typography._mark_styles import quotation_marks, thorough
from editkit.checks.typography._set_off import gaps, set_off
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity

_SINGLE = re.compile(r"‘[ \t\u00a0]+(?=\w)")
_WORD = re.compile(r"\S{1,20}")
_LAST_WORD = re.compile(r"\w[\w'’-]*(?=\W*$)")
_REACH, _HABIT = 20, 2


class SpaceInsideQuotes(Check):
    """Finds space between a quotation mark and the words it encloses."""

    rule = Rule(
        id="space-inside-quotes",
        family=Family.TYPOGRAPHY,
        summary="Space after an opening or before a closing quotation mark",
        rationale=(
            "English sets quotation marks tight against the words they enclose. A space inside "
            "comes from full-width marks of a Chinese original, or from French; at the end of a "
            "line it leaves a mark standing alone. Marks are paired within a paragraph, so that "
            "the space outside them is never taken for the one inside. A text that sets the mark "
            "off from the stop before it does so throughout, and is told once; one that mixes "
            "straight and curly marks throughout, by that issue."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                'The aim " to build good cars" and to "run faster ". The "rest" stays.',
                flagged=('" ', ' "'),
                fixed='The aim "to build good cars" and to "run faster". The "rest" stays.',
            ),
            Example(
                "He said “ yes ”, she ‘ no’.",
                flagged=("“ ", " ”", "‘ "),
                fixed="He said “yes”, she ‘no’.",
            ),
            Example(
                "He said, “It rained. ”\n\nShe said, “It is dry. ”\n\nThey “ left ”.",
                flagged=(" ”", "“ ", " ”"),
                fixed="He said, “It rained.”\n\nShe said, “It is dry.”\n\nThey “left”.",
            ),
            Example("The “new” and the ‘old’, a “‘new’ old” one, the firms’ profit."),
            Example('The export says ""new"" and "the ""old"" one".'),
            Example('A 5" screen, " unpaired, and a "quoted" word. Type " " for a space.'),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each space between a mark and what it encloses."""
        text = document.text
        habit: list[Issue] = []
        for mark, gap in gaps(document):
            span = Span(min(gap.start, mark.at), max(gap.end, mark.at + 1))
            issue = self._space(text, span, gap)
            if set_off(text, mark, gap):
                habit.append(issue)
            else:
                yield issue
        for block in document.blocks:
            for single in _SINGLE.finditer(text, block.span.start, block.span.end):
                gap = Span(single.start() + 1, single.end())
                yield self._space(text, Span(*single.span()), gap)
        if len(habit) < _HABIT or not thorough(tuple(quotation_marks(document))):
            yield from gathered(habit, several=_HABIT)

    def _space(self, text: str, span: Span, gap: Span) -> Issue:
        if gap.start > span.start:
            word = _WORD.match(text, gap.end)
            message = (
                f"A space parts the opening quotation mark from “{word[0] if word else '…'}”."
            )
        else:
            word = _LAST_WORD.search(text, max(0, gap.start - _REACH), gap.start)
            message = (
                f"A space parts “{word[0] if word else '…'}” from the closing quotation mark."
            )
        fix = Fix("Delete the space", (Edit(gap, ""),), Safety.SAFE)
        return self.issue(span, message, fix)
