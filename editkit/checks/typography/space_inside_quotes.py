"""space-inside-quotes: a space between a quotation mark and the quoted text."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.text.quotation_spaces import follows_stop, inner_spaces
from editkit.text.straight_and_curly import is_systematic, quotation_marks

_SINGLE = lazy_pattern(r"‘[ \t\u00a0]+(?=\w)")
_WORD = lazy_pattern(r"\S{1,20}")
_LAST_WORD = lazy_pattern(r"\w[\w'’-]*(?=\W*$)")
_LOOKBEHIND_CHARS = 20
_MIN_REPEATS = 2


class SpaceInsideQuotes(Check):
    """Flags spaces between a quotation mark and the quoted text."""

    rule = Rule(
        id="space-inside-quotes",
        title="Space inside quotation marks",
        family=Family.TYPOGRAPHY,
        summary="Space after an opening or before a closing quotation mark",
        rationale=(
            "English has no space between quotation marks and the words inside. It comes "
            "from full-width marks of a Chinese original or from French, and at the end of "
            "a line it separates the mark from its words. Marks are paired within a "
            "paragraph, so a space outside is never taken for one inside. If a text mixes "
            "straight and curly marks throughout, `mixed-quotation-marks` also covers the "
            "spaces between a period and the closing mark."
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
                flagged=(" ”", " ”", "“ ", " ”"),
                fixed="He said, “It rained.”\n\nShe said, “It is dry.”\n\nThey “left”.",
            ),
            Example("The “new” and the ‘old’, a “‘new’ old” one, the firms’ profit."),
            Example('The export says ""new"" and "the ""old"" one".'),
            Example("He cried, 'Wait!' \" she said. \" It was late."),
            Example('We had it, if only--" She shook her head. "'),
            Example('A 5" screen, " unpaired, and a "quoted" word. Type " " for a space.'),
        ),
    )
    requires: ClassVar = frozenset('"“”‘')

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each space between a mark and the quoted text."""
        document = context.document
        text = document.text
        after_stop: list[Issue] = []
        for mark, gap in inner_spaces(document):
            span = Span(min(gap.start, mark.at), max(gap.end, mark.at + 1))
            issue = self._space(text, span, gap)
            if follows_stop(text, mark, gap):
                after_stop.append(issue)
            else:
                yield issue
        for block in document.blocks:
            for single in _SINGLE.finditer(text, block.span.start, block.span.end):
                gap = Span(single.start() + 1, single.end())
                yield self._space(text, Span(*single.span()), gap)
        if len(after_stop) < _MIN_REPEATS or not is_systematic(tuple(quotation_marks(document))):
            yield from after_stop

    def _space(self, text: str, span: Span, gap: Span) -> Issue:
        if gap.start > span.start:
            word = _WORD.match(text, gap.end)
            message = (
                "Space after the opening quotation mark. Remove it before "
                f"“{word[0] if word else '…'}”."
            )
        else:
            word = _LAST_WORD.search(text, max(0, gap.start - _LOOKBEHIND_CHARS), gap.start)
            message = (
                "Space before the closing quotation mark. Remove it after "
                f"“{word[0] if word else '…'}”."
            )
        fix = Fix("Delete the space", (Edit(gap, ""),), Safety.SAFE)
        return self.issue(span, message, fix)
