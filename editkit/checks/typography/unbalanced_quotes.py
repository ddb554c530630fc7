"""unbalanced-quotes: a quotation mark without its partner."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.typography._quote_fixes import partner_fixes
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.equal_fixes import with_equal_fixes
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.text.quotation_marks import Mark
from editkit.text.straight_and_curly import is_systematic, quotation_marks
from editkit.text.unpaired_quotes import unpaired_marks

_LOOKBEHIND_CHARS = 40
_AFTER = lazy_pattern(r"[^\w\n]{0,9}\w*(?:[^\S\n]\w+){0,2}")
_BEFORE = lazy_pattern(r"(?:\w+[^\S\n]){0,2}\w+[^\w\n]{0,9}\Z")


class UnbalancedQuotes(Check):
    """Flags a quotation with only one of its marks."""

    rule = Rule(
        id="unbalanced-quotes",
        title="Unbalanced quotation marks",
        family=Family.TYPOGRAPHY,
        summary="Quotation mark without its counterpart",
        rationale=(
            "If one mark of a pair is missing, readers cannot tell what was said and by "
            "whom. The fix adds the other mark at the likeliest place: check the place, or "
            "delete this mark. A quotation may span several paragraphs; then each begins "
            'with a mark, and only the last one ends with one. The sign for inches (5") is '
            "ignored. If a text mixes straight and curly marks throughout, "
            "`mixed-quotation-marks` lists several unpaired ones."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example('He said "we grew and left.', flagged=('"',)),
            Example("“We grew, he said.\n\nIt rained.", flagged=("“",)),
            Example("He said, “We grew.", flagged=("“",), fixed="He said, “We grew.”"),
            Example('We grew," said Ho.', flagged=('"',), fixed='"We grew," said Ho.'),
            Example('"We," he said. "', flagged=('"',), fixed='"We," he said.'),
            Example('"We grew," he said."', flagged=('"',), fixed='"We grew," he said.'),
            Example("The new age” began. It “was” good.", flagged=("”",)),
            Example('“We grew.\n\n“We won,” he said.\n\nThe 5” pipe and the 12" screen.'),
            Example('The "old" and the "new", the “so-called “old” one”. „So“ in German.'),
        ),
    )
    requires: ClassVar = frozenset('"“”')

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for the first unpaired mark of each block."""
        document = context.document
        issues: list[Issue] = []
        for mark in unpaired_marks(document):
            confidence = Confidence.HIGH if mark.is_unambiguous else Confidence.MEDIUM
            message = _message(document.text, mark)
            fixes = partner_fixes(document, mark)
            span = Span(mark.at, mark.at + 1)
            issues.append(self.issue(span, message, *fixes, confidence=confidence))
        if len(issues) > 1 and is_systematic(tuple(quotation_marks(document))):
            return
        # With many unpaired marks, the guessed place of each partner is too uncertain.
        yield from with_equal_fixes(issues)


def _message(text: str, mark: Mark) -> str:
    """Return a message that names the words next to the mark, so that it can be found."""
    if mark.is_opening:
        neighbors = _AFTER.match(text, mark.at + 1)
        return f"Missing closing quotation mark: the quotation opens before “{_words(neighbors)}”."
    neighbors = _BEFORE.search(text, max(0, mark.at - _LOOKBEHIND_CHARS), mark.at)
    return f"Missing opening quotation mark: the quotation closes after “{_words(neighbors)}”."


def _words(neighbors: re.Match[str] | None) -> str:
    return (neighbors[0].strip(' "“”') if neighbors else "") or "…"
