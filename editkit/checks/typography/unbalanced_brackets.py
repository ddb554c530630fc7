"""unbalanced-brackets: a bracket without its partner."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.text.prose import is_technical, paragraphs

_BRACKET = lazy_pattern(r"[()\[\]（）]")
_INTERVAL = lazy_pattern(r"[\[(]\s?-?[\d.]+\s?,\s?-?[\d.∞]+\s?[\])]")
_MARKER = lazy_pattern(r"(?:(?<![\w(])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})|[:;]-?\)*)\Z")
_SAD_FACE = lazy_pattern(r":-?\Z")
_PARTNERS = {")": "(（", "）": "(（", "]": "["}
_OPENING = "([（"
_MAX_BLOCKS_APART = 6
_LOOKBEHIND_CHARS = 8


class UnbalancedBrackets(Check):
    """Flags a bracket without its partner."""

    rule = Rule(
        id="unbalanced-brackets",
        family=Family.TYPOGRAPHY,
        summary="Bracket without its counterpart",
        rationale=(
            "If one bracket of a pair is missing, readers look for the end of an aside that "
            "never comes. Add the other bracket or delete this one. Brackets of list "
            "markers such as “1)” and “a)”, of intervals and of smileys are ignored."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        examples=(
            Example("The plant (opened in 2019 grew.", flagged=("(",)),
            Example("Sales [of 2020) fell.\n\nThey rose 5%) again.", flagged=("[", ")")),
            Example("We need 1) time, b) money (see 2). 3) Luck :-)) in [0, 1) (of [all] kinds)."),
        ),
    )
    requires: ClassVar = frozenset("()[]（）")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for the first unpaired bracket of each block."""
        document = context.document
        last = -1
        for number, at in _unpaired_brackets(document):
            if number > last and not is_technical(document.text, at):
                bracket = document.text[at]
                side = "closed" if bracket in _OPENING else "opened"
                yield self.issue(
                    Span(at, at + 1), f"Unbalanced bracket “{bracket}”: it is not {side}."
                )
            last = number


def _unpaired_brackets(document: Document) -> Iterator[tuple[int, int]]:
    """Yield block number and offset of each bracket without a partner in the next blocks."""
    waiting: tuple[int, int] | None = None
    for number, block in enumerate(paragraphs(document)):
        for at in _unpaired_in_block(document.text, block.span):
            partners = _PARTNERS.get(document.text[at], "")
            is_partner = waiting and document.text[waiting[1]] in partners
            if waiting and is_partner and number - waiting[0] <= _MAX_BLOCKS_APART:
                waiting = None
                continue
            if waiting:
                yield waiting
            waiting = (number, at)
    if waiting:
        yield waiting


def _unpaired_in_block(text: str, span: Span) -> list[int]:
    """Return the offsets of the brackets without a partner in one block."""
    opened: list[int] = []
    unpaired: list[int] = []
    interval_end = 0
    for found in _BRACKET.finditer(text, span.start, span.end):
        at, bracket = found.start(), found[0]
        before = text[max(span.start, at - _LOOKBEHIND_CHARS) : at]
        if interval := _INTERVAL.match(text, at, span.end):
            interval_end = interval.end()
        if at < interval_end:
            continue
        if bracket in _OPENING:
            is_emoticon = _SAD_FACE.search(before) and text[at + 1 : at + 2].strip() == ""
            opened += [] if is_emoticon else [at]
        elif opened and text[opened[-1]] in _PARTNERS[bracket]:
            opened.pop()
        elif opened or not _MARKER.search(before):
            unpaired.append(at)
    return sorted(unpaired + opened)
