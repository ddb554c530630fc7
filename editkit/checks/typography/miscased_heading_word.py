"""miscased-heading-word: a word in the wrong letter case in a title-case heading."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Block, BlockKind
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Option, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.particles import ADVERBS, belongs_to_verb
from editkit.languages.en.words.function_words import POSSIBLE_MINOR_WORDS, STRICT_MINOR_WORDS

_WORD = lazy_pattern(r"[^\W_][\w'’-]*")
_PHRASE_START = lazy_pattern(r"(?:[:.!?\"“‘'(\[—–/]|\s-{1,2})\s*\Z|\A\s*\Z")
_SENTENCE_BREAK = lazy_pattern(r"[.!?][\"'”’)]*\s")
_MAX_CHARS = 160
_MIN_MAJOR_WORDS = 4
_MIN_MAJOR_WORDS_STRICT = 6


class MiscasedHeadingWord(Check):
    """Flags words of a title-case heading that are not in title case."""

    rule = Rule(
        id="miscased-heading-word",
        title="Letter case in a heading",
        family=Family.TYPOGRAPHY,
        summary="Word in the wrong letter case in a heading in title case",
        rationale=(
            "In title case, all words except articles, conjunctions and prepositions have a "
            "capital. The “up” of “Gears Up” belongs to the verb and is capitalized. Styles "
            "differ on the other words, and newsrooms apply them loosely. With `strict`, "
            "one other lowercase word and a capitalized article or preposition inside a "
            "heading are flagged too."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        scope=Scope.BLOCK,
        options=(
            Option("strict", default=False, summary="flag other words in the wrong letter case"),
        ),
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

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each word of a heading that is in the wrong case."""
        for block in context.document.blocks:
            text = block.span.of(context.document.text)
            if not _is_heading(block, text):
                continue
            for word in self._wrong_words(text, list(_WORD.finditer(text))):
                at = block.span.start + word.start()
                yield self._issue(Span(at, at + len(word[0])), word[0])

    def _wrong_words(self, text: str, words: list[re.Match[str]]) -> list[re.Match[str]]:
        major = [word for word in words if word[0].lower() not in POSSIBLE_MINOR_WORDS]
        if len(major) < _MIN_MAJOR_WORDS:
            return []
        lowercase = [word for word in major if not word[0][0].isupper()]
        strict = self.option("strict", bool)
        if all(word[0][0].isdigit() or word[0] in ADVERBS for word in lowercase):
            verb_particles = [word for word in words[1:] if belongs_to_verb(text, word)]
            capitals = [word for word in words[1:] if strict and _is_wrong_capital(text, word)]
            return verb_particles + capitals
        if strict and len(lowercase) == 1 and len(major) >= _MIN_MAJOR_WORDS_STRICT:
            return [word for word in lowercase if word[0].isalpha() and word[0].islower()]
        return []

    def _issue(self, span: Span, word: str) -> Issue:
        corrected = word.lower() if word[0].isupper() else word[0].upper() + word[1:]
        fix = Fix(f"Replace with “{corrected}”", (Edit(span, corrected),))
        message = f"Letter case in a heading. Use “{corrected}”."
        return self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _is_heading(block: Block, text: str) -> bool:
    is_text = block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
    return is_text and len(text) <= _MAX_CHARS and not _SENTENCE_BREAK.search(text.rstrip())


def _is_wrong_capital(text: str, word: re.Match[str]) -> bool:
    """Return whether an article or preposition is capitalized inside a phrase."""
    if not word[0][0].isupper() or word[0].lower() not in STRICT_MINOR_WORDS:
        return False
    return not _PHRASE_START.search(text[: word.start()]) and word.end() < len(text.rstrip())
