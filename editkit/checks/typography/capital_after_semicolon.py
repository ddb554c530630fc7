"""capital-after-semicolon: a capital letter after a semicolon, inside a sentence."""

import re
from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.function_words import CLAUSE_OPENERS
from editkit.text.lowercase_words import lowercase_words

_AFTER_SEMICOLON = lazy_pattern(r"(?:&#?\w{1,8})?;[ \n]+(?P<word>[^\W\d_]+(?:['’][a-z]+)?)")
_NEXT_IS_CAPITALIZED = lazy_pattern(r"[ \n](?:[A-Z]|\d)")
_RELATIVE_CLAUSE = lazy_pattern(r"[ \n]who\b")


class CapitalAfterSemicolon(Check):
    """Flags a capital after a semicolon that begins neither a sentence nor a name."""

    rule = Rule(
        id="capital-after-semicolon",
        family=Family.TYPOGRAPHY,
        summary="Capital letter after a semicolon",
        rationale=(
            "A semicolon does not end a sentence, so the next word is lowercase unless it "
            "is a name. A list whose items all begin with capitals is not flagged."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "In Suhe sales grew; In Huai they fell.",
                flagged=("In",),
                fixed="In Suhe sales grew; in Huai they fell.",
                in_manual=True,
            ),
            Example(
                "In Suhe it grew; In Huai, it fell; in Yun it stood still.",
                flagged=("In",),
                fixed="In Suhe it grew; in Huai, it fell; in Yun it stood still.",
            ),
            Example(
                "All drivers came; some drivers left; Drivers of vans stayed.",
                flagged=("Drivers",),
                fixed="All drivers came; some drivers left; drivers of vans stayed.",
            ),
            Example(
                "He reads a book; The Times is dear; Suhe has it; I have it; Mills&nbsp; It is."
            ),
            Example("A listing is a text, and a table is none; Listing 4 shows one."),
            Example("Goals: To build; To grow; To last."),
        ),
    )
    requires: ClassVar = frozenset(";")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each wrong capital."""
        text = context.document.text
        for block in context.document.blocks:
            found = _AFTER_SEMICOLON.finditer(text, block.span.start, block.span.end)
            # The semicolon of a character reference is no punctuation mark.
            matches = [match for match in found if match[0][0] == ";"]
            wrong = [match for match in matches if _is_wrong_capital(context, match)]
            # A list may have a capital after each of its semicolons.
            if len(wrong) > 1 and all(match["word"][0].isupper() for match in matches):
                continue
            for match in wrong:
                word, span = match["word"], Span(*match.span("word"))
                lowercase = word[0].lower() + word[1:]
                fix = Fix(f"Replace with “{lowercase}”", (Edit(span, lowercase),))
                message = f"Capital after a semicolon. Lowercase it: “{lowercase}”."
                yield self.issue(span, message, fix)


def _is_wrong_capital(context: LintContext, found: re.Match[str]) -> bool:
    """Return whether a capital is wrong.

    That applies to function words, and to words that the text also has in lowercase.
    """
    text, word = context.document.text, found["word"]
    if not word[0].isupper() or not word[1:].islower():
        return word == "A"
    lowercase = word.lower()
    if lowercase.split("'")[0].split("’")[0] in CLAUSE_OPENERS:
        return lowercase != "the" or not _NEXT_IS_CAPITALIZED.match(text, found.end())
    if not is_english(lowercase) or _NEXT_IS_CAPITALIZED.match(text, found.end()):
        return False
    is_plural = lowercase.endswith("s") and _RELATIVE_CLAUSE.match(text, found.end())
    return bool(is_plural) or lowercase in context.get(lowercase_words)
