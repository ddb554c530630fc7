"""missing-introductory-comma: a linking phrase that opens a sentence without a comma."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import BlockKind
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.words.introductory_phrases import (
    CLAUSE_AFTER_LINK,
    INTRODUCTORY_PHRASE,
    LINK_WORDS,
    PHRASE_AFTER_SEMICOLON,
    SAFE_LINKS,
)


class MissingIntroductoryComma(Check):
    """Flags linking phrases that open a sentence and have no comma after them."""

    rule = Rule(
        id="missing-introductory-comma",
        family=Family.TYPOGRAPHY,
        summary="Introductory phrase without a comma",
        rationale=(
            "“For example”, “on the other hand” and “however” at the start of a sentence "
            "modify all of it, and a comma shows that. Without the comma, readers first "
            "take the phrase with the next words: “However we try”. After adverbs of time, "
            "place and manner (“In May we met”, “Slowly it rose”) the comma is optional."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "On the other hand rents have risen.",
                flagged=("On the other hand",),
                fixed="On the other hand, rents have risen.",
                in_manual=True,
            ),
            Example(
                "However it rained. But for example the roof held; moreover he slept.",
                flagged=("However", "for example", "moreover"),
                fixed="However, it rained. But for example, the roof held; moreover, he slept.",
            ),
            Example(
                "On the other hand farms closed.\n\nIn addition the mill burnt.",
                flagged=("On the other hand", "In addition"),
                fixed="On the other hand, farms closed.\n\nIn addition, the mill burnt.",
            ),
            Example("However hard it rained, the roof held. As a result of it, nobody minded."),
            Example(
                "In addition to rain, it blew. Also known as Ho, he left. It was however dry. In "
                "contrast with May, it is warm. In most cases when it rains, the roof holds."
            ),
        ),
    )
    requires: ClassVar = LINK_WORDS

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each linking phrase without its comma."""
        document = context.document
        text = document.text
        headings = {
            block.span.start for block in document.blocks if block.kind is BlockKind.HEADING
        }
        for segment in document.segments:
            if segment.span.start in headings:
                continue
            opening = INTRODUCTORY_PHRASE.match(text, segment.span.start, segment.span.end)
            if opening:
                yield self._missing_comma(opening)
            for found in PHRASE_AFTER_SEMICOLON.finditer(
                text, segment.span.start, segment.span.end
            ):
                yield self._missing_comma(found)

    def _missing_comma(self, found: re.Match[str]) -> Issue:
        start, end = found.span("link")
        link = " ".join(found["link"].split())
        is_noun = link.lower() == "for instance" and not CLAUSE_AFTER_LINK.match(found.string, end)
        is_sure = link.lower() in SAFE_LINKS and not is_noun
        safety = Safety.SAFE if is_sure else Safety.REVIEW
        fix = Fix("Add a comma", (Edit(Span(end, end), ","),), safety)
        message = f"Missing comma after “{link}”. Add one."
        return self.issue(Span(start, end), message, fix, confidence=Confidence.MEDIUM)
