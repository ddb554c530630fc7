"""inconsistent-quotation-stop: standalone quotations with and without a full stop."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.text.prose import paragraphs
from editkit.text.quotation_marks import marks

_LAST_CHARACTER = lazy_pattern(r"[\w.]")
_SITE_SEPARATOR = lazy_pattern(r"\s[-–—|]{1,2}\s")
_MAX_CHARS = 200
_MIN_WORDS = 5
_MIN_QUOTATIONS = 3


class InconsistentQuotationStop(Check):
    """Flags standalone quotations in the less frequent form: with a full stop or without."""

    rule = Rule(
        id="inconsistent-quotation-stop",
        title="Inconsistent periods in quotations",
        family=Family.CONSISTENCY,
        summary="Quotations on their own line, some with a period and some without",
        rationale=(
            "A line that consists of one quotation, as articles set them between sections, "
            "ends with a period or, as a heading would, without one. A text treats them all "
            "the same. The less frequent form is flagged; if both are equally frequent, the "
            "quotations without a period are."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "“We build what people need.”\n\nIt grew.\n\n“They come to us by night”\n\n"
                "It fell.\n\n“All of them know why they come.”",
                flagged=("t”",),
                fixed="“We build what people need.”\n\nIt grew.\n\n“They come to us by night.”\n\n"
                "It fell.\n\n“All of them know why they come.”",
            ),
            Example(
                '"We build what all need"\n\n"They come here by day."\n\n"All know why it is"',
                flagged=('."',),
                fixed='"We build what all need"\n\n"They come here by day"\n\n'
                '"All know why it is"',
            ),
            Example("“We build what people need.”\n\n“They come to us by night”"),
            Example("“We,” he said.\n\n“Why?”\n\n“No!”\n\n“We build what people need”"),
        ),
    )
    requires: ClassVar = frozenset("\n")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each quotation that ends in the less frequent way."""
        document = context.document
        text = document.text
        ends = [
            span for block in paragraphs(document) for span in _standalone_end(text, block.span)
        ]
        with_stop = [span for span in ends if text[span.start] == "."]
        without_stop = [span for span in ends if text[span.start] != "."]
        if not with_stop or not without_stop or len(ends) < _MIN_QUOTATIONS:
            return
        is_missing = len(without_stop) <= len(with_stop)
        for span in without_stop if is_missing else with_stop:
            at = span.end - 1
            edit = Edit(Span(at, at), ".") if is_missing else Edit(Span(span.start, at), "")
            title = "Add a period" if is_missing else "Remove the period"
            message = (
                f"Inconsistent punctuation: {len(with_stop)} of {len(ends)} pull quotes end "
                f"with a period, this one {'does not' if is_missing else 'does'}."
            )
            yield self.issue(span, message, Fix(title, (edit,)), confidence=Confidence.MEDIUM)


def _standalone_end(text: str, block: Span) -> Iterator[Span]:
    """Yield the last character and the closing mark of a block that is one quotation."""
    block_text = block.of(text)
    start, end = (
        block.start + len(block_text) - len(block_text.lstrip()),
        block.start + len(block_text.rstrip()),
    )
    found = marks(text, block)
    is_quotation = len(found) == 2 and (found[0].at, found[1].at) == (start, end - 1)  # noqa: PLR2004
    words = len(block_text.split())
    is_sentence = (
        len(block_text) <= _MAX_CHARS
        and words >= _MIN_WORDS
        and not _SITE_SEPARATOR.search(block_text)
    )
    if is_quotation and is_sentence and _LAST_CHARACTER.match(text, end - 2):
        yield Span(end - 2, end)
