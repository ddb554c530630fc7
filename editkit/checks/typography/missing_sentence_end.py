"""missing-sentence-end: a paragraph that ends without a full stop."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from editkit.checks.typography._running_prose import MIN_WORDS, TILDES, is_running_prose, is_signed
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Block, BlockKind
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.text.prose import paragraphs
from editkit.text.quotation_marks import puts_stops_inside

_SENTENCE_END = lazy_pattern(
    r"[.!?…:;。！？](?:[\"'”’)\]]*| ?[(\[][^()\[\]\n]{1,40}[)\]])\s*\Z"
    r"|:\n[^\n]{1,60}\Z"
)
_UNTERMINATED = lazy_pattern(r"(?P<word>[^\W\d]\w*|\d+)(?P<marks>[\"”)]*|[~～])\s*\Z")
_CONTINUATION = lazy_pattern(r"[a-z]|\d{4}[-/.]\d")
_FILLER = "\n\n".join(["They said it was the best plant that they had ever seen."] * 4)
_TAIL_CHARS = 80
_MIN_ENDED = 3
_MAX_UNTERMINATED_SHARE = 0.2


class MissingSentenceEnd(Check):
    """Flags a paragraph of running prose that ends without a full stop."""

    rule = Rule(
        id="missing-sentence-end",
        title="Missing period",
        family=Family.TYPOGRAPHY,
        summary="Paragraph without a period at its end",
        rationale=(
            "A paragraph without its period reads as if its end were missing, and sometimes "
            "it is: check whether the original continues. Headings, captions, lists, "
            "credits and texts without any periods are ignored. If several paragraphs "
            "have no period, one issue lists them all."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "It will build cars for all of the north. Its workers are proud of it\n\n"
                f"{_FILLER}",
                flagged=("it",),
                fixed="It will build cars for all of the north. Its workers are proud of it.\n\n"
                f"{_FILLER}",
            ),
            Example(
                "The New Plant That Will Build Cars for All of the North\n\n"
                "Source: a report that was read to the workers on the day of the opening\n\n"
                f"{_FILLER}"
            ),
            Example(
                "“It will build cars for all of the north. Its workers are proud of what it is.”\n"
                f"Jana Bell, Head of Suhe\n\n{_FILLER}"
            ),
            Example(f"It was built in the north. It is old. (Suhe News)\n\n{_FILLER}"),
            Example(f"It was built in May. For more, see the next page:\nPlans\n\n{_FILLER}"),
            Example("It is a text without full stops. It has one paragraph that simply ends here"),
        ),
    )
    requires: ClassVar = frozenset("\n")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each unterminated paragraph where most others end with a stop."""
        text = context.document.text
        ended = 0
        unterminated: list[re.Match[str]] = []
        for block, after in pairwise((*paragraphs(context.document), None)):
            if block is None or block.kind is not BlockKind.PARAGRAPH:
                continue
            if _SENTENCE_END.search(text, *_tail(block)):
                ended += block.span.of(text).count(" ") >= MIN_WORDS
            elif is_signed(block.span.of(text)):
                continue
            elif is_running_prose(block.span.of(text)) and _is_finished(text, after):
                found = _UNTERMINATED.search(text, *_tail(block))
                unterminated += [found] if found else []
        if ended >= _MIN_ENDED and len(unterminated) <= _MAX_UNTERMINATED_SHARE * (
            ended + len(unterminated)
        ):
            for found in unterminated:
                yield self._unterminated(text, found)

    def _unterminated(self, text: str, found: re.Match[str]) -> Issue:
        marks = Span(*found.span("marks"))
        is_inside = found["marks"] in {'"', "”"} and puts_stops_inside(text)
        at = marks.start if is_inside else marks.end
        edit = Edit(marks if found["marks"] in TILDES else Span(at, at), ".")
        message = f"Missing period at the end of the paragraph, after “{found['word']}”."
        span, fix = Span(found.start(), marks.end), Fix("Add a period", (edit,))
        return self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _tail(block: Block) -> tuple[int, int]:
    return max(block.span.start, block.span.end - _TAIL_CHARS), block.span.end


def _is_finished(text: str, after: Block | None) -> bool:
    """Return whether the next block neither continues this one nor makes it a title."""
    if after is None:
        return True
    return after.kind is not BlockKind.ITEM and not _CONTINUATION.match(text, after.span.start)
