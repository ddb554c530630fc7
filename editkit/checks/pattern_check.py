"""Base class of the checks that find a regular expression and have one correction for it."""

import re
from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence
from editkit.text.prose import is_technical

_LOOKBEHIND_CHARS = 40


class PatternCheck(Check):
    """A check that reports each match of `pattern` in a block of a document.

    Matches in addresses and code are ignored unless `include_technical` is set.
    """

    pattern: ClassVar[re.Pattern[str]]
    message_template: ClassVar[str] = "Replace “{found}” with “{correction}”."
    """Format string of the message, with the fields `found` and `correction`."""
    safety: ClassVar[Safety] = Safety.REVIEW
    confidence: ClassVar[Confidence] = Confidence.HIGH
    preceded_by: ClassVar[re.Pattern[str] | None] = None
    """Pattern that must match the end of the text before a match."""
    include_technical: ClassVar[bool] = False
    """Whether matches in addresses and code are reported as well."""

    @abstractmethod
    def correction(self, context: LintContext, match: re.Match[str]) -> str | None:
        """Return the replacement for a match, or None if the match is no error."""

    def message(self, found: str, correction: str) -> str:
        """Return the message of an issue: the fault, then the fix."""
        return self.message_template.format(found=found.strip(), correction=correction.strip())

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each match that has a correction."""
        document = context.document
        text = document.text
        for block in document.blocks:
            for match in self.pattern.finditer(text, block.span.start, block.span.end):
                if not self._is_preceded(text, match, block.span):
                    continue
                correction = self.correction(context, match)
                if correction is None:
                    continue
                if not self.include_technical and is_technical(text, match.start()):
                    continue
                span = Span(*match.span())
                fix = Fix(f"Replace with “{correction}”", (Edit(span, correction),), self.safety)
                message = self.message(match[0], correction)
                yield self.issue(span, message, fix, confidence=self.confidence)

    def _is_preceded(self, text: str, match: re.Match[str], block: Span) -> bool:
        if self.preceded_by is None:
            return True
        start = max(block.start, match.start() - _LOOKBEHIND_CHARS)
        return self.preceded_by.search(text, start, match.start()) is not None
