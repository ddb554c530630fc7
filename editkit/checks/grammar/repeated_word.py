"""repeated-word: the same word written twice in a row."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.lexicon import WordClass, has_class
from editkit.languages.en.noun_positions import word_before
from editkit.languages.en.words.doubled_words import (
    DOUBLED_BY_MISTAKE,
    NEVER_DOUBLED,
    OFTEN_DOUBLED,
)
from editkit.languages.en.words.function_words import FUNCTION_WORDS

_REPEATED = lazy_pattern(
    r"(?<![\w'’.\-–&/])(?P<word>[^\W\d_]++(?:['’][^\W\d_]++)?+)"
    r"(?:(?P<gap>[^\S\n\xa0]+|[^\S\n]*\n[^\S\n]*)(?P<again>(?i:(?P=word))))+"
    r"(?![\w'’\-–&/@]|\.\w)"
)
_BEFORE_CHARS = 40
_VERB_CLASSES = (WordClass.VERB, WordClass.PARTICIPLE, WordClass.GERUND)


class RepeatedWord(Check):
    """Flags a word written twice in a row by mistake."""

    rule = Rule(
        id="repeated-word",
        family=Family.GRAMMAR,
        summary="The same word twice in a row",
        rationale=(
            "A word is left over when a sentence is rearranged in post-editing, most often "
            "at a line break, where the eye skips it. Correct repetitions (“all that he had "
            "had”, “very very large”) and names (“Wagga Wagga”) are not flagged."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The museum opened the the new wing in May.",
                flagged=("the the",),
                fixed="The museum opened the new wing in May.",
                in_manual=True,
            ),
            Example(
                "The the sale of stakes was the happy end of\nof a long venture.",
                flagged=("The the", "of\nof"),
                fixed="The sale of stakes was the happy end of\na long venture.",
            ),
            Example(
                "There there is one way; it was picked up up by them.",
                flagged=("There there", "up up"),
                fixed="There is one way; it was picked up by them.",
            ),
            Example(
                "All he had had went to Duran Duran. Very few knew that that went up up and away."
            ),
            Example(
                "Plan A a day early; the thing is is unclear. See page 4 4 times, the AND and OR."
            ),
        ),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each word that is repeated inside one block."""
        document = context.document
        for block in document.blocks:
            for found in _REPEATED.finditer(document.text, block.span.start, block.span.end):
                word, repetition = found["word"], found["again"]
                span, is_function_word = Span(*found.span()), word.lower() in NEVER_DOUBLED
                intended = _may_be_intended(word, repetition, is_function_word=is_function_word)
                are_adjacent = document.source_map.is_replaceable(span)  # unlike two images
                if (intended and not _is_mistake(document.text, found)) or not are_adjacent:
                    continue
                yield self.issue(
                    span,
                    f"Repeated word. Delete the second “{repetition}”.",
                    Fix(
                        f"Delete the second “{repetition}”",
                        (_deletion(document.text, found),),
                        Safety.SAFE if is_function_word else Safety.REVIEW,
                    ),
                    confidence=Confidence.HIGH if is_function_word else Confidence.MEDIUM,
                )


def _may_be_intended(word: str, repetition: str, *, is_function_word: bool) -> bool:
    is_name = word.isupper() or (word[0].isupper() and word.lower() not in FUNCTION_WORDS)
    if len(word) == 1 or (is_name and repetition.islower()):  # “AND and OR”, “Port port”
        return word + repetition != "aa"
    if repetition[0].isupper():
        return not (is_function_word and word.isupper() and repetition.isupper())
    return not is_function_word and word.lower() in OFTEN_DOUBLED


def _is_mistake(text: str, found: re.Match[str]) -> bool:
    """Return whether the context rules out that the repetition is intended."""
    mistake = DOUBLED_BY_MISTAKE.match(text, found.start())
    if mistake is None or not mistake["particle"]:
        return mistake is not None
    _, before = word_before(text[max(0, found.start() - _BEFORE_CHARS) : found.start()])
    return has_class(before, *_VERB_CLASSES)


def _deletion(text: str, found: re.Match[str]) -> Edit:
    """Return the edit that deletes the repetition, and keeps a line break between the two."""
    start, end = found.end("word"), found.end()
    if found.start("gap") == start and "\n" in found["gap"] and text[end : end + 1] == " ":
        start, end = found.start("again"), end + 1
    return Edit(Span(start, end), "")
