"""A check of one pattern that is wrong wherever it matches and is mended in one way."""

import re
from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence
from editkit.text.prose import technical

_REACH = 40


class PatternCheck(Check):
    """Looks for `pattern` in each block of an English document, but for addresses and code."""

    pattern: ClassVar[re.Pattern[str]]
    safety: ClassVar[Safety] = Safety.REVIEW
    confidence: ClassVar[Confidence] = Confidence.HIGH
    before: ClassVar[re.Pattern[str] | None] = None
    """What the text before a match must end with; tried only where the pattern matches."""
    anywhere: ClassVar[bool] = False
    """Whether what looks like an address or code is read as well."""

    @abstractmethod
    def mended(self, document: Document, found: re.Match[str]) -> str | None:
        """Return what is to stand in place of what was found; None where it is right after all."""

    @abstractmethod
    def message(self, found: str, mended: str) -> str:
        """Return one sentence that says what is wrong with `found`."""

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each place that the pattern finds."""
        text = document.text
        for block in document.blocks:
            for found in self.pattern.finditer(text, block.span.start, block.span.end):
                if self.before and not self.before.search(text, *_near(found, block.span)):
                    continue
                mended = self.mended(document, found)
                if mended is None:
                    continue
                if not self.anywhere and technical(text, found.start()):
                    continue
                span = Span(*found.span())
                fix = Fix(f"Replace with “{mended}”", (Edit(span, mended),), self.safety)
                message = self.message(found[0], mended)
                yield self.issue(span, message, fix, confidence=self.confidence)


def _near(found: re.Match[str], block: Span) -> tuple[int, int]:
    return max(block.start, found.start() - _REACH), found.start()
