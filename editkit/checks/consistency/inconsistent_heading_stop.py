"""inconsistent-heading-stop."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import Block, BlockKind, Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity

_WORD = re.compile(r"[^\W_][\w'’-]*")
_SMALL = frozenset(
    "a an and as at but by down for from in into nor of off on onto or out over per the to up via "
    "with".split()
)
_LONG_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")
_STOP = re.compile(r"(?<=[a-z]{3})(?<!\bBros)(?<!\b[Cc]orp)(?<!\b[Dd]ept)(?<!\betc)\.\Z")
_SENTENCE = re.compile(r"[.!?]['\"’”)]*\s")
_LONGEST, _FEWEST_WORDS = 160, 4
_OTHERS = 3


class InconsistentHeadingStop(Check):
    """Flags the full stop of a heading where the other headings have none."""

    rule = Rule(
        id="inconsistent-heading-stop",
        family=Family.CONSISTENCY,
        summary="Full stop behind a heading, and behind no other",
        rationale=(
            "Headings take no full stop, unless a house style gives one to all. Where three "
            "headings of a text at least have none, the one that has is a slip. A line counts "
            "as a heading where the format says so, or where its words are capitalised as in a "
            "title."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        examples=(
            Example(
                "Suhe Builds Better Buses\n\nWe build.\n\nVelox Opens Another Plant\n\nIt opened."
                "\n\nHarbour Fund Supports Young Talents.\n\nIt does.\n\nBetter Roads Bring Trade",
                flagged=(".",),
                fixed="Suhe Builds Better Buses\n\nWe build.\n\nVelox Opens Another Plant\n\n"
                "It opened.\n\nHarbour Fund Supports Young Talents\n\nIt does.\n\n"
                "Better Roads Bring Trade",
            ),
            Example("Harbour Fund Supports Young Talents.\n\nSuhe Builds Better Buses"),
            Example(
                "Velox Buys Harbour Bus Corp.\n\nSuhe Builds Better Buses\n\nVelox Opens Another "
                "Plant\n\nBetter Roads Bring Trade"
            ),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each full stop behind a heading, if few headings have one."""
        text = document.text
        titles = [b.span for b in document.blocks if _is_heading(b, b.span.of(text))]
        stops = [span.end - 1 for span in titles if _STOP.search(span.of(text))]
        if len(titles) - len(stops) < max(_OTHERS, _OTHERS * len(stops)):
            return
        for at in stops:
            span = Span(at, at + 1)
            fix = Fix("Remove the full stop", (Edit(span, ""),), Safety.REVIEW)
            others = len(titles) - len(stops)
            message = f"A full stop behind this heading; {others} others have none."
            yield self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _is_heading(block: Block, text: str) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    words = _LONG_WORD.findall(text)
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(text) <= _LONGEST
        and len(words) >= _FEWEST_WORDS
        and all(word[0].isupper() or word in _SMALL for word in _WORD.findall(text))
        and not _SENTENCE.search(text)
    )
