"""uncapitalized-sentence: a paragraph that begins with a lowercase letter."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import BlockKind
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.clause_patterns import SENTENCE_CONTINUATION
from editkit.languages.prose_view import code_of
from editkit.text.prose import paragraphs

_LOWERCASE_START = lazy_pattern(
    r"[\"“‘'(]?(?P<letter>[a-z])(?P<rest>[a-z]*)(?:['’][a-z]+)?(?=[ ,])"
)
_CAPITAL_START = lazy_pattern(r"[\"“‘'(]?[A-Z0-9]")
_SENTENCE_END = lazy_pattern(r"[.!?…][\"”’')\]]*\s*\Z")
_TAIL_CHARS = 8
_MIN_CAPITALIZED = 3
_MAX_LOWERCASE_RATIO = 0.25
_MIN_SPACES = 3
_FILLER = "\n\n".join(["They said it was good."] * 4)


class UncapitalizedSentence(Check):
    """Flags a paragraph of running prose that begins with a lowercase letter."""

    rule = Rule(
        id="uncapitalized-sentence",
        title="Lowercase start of a sentence",
        family=Family.TYPOGRAPHY,
        summary="Paragraph that begins with a lowercase letter",
        rationale=(
            "A sentence begins with a capital. A lowercase letter at the start of a "
            "paragraph is a typo, or the paragraph was split: check whether it continues "
            "the one before. If that one has no period, or if lowercase starts are frequent "
            "in the text, nothing is flagged. Words that English does not have, and words "
            "that are code elsewhere in the text (npm), are ignored."
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
            Example(f"{_FILLER}\n\nnpm is fast, uv's cache is small."),
            Example(f"{_FILLER}\n\nsaid the man who had sold it."),
        ),
    )
    requires: ClassVar = frozenset("\n")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each lowercase beginning where most paragraphs have a capital."""
        text = context.document.text
        lowercase: list[re.Match[str]] = []
        capitalized = 0
        is_after_stop = True
        for block in paragraphs(context.document):
            start, end = block.span.start, block.span.end
            has_stop = _SENTENCE_END.search(text, max(start, end - _TAIL_CHARS), end) is not None
            found = _LOWERCASE_START.match(text, start, end)
            if _CAPITAL_START.match(text, start, end):
                capitalized += has_stop
            elif found and has_stop and is_after_stop:
                is_prose = block.kind is BlockKind.PARAGRAPH
                is_prose = is_prose and text.count(" ", start, end) >= _MIN_SPACES
                if is_prose and not SENTENCE_CONTINUATION.match(text, found.start("letter")):
                    lowercase.append(found)
            is_after_stop = has_stop
        max_lowercase = _MAX_LOWERCASE_RATIO * capitalized
        if capitalized >= _MIN_CAPITALIZED and len(lowercase) <= max_lowercase:
            for found in lowercase:
                if not _is_name(context, found["letter"] + found["rest"]):
                    yield self._lowercase_start(found)

    def _lowercase_start(self, found: re.Match[str]) -> Issue:
        letter = Span(*found.span("letter"))
        word = found["letter"] + found["rest"]
        fix = Fix(f"Capitalize: “{word.capitalize()}”", (Edit(letter, found["letter"].upper()),))
        message = f"Lowercase start of a sentence. Capitalize “{word}”."
        span = Span(letter.start, found.end())
        return self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _is_name(context: LintContext, word: str) -> bool:
    """Return whether a word is a name in lowercase: not English, or code elsewhere in the text."""
    return not is_english(word) or word in code_of(context.document, context.setup).words
