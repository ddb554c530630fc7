"""unbalanced-quotes."""

import re
from collections.abc import Iterator

from editkit.checks.typography._mark_styles import quotation_marks, thorough
from editkit.checks.typography._quote_fixes import repairs
from editkit.checks.typography._quotes import Mark
from editkit.checks.typography._strays import strays
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity

_REACH = 40
_AFTER = re.compile(r"[^\w\n]{0,9}\w*(?:[^\S\n]\w+){0,2}")
_BEFORE = re.compile(r"(?:\w+[^\S\n]){0,2}\w+[^\w\n]{0,9}\Z")


class UnbalancedQuotes(Check):
    """Finds a quotation that is opened or closed only."""

    rule = Rule(
        id="unbalanced-quotes",
        family=Family.TYPOGRAPHY,
        summary="Quotation mark without its partner",
        rationale=(
            "Where one mark of a pair is missing, readers cannot tell what was said and by "
            "whom. The fix is the likeliest place for the other mark; see whether it is the "
            "right one, or take this one out. A quotation "
            "may run over several paragraphs; each then opens with a mark and only the last one "
            'closes. The sign for inches (5") is no quotation mark. Where a text mixes straight '
            "and curly marks throughout, that issue names those without a partner, if several."
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

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for the first mark without a partner in each block."""
        found: list[Issue] = []
        for mark in strays(document):
            sure = Confidence.HIGH if mark.clear else Confidence.MEDIUM
            message = _message(document.text, mark)
            fixes = repairs(document, mark)
            span = Span(mark.at, mark.at + 1)
            found.append(self.issue(span, message, *fixes, confidence=sure))
        if len(found) > 1 and thorough(tuple(quotation_marks(document))):
            return
        # Where they are many, the likeliest place of each partner is a guess too far.
        yield from gathered(found)


def _message(text: str, mark: Mark) -> str:
    """Name the words beside the mark; a mark alone is hard to find."""
    if mark.opens:
        beside = _AFTER.match(text, mark.at + 1)
        return f"The quotation that opens before “{_words(beside)}” is not closed."
    beside = _BEFORE.search(text, max(0, mark.at - _REACH), mark.at)
    return f"The quotation that closes after “{_words(beside)}” was not opened."


def _words(beside: re.Match[str] | None) -> str:
    return (beside[0].strip(' "“”') if beside else "") or "…"
