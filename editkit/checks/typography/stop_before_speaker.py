"""stop-before-speaker: a quotation that ends with a period before the sentence of its speaker."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.words.clause_patterns import SPEAKER_SENTENCE
from editkit.languages.en.words.function_words import CLAUSE_OPENERS


class StopBeforeSpeaker(Check):
    """Flags a period at the end of a quotation whose speaker follows as a sentence."""

    rule = Rule(
        id="stop-before-speaker",
        title="Period before the speaker",
        family=Family.TYPOGRAPHY,
        summary="Period between a quotation and its speaker",
        rationale=(
            "“The mayor said.” is not a complete sentence: the quotation is its object. "
            "Such a quotation ends with a comma, and the speaker follows in lowercase."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "“The bridge is old.” The mayor said.",
                flagged=(".” The",),
                fixed="“The bridge is old,” the mayor said.",
                in_manual=True,
            ),
            Example(
                "“The mill is old.” The mayor of the town said.",
                flagged=(".” The",),
                fixed="“The mill is old,” the mayor of the town said.",
            ),
            Example(
                '"We sail today." Emma Lind told reporters.',
                flagged=('." Emma',),
                fixed='"We sail today," Emma Lind told reporters.',
            ),
            Example(
                "“The mill is old.” The mayor said that it fell. “Yes.” That is what he said."
            ),
        ),
    )
    requires: ClassVar = frozenset(["said", "says", "told", "added", "noted", "explained"])

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each quotation that ends too early."""
        text = context.document.text
        for block in context.document.blocks:
            for found in SPEAKER_SENTENCE.finditer(text, block.span.start, block.span.end):
                yield self._issue(found)

    def _issue(self, found: re.Match[str]) -> Issue:
        word = found["word"]
        lowercase = word.lower() if word.lower() in CLAUSE_OPENERS else word
        stop, start = found.start("stop"), found.start("word")
        edits = [Edit(Span(stop, stop + 1), ",")]
        if lowercase != word:
            edits.append(Edit(Span(start, start + len(word)), lowercase))
        fix = Fix(f"Replace the period with “,{found['quote']} {lowercase}”", tuple(edits))
        message = "Period before the speaker. Use a comma."
        return self.issue(
            Span(stop, start + len(word)), message, fix, confidence=Confidence.MEDIUM
        )
