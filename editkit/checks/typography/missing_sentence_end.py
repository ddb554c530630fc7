"""missing-sentence-end."""

import re
from collections.abc import Iterator
from itertools import pairwise

from editkit.checks.typography._quotes import stops_inside
from editkit.core.check import Check
from editkit.core.document import Block, BlockKind, Document
from editkit.core.fix import Edit, Fix
from editkit.core.grouping import gathered
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.web_boilerplate import remnant
from editkit.text.prose import paragraphs

_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
_ENDED = re.compile(r"[.!?…:;。！？][\"'”’)\]]*\s*\Z")
_OPEN_END = re.compile(r"(?P<word>[^\W\d]\w*|\d+)(?P<marks>[\"”)]*|[~～])\s*\Z")
_INNER_END = re.compile(r"[a-z0-9)\"”][.!?…]+[\"”’)]*\s+[\"“‘(]?[A-Z]")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|said|did)\b")
_SITE = re.compile(r"\s[-–—|]\s?[\w.]+(?: \w+)?\s*\Z")
_FOLLOWS = re.compile(r"[a-z]|\d{4}[-/.]\d")
_LABEL = re.compile(
    r"(?i)[\[(\"“]?(?:sources?|photo\w*|pictures?|images?|figures?|tables?|captions?|authors?|"
    r"editors?|by|copyright|©|tel|contacts?|address|e-?mail|keywords?|translat\w+|report\w*|"
    r"share)\b|\w+(?:[ ,]+\w+){0,5}:|\w+(?:, \w+)* \([^)]*\) [-–—]"
)
_FILLER = "\n\n".join(["They said it was the best plant that they had ever seen."] * 4)
_TILDES = ("~", "～")
_TAIL = 80
_WORDS, _LONG, _OTHERS, _RARE, _TITLE = 8, 40, 3, 0.2, 0.4


class MissingSentenceEnd(Check):
    """Finds a paragraph of running prose that stops without a stop."""

    rule = Rule(
        id="missing-sentence-end",
        family=Family.TYPOGRAPHY,
        summary="Paragraph that ends without a full stop",
        rationale=(
            "A paragraph without its stop reads as if its end had been cut off, and so it "
            "sometimes has: see whether the original goes on. Headings, captions, lists, "
            "credits, and texts that do without full stops altogether are left alone. Where three "
            "paragraphs and more have lost their stop, one issue names them all."
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
            Example("It is a text without full stops. It has one paragraph that simply ends here"),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each paragraph left open where most others are not."""
        text = document.text
        ended = 0
        left_open: list[re.Match[str]] = []
        for block, after in pairwise((*paragraphs(document), None)):
            if block is None or block.kind is not BlockKind.PARAGRAPH:
                continue
            if _ENDED.search(text, *_tail(block)):
                ended += block.span.of(text).count(" ") >= _WORDS
            elif _prose(block.span.of(text)) and _finished(text, after):
                found = _OPEN_END.search(text, *_tail(block))
                left_open += [found] if found else []
        if ended >= _OTHERS and len(left_open) <= _RARE * (ended + len(left_open)):
            issues = [self._open(found, inside=stops_inside(text)) for found in left_open]
            yield from gathered([i for i in issues if text[i.span.end - 1] in _TILDES])
            yield from gathered([i for i in issues if text[i.span.end - 1] not in _TILDES])

    def _open(self, found: re.Match[str], *, inside: bool) -> Issue:
        marks = Span(*found.span("marks"))
        if found["marks"] in _TILDES:
            edit = Edit(marks, ".")
        else:
            at = marks.start if inside and found["marks"] in {'"', "”"} else marks.end
            edit = Edit(Span(at, at), ".")
        message = f"The paragraph ends with “{found['word']}” and has no full stop."
        last, fix = Span(found.start(), marks.end), Fix("Put a full stop", (edit,))
        return self.issue(last, message, fix, confidence=Confidence.MEDIUM)


def _tail(block: Block) -> tuple[int, int]:
    return max(block.span.start, block.span.end - _TAIL), block.span.end


def _finished(text: str, after: Block | None) -> bool:
    """Whether what follows a block neither continues it nor shows it to be a title."""
    if after is None:
        return True
    return after.kind is not BlockKind.ITEM and not _FOLLOWS.match(text, after.span.start)


def _prose(piece: str) -> bool:
    """Whether a block is made of sentences: it has two, or a long one that is no headline."""
    words = _WORD.findall(piece)
    tilde = piece.rstrip()[-1:] in _TILDES
    named = _LABEL.match(piece) or _SITE.search(piece) or (remnant(piece) and not tilde)
    if len(words) < _WORDS or named or not piece.lstrip("\"'“‘( ")[:1].isupper():
        return False
    whole = _INNER_END.search(piece) or (len(words) >= _LONG and _FINITE.search(piece)) or tilde
    return bool(whole) and sum(word[0].isupper() for word in words) < _TITLE * len(words)
