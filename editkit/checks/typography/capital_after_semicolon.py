"""capital-after-semicolon."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.languages.en.word_list import is_english

_AFTER = re.compile(r"(?:&#?\w{1,8})?;[ \n]+(?P<word>[^\W\d_]+(?:['’][a-z]+)?)")
_SMALL = frozenset(
    "a also an and as at but by for from he here his however if in it its on our she so some the "
    "their there these they this those to we when while with".split()
)
_NAME = re.compile(r"[ \n][A-Z]")
_PREDICATE = re.compile(r"[ \n]who\b")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")


class CapitalAfterSemicolon(Check):
    """Finds a capital behind a semicolon where a sentence goes on."""

    rule = Rule(
        id="capital-after-semicolon",
        family=Family.TYPOGRAPHY,
        summary="Capital letter after a semicolon",
        rationale=(
            "A semicolon does not end a sentence, so the next word has a small letter unless it "
            "is a name. A list whose items all begin with capitals is left alone."
        ),
        category="linguistic-conventions/spelling",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
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
            Example("Goals: To build; To grow; To last."),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each capital that begins neither a sentence nor a name."""
        text = document.text
        for block in document.blocks:
            found = _AFTER.finditer(text, block.span.start, block.span.end)
            # A character reference ends with a semicolon that is none.
            places = [place for place in found if place[0][0] == ";"]
            wrong = [place for place in places if _is_raised(text, place)]
            # A list has capitals behind all its semicolons.
            if len(wrong) > 1 and all(place["word"][0].isupper() for place in places):
                continue
            for place in wrong:
                word, span = place["word"], Span(*place.span("word"))
                small = word[0].lower() + word[1:]
                fix = Fix(f"Replace with “{small}”", (Edit(span, small),))
                message = f"A sentence goes on behind a semicolon: “{small}”, not “{word}”."
                yield self.issue(span, message, fix)


def _is_raised(text: str, found: re.Match[str]) -> bool:
    """Whether a capital is that of no name: a small word, or one that the text has small."""
    word = found["word"]
    if not word[0].isupper() or not word[1:].islower():
        return word == "A"
    small = word.lower()
    if small.split("'")[0].split("’")[0] in _SMALL:
        return small != "the" or not _NAME.match(text, found.end())
    if not is_english(small) or _NAME.match(text, found.end()):
        return False
    many = small.endswith("s") and _PREDICATE.match(text, found.end())
    return bool(many) or small in _small_words(text)


@lru_cache(maxsize=1)
def _small_words(text: str) -> frozenset[str]:
    return frozenset(_SMALL_WORD.findall(text))
