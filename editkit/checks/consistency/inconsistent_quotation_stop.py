"""inconsistent-quotation-stop."""

import re
from collections.abc import Iterator

from editkit.checks.typography._quotes import marks
from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.text.prose import paragraphs

_END = re.compile(r"[\w.]")
_SITE = re.compile(r"\s[-–—|]{1,2}\s")
_LONGEST, _FEWEST_WORDS, _FEWEST = 200, 5, 3


class InconsistentQuotationStop(Check):
    """Finds quotations standing alone that have a full stop here and none there."""

    rule = Rule(
        id="inconsistent-quotation-stop",
        family=Family.CONSISTENCY,
        summary="Quotation standing alone, with a full stop here and without one there",
        rationale=(
            "A line that is nothing but a quotation, as articles set them between sections, has "
            "its full stop or, as a heading, none; a text treats them alike. The rarer way is "
            "flagged, and where both are as frequent, the quotations without a stop."
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

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each quotation that ends in the rarer way."""
        text = document.text
        ends = [span for block in paragraphs(document) for span in _alone(text, block.span)]
        stopped = [span for span in ends if text[span.start] == "."]
        bare = [span for span in ends if text[span.start] != "."]
        if not stopped or not bare or len(ends) < _FEWEST:
            return
        add = len(bare) <= len(stopped)
        for span in bare if add else stopped:
            at = span.end - 1
            edit = Edit(Span(at, at), ".") if add else Edit(Span(span.start, at), "")
            title = "Put a full stop" if add else "Remove the full stop"
            message = (
                f"{len(stopped)} of {len(ends)} quotations that stand alone have a full stop; "
                f"this one has {'none' if add else 'one'}."
            )
            yield self.issue(span, message, Fix(title, (edit,)), confidence=Confidence.MEDIUM)


def _alone(text: str, block: Span) -> Iterator[Span]:
    """Yield the last letter or stop of a block that is one quotation, with the mark behind it."""
    piece = block.of(text)
    start, end = block.start + len(piece) - len(piece.lstrip()), block.start + len(piece.rstrip())
    found = marks(text, block)
    whole = len(found) == 2 and (found[0].at, found[1].at) == (start, end - 1)  # noqa: PLR2004
    words = len(piece.split())
    fits = len(piece) <= _LONGEST and words >= _FEWEST_WORDS and not _SITE.search(piece)
    if whole and fits and _END.match(text, end - 2):
        yield Span(end - 2, end)
