"""mixed-spelling."""

import math
from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._style_check import StyleCheck
from editkit.consistency.style_tally import Clash, Use
from editkit.core.document import Document
from editkit.core.rule import Example, Option, Rule
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.regional_spelling import AMERICAN, BRITISH, Kind, respelt, spelling
from editkit.text.common_words import common_words

_SPELLINGS, _VERBS = "spellings", "endings"
_IZE, _ISE = "-ize", "-ise"
_POLICIES = {
    "": {},
    "us": {_SPELLINGS: AMERICAN, _VERBS: _IZE},
    "gb": {_SPELLINGS: BRITISH, _VERBS: _ISE},
    "oxford": {_SPELLINGS: BRITISH, _VERBS: _IZE},
}


class MixedSpelling(StyleCheck):
    """Finds British spellings in an American text, and the other way round."""

    rule = Rule(
        id="mixed-spelling",
        family=Family.CONSISTENCY,
        summary="British and American spellings in one text",
        rationale=(
            "Either spelling is right, colour and centre as well as color and center; an "
            "article keeps to one. One word in both spellings is always told of, different words "
            "where the rarer spelling is a slip. Verbs in -ize are American and, as Oxford and "
            "the United Nations spell, British; -ise is British alone, and beside -ize it is "
            "told of where one verb has both. Names, quotations, terms of the glossary and words "
            "that both spell so (promise, program) say nothing."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        options=(
            Option(
                "prefer", "", "the spelling of the house: us, gb, oxford; as the text if empty"
            ),
        ),
        langs=("en",),
        examples=(
            Example(
                "The colour of the centre. Its color was favoured.",
                flagged=("color",),
                fixed="The colour of the centre. Its colour was favoured.",
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

    margin, slips = 4, 1
    policies: ClassVar = _POLICIES

    def margin_of(self, clash: Clash) -> float:
        """Return the margin: none is needed where one word is spelt in both ways.

        -ize in another word than -ise may be a statute's, and is let be.
        """
        won = {use.text.lower() for use in clash.winning}
        both = any(respelt(use.text.lower()) in won for use in clash.losing)
        if both:
            return 1
        return math.inf if clash.losing[0].topic == _VERBS else self.margin

    def uses(self, document: Document) -> Iterator[Use]:
        """Yield the spellings that say something, each with its country."""
        for span in common_words(document, spelling):
            word = span.of(document.text)
            if (found := spelling(word)) is None or found.kind is Kind.WORD:
                continue
            ize = found.kind is Kind.IZE
            if ize:
                style = _ISE if found.variety == BRITISH else _IZE
                yield Use(document.uri, span, word, _VERBS, style)
            if not ize or found.variety == BRITISH:
                yield Use(document.uri, span, word, _SPELLINGS, found.variety)

    def rewrite(self, use: Use, style: str) -> str | None:  # noqa: ARG002
        """Return the other spelling."""
        return respelt(use.text)
