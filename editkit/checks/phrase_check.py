"""What the checks share that find the frames of one table."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.taxonomy import Confidence
from editkit.languages.en.phrase_patterns import Slip, slips
from editkit.text.prose import technical


class FrameCheck(Check):
    """Finds the slips that the table of frames lists under its rule's id.

    `told` is what the message says of a slip, with places for what was found
    and for what is right; `safety` is that of every fix.
    """

    told: ClassVar[str]
    safety: ClassVar[Safety] = Safety.REVIEW

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each slip outside addresses and code."""
        for slip in slips(self.rule.id, document.text):
            if not technical(document.text, slip.span.start):
                yield self.slip(document, slip)

    def slip(self, document: Document, slip: Slip) -> Issue:
        """Make the issue of one slip."""
        found = slip.span.of(document.text)
        curly = "’" in document.text and "'" not in document.text
        right = slip.right.replace("'", "’") if curly else slip.right
        fix = Fix(f"Write “{right}”", (Edit(slip.span, right),), self.safety)
        message = self.told.format(found=found, right=right)
        return self.issue(slip.span, message, fix, confidence=Confidence.MEDIUM)
