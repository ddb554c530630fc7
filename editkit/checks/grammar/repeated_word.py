"""repeated-word."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity

_REPEATED = re.compile(
    r"(?<![\w'’.\-–&/])(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"(?:(?P<gap>[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?P<again>(?i:(?P=word))))+"
    r"(?![\w'’\-–&/@]|\.\w)"
)
_GRAMMATICAL = """
a an the of and or nor to for from with at by into onto upon than if because my your our
their its his be been would shall should may might must could whose between among during
"""
_NEVER_TWICE = frozenset(_GRAMMATICAL.split())
"""Words that English does not put twice in a row, however the sentence runs."""
_DOUBLED = """
had that is do did does can who what where in on up off out over her you so very really much
many more far too long well now then there no never nay yes yeah hey hi ho ha bye hear knock
tut blah boo choo chop chug cha aye oh ah again big old bad great ever quite deep way round
day night years please wait go stop come run work tick win pole agar beri dik dum extra fifty
gaga goody half hubba hush mahi mama nom papa pee pom pooh rah tom tsk tuk twin wee woof yo yum
"""
_OFTEN_TWICE = frozenset(_DOUBLED.split())
"""Words that grammar, emphasis or the dictionary doubles: “all he had had”, “very very”."""


class RepeatedWord(Check):
    """Finds a word written twice by a slip."""

    rule = Rule(
        id="repeated-word",
        family=Family.GRAMMAR,
        summary="The same word twice in a row",
        rationale=(
            "A word stays behind when a sentence is rearranged in post-editing, most often "
            "where a line wraps and the eye skips it. Delete one. English doubles a few words "
            "on purpose (“all that he had had”, “very very large”), and names do so too "
            "(“Wagga Wagga”); those are left alone."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "It opened the the plant.", flagged=("the the",), fixed="It opened the plant."
            ),
            Example(
                "The the sale of stakes was the happy end of\nof a long venture.",
                flagged=("The the", "of\nof"),
                fixed="The sale of stakes was the happy end of\na long venture.",
            ),
            Example(
                "The company company grew.",
                flagged=("company company",),
                fixed="The company grew.",
            ),
            Example("All he had had went to Duran Duran. Very very few knew that that was so."),
            Example(
                "Plan A a day early; the thing is is unclear. See page 4 4 times, the the-door."
            ),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each word that follows itself inside one block."""
        for block in document.blocks:
            for found in _REPEATED.finditer(document.text, block.span.start, block.span.end):
                word, again = found["word"], found["again"]
                common = word.lower() in _NEVER_TWICE
                if _meant(word, again, common=common):
                    continue
                yield self.issue(
                    Span(*found.span()),
                    f"“{again}” is written twice.",
                    Fix(
                        f"Delete the second “{again}”",
                        (_deletion(document.text, found),),
                        Safety.SAFE if common else Safety.REVIEW,
                    ),
                    confidence=Confidence.HIGH if common else Confidence.MEDIUM,
                )


def _meant(word: str, again: str, *, common: bool) -> bool:
    if len(word) == 1:
        return word + again != "aa"
    if again[0].isupper():
        return not (common and word.isupper() and again.isupper())
    return not common and word.lower() in _OFTEN_TWICE


def _deletion(text: str, found: re.Match[str]) -> Edit:
    """Leave the first word, and the line break where the two stand on two lines."""
    start, end = found.end("word"), found.end()
    twice = found.start("gap") == start
    if twice and "\n" in found["gap"] and text[end : end + 1] == " ":
        start, end = found.start("again"), end + 1
    return Edit(Span(start, end), "")
