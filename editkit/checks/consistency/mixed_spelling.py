"""mixed-spelling: British and American spellings in one text."""

import math
from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import StyleConflict, StyleUse
from editkit.core.context import LintContext
from editkit.core.cues import cues
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Scope, Severity
from editkit.languages.en.spelling.regional_spelling import (
    AMERICAN,
    BRITISH,
    SpellingKind,
    has_regional_spelling,
    regional_spelling,
    respell,
)
from editkit.text.common_words import common_words

_SPELLINGS, _ENDINGS = "spellings", "endings"
_IZE, _ISE = "-ize", "-ise"
_POLICIES = {
    "": {},
    "us": {_SPELLINGS: AMERICAN, _ENDINGS: _IZE},
    "gb": {_SPELLINGS: BRITISH, _ENDINGS: _ISE},
    "oxford": {_SPELLINGS: BRITISH, _ENDINGS: _IZE},
}


class MixedSpelling(StyleCheck):
    """Flags British spellings in an American text, and American ones in a British text."""

    rule = Rule(
        id="mixed-spelling",
        title="Mixed British and American spelling",
        family=Family.CONSISTENCY,
        summary="British and American spelling in the same text",
        rationale=(
            "Colour and color, centre and center are all correct, but a text keeps to one "
            "variety. One word in both spellings is always flagged, different words only if "
            "one variety is rare. Verbs in -ize are American and, in Oxford spelling, "
            "British. Verbs in -ise are only British: -ise next to -ize is flagged if one "
            "verb has both. Names, quotations, glossary terms and words that both varieties "
            "spell the same (promise, program) are ignored."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        scope=Scope.CORPUS,
        options=(Option("prefer", "", "house style: us, gb, oxford; empty: as in the text"),),
        langs=("en",),
        examples=(
            Example(
                "The colour of the hall suits the centre. Its color was favoured.",
                flagged=("color",),
                fixed="The colour of the hall suits the centre. Its colour was favoured.",
                in_manual=True,
            ),
            Example(
                "Theaters in the center favored gray. Colours, too, are organized and flavored.",
                flagged=("Colours",),
                fixed="Theaters in the center favored gray. Colors, too, are organized and "
                "flavored.",
            ),
            Example(
                "The Harbour Centre organized a color show and said “colour”.",
            ),
            Example("The harbour organized labour and promised a good size."),
            Example("The theatre has a color of its own. Realise, recognise, revise, organize."),
            Example(
                "The harbor was analyzed.",
                flagged=("harbor",),
                fixed="The harbour was analysed.",
                options={"prefer": "gb"},
            ),
        ),
    )

    min_ratio = 4
    max_separate_issues = 1
    policies: ClassVar = _POLICIES

    def can_report(self, context: LintContext) -> bool:
        """Return whether the document has a word with a regional spelling."""
        return has_regional_spelling(context.get(cues))

    def min_ratio_of(self, conflict: StyleConflict) -> float:
        """Return 1 if one word has both spellings, else the usual ratio.

        The ratio is infinite for -ize and -ise in different words: one of them may be from
        the name of a statute.
        """
        winning_words = {use.text.lower() for use in conflict.winning}
        has_one_word = any(respell(use.text.lower()) in winning_words for use in conflict.losing)
        if has_one_word:
            return 1
        return math.inf if conflict.losing[0].topic == _ENDINGS else self.min_ratio

    def uses(self, document: Document) -> Iterator[StyleUse]:
        """Yield the spellings that are specific to one variety of English."""
        for span in common_words(document, regional_spelling):
            word = span.of(document.text)
            if (regional := regional_spelling(word)) is None or regional.kind is SpellingKind.WORD:
                continue
            is_ize = regional.kind is SpellingKind.IZE
            if is_ize:
                style = _ISE if regional.variety == BRITISH else _IZE
                yield StyleUse(document.uri, span, word, _ENDINGS, style)
            if not is_ize or regional.variety == BRITISH:
                yield StyleUse(document.uri, span, word, _SPELLINGS, regional.variety)

    def rewrite(self, use: StyleUse, style: str) -> str | None:  # noqa: ARG002
        """Return the spelling of the other variety."""
        return respell(use.text)
