"""miscased-heading-word."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import Block, BlockKind, Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Option, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.particles import ADVERBS, belongs_to_verb

_WORD = re.compile(r"[^\W_][\w'’-]*")
_SMALL = frozenset(
    "a about across after against along amid among an and around as at before between but by de "
    "down during for from if in into la nor of off on onto or out over per since so than the then "
    "through to under until up upon van via von vs when while with within without yet".split()
)
_ARTICLES = frozenset("a an and as by for from in of on or the to with".split())
_OPENS = re.compile(r"(?:[:.!?\"“‘'(\[—–/]|\s-{1,2})\s*\Z|\A\s*\Z")
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s")
_LONGEST, _FEWEST, _SURE = 160, 4, 6


class MiscasedHeadingWord(Check):
    """Finds words of a heading in title case that are not in title case."""

    rule = Rule(
        id="miscased-heading-word",
        family=Family.TYPOGRAPHY,
        summary="Small word of a phrasal verb, or another, in the wrong case in a heading",
        rationale=(
            "A heading in title case has capitals on all words but articles, conjunctions and "
            "prepositions. The “up” of “Gears Up” is none of these: it belongs to the verb and "
            "has one. Styles differ on the rest, and careful newsrooms are careless here; with "
            "`strict`, one other word in small letters and a capital article or preposition "
            "inside a heading are flagged, too."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        options=(Option("strict", default=False, summary="flag other words in the wrong case"),),
        langs=("en",),
        examples=(
            Example(
                "Suhe Gears up the Building of Bridges\n\nVelox Rolls out a New Bus Today",
                flagged=("up", "out"),
                fixed="Suhe Gears Up the Building of Bridges\n\nVelox Rolls Out a New Bus Today",
            ),
            Example(
                "Suhe Port and the Suhe Mill is Open Now\n\nSuhe Port Opens The Bay",
                flagged=("is", "The"),
                fixed="Suhe Port and the Suhe Mill Is Open Now\n\nSuhe Port Opens the Bay",
                options={"strict": True},
            ),
            Example("The Way up to the Suhe Mill\n\nIt gears up.\n\nSuhe Runs out of Good Luck"),
            Example("Suhe Port and the Suhe Mill is Open Again Today. Suhe Opens The Gates"),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each word of a heading that is in the wrong case."""
        for block in document.blocks:
            text = block.span.of(document.text)
            words = list(_WORD.finditer(text))
            low = [w for w in words if w[0].lower() not in _SMALL and not w[0][0].isupper()]
            weighty = sum(word[0].lower() not in _SMALL for word in words)
            if not _is_heading(block, text) or weighty < _FEWEST:
                continue
            wrong: list[re.Match[str]] = []
            if all(word[0][0].isdigit() or word[0] in ADVERBS for word in low):
                wrong += [w for w in words[1:] if belongs_to_verb(text, w)]
                wrong += [w for w in words[1:] if self.option("strict") and _is_capital(text, w)]
            elif self.option("strict") and len(low) == 1 and weighty >= _SURE:
                wrong = [word for word in low if word[0].isalpha() and word[0].islower()]
            for word in wrong:
                at = block.span.start + word.start()
                yield self._issue(Span(at, at + len(word[0])), word[0])

    def _issue(self, span: Span, word: str) -> Issue:
        other = word.lower() if word[0].isupper() else word[0].upper() + word[1:]
        fix = Fix(f"Replace with “{other}”", (Edit(span, other),))
        message = f"In a heading in title case “{word}” is written “{other}”."
        return self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _is_heading(block: Block, text: str) -> bool:
    known = block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
    return known and len(text) <= _LONGEST and not _SENTENCE.search(text.rstrip())


def _is_capital(text: str, word: re.Match[str]) -> bool:
    """Whether an article or preposition has a capital though nothing begins with it."""
    if not word[0][0].isupper() or word[0].lower() not in _ARTICLES:
        return False
    return not _OPENS.search(text[: word.start()]) and word.end() < len(text.rstrip())
