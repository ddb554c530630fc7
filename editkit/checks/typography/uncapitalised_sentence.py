"""uncapitalised-sentence."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import BlockKind, Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.text.prose import paragraphs, technical

_SMALL = re.compile(r"[\"“‘'(]?(?P<letter>[a-z])(?P<rest>[a-z]*(?:['’][a-z]+)?)(?=[ ,])")
_CAPITAL = re.compile(r"[\"“‘'(]?[A-Z0-9]")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*\s*\Z")
_CONTINUES = re.compile(
    r"(?:who|which|whose|whom|says?|said|is|are|was|were|be|been|or|nor|than|of|to|by|from)\b"
)
"""What begins no sentence but goes on with one that was cut."""
_TAIL = 8
_OTHERS, _RARE, _LEAST = 3, 0.25, 3
_FILLER = "\n\n".join(["They said it was good."] * 4)


class UncapitalisedSentence(Check):
    """Finds a paragraph of running prose that begins with a small letter."""

    rule = Rule(
        id="uncapitalised-sentence",
        family=Family.TYPOGRAPHY,
        summary="Paragraph that begins with a small letter",
        rationale=(
            "A sentence begins with a capital. A small one at the head of a paragraph is a slip, "
            "or what has been cut off from the paragraph before: see whether it goes on there. "
            "Where the paragraph before has no stop, or small beginnings are usual in a text, "
            "nothing is said."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                f"{_FILLER}\n\nit was sold in the end.",
                flagged=("it",),
                fixed=f"{_FILLER}\n\nIt was sold in the end.",
            ),
            Example(f"{_FILLER}\n\nIt was\n\nsold in the end to him."),
            Example(
                f"{_FILLER}\n\niPhones were sold in it. eBay\n\nit.com sells them too, he said."
            ),
            Example("it was sold in the end.\n\nthey did not know it."),
            Example(f"{_FILLER}\n\nsaid the man who had sold it."),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each small beginning where most others are large."""
        text = document.text
        small: list[re.Match[str]] = []
        large = 0
        ended = True
        for block in paragraphs(document):
            start, end = block.span.start, block.span.end
            stops = _ENDED.search(text, max(start, end - _TAIL), end) is not None
            found = _SMALL.match(text, start, end)
            if _CAPITAL.match(text, start, end):
                large += stops
            elif found and stops and ended and not _CONTINUES.match(text, found.start("letter")):
                prose = block.kind is BlockKind.PARAGRAPH and text.count(" ", start, end) >= _LEAST
                small += [found] if prose else []
            ended = stops
        if large >= _OTHERS and len(small) <= _RARE * large:
            for found in small:
                if not technical(text, found.start()):
                    yield self._small(found)

    def _small(self, found: re.Match[str]) -> Issue:
        at = Span(*found.span("letter"))
        word = found["letter"] + found["rest"]
        fix = Fix(f"Write “{word.capitalize()}”", (Edit(at, found["letter"].upper()),))
        message = f"The sentence begins with a small letter: “{word}”."
        span = Span(at.start, found.end())
        return self.issue(span, message, fix, confidence=Confidence.MEDIUM)
