"""missing-introductory-comma."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity

_LINKS = (
    "for example, for instance, moreover, furthermore, nevertheless, nonetheless, "
    "consequently, additionally, firstly, secondly, thirdly, lastly, unfortunately, fortunately, "
    "apparently, obviously, accordingly, in conclusion, in my opinion, in our opinion, "
    "in my view, in our view, in other words, on the other hand, on the one hand, "
    "on the contrary, as a consequence, as a result, as a matter of fact, "
    "as far as i am concerned, first of all, second of all, last but not least, to sum up, "
    "to conclude, in summary, in contrast, by contrast, in today's world, needless to say, "
    "generally speaking, to begin with, to start with, from my point of view, in the meantime, "
    "above all, all in all, most importantly, more importantly, conversely, "
    "that being said, having said that"
)
_BEFORE_CLAUSES = (
    "however, also, second, third, in addition, in fact, in this case, in that case, "
    "in some cases, in most cases, in general, in short, in particular, in reality, in theory, "
    "in practice, in essence, specifically, similarly, likewise, interestingly, alternatively, "
    "for this reason"
)
_ALWAYS = frozenset(
    "for example/for instance/in addition/moreover/furthermore/on the other hand/however".split(
        "/"
    )
)
"""Behind these a comma was right in all of 21 places where writers had corrected a text."""
_CLAUSE = (
    "i, we, you, he, she, it, they, there, this, that, these, those, the, a, an, my, our, your, "
    "his, her, its, their, one, people, many, some, most, all, each, every, everyone, nobody, no, "
    "if, when, because, although, while, since, as, in, by, for, on, at, what"
)
_GOES_ON = "to, of, that, after, and, or, but, is, are, was, were, not, than, as"


def _any_of(words: str) -> str:
    longest_first = sorted(words.replace("'", "['’]").split(", "), key=len, reverse=True)
    return "|".join(longest_first).replace(" ", "[ \n]")


_OPENING = re.compile(
    r"[\"“'‘(]{0,2}(?:(?:and|but|so) )?"
    rf"(?P<link>(?:{_any_of(_LINKS)})(?=[ \n](?!(?:{_any_of(_GOES_ON)})\b)\w)"
    rf"|(?:{_any_of(_BEFORE_CLAUSES)})(?=[ \n](?:{_any_of(_CLAUSE)})\b))",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(
    rf";[ \n](?P<link>(?:{_any_of(_LINKS)}|however|in addition|in fact)"
    rf"(?=[ \n](?!(?:{_any_of(_GOES_ON)})\b)\w))"
)


class MissingIntroductoryComma(Check):
    """Finds linking words that open a sentence and have no comma behind them."""

    rule = Rule(
        id="missing-introductory-comma",
        family=Family.TYPOGRAPHY,
        summary="Linking words that open a sentence without a comma",
        rationale=(
            "“For example”, “on the other hand” or “however” at the head of a sentence belongs "
            "to the whole of it, and a comma says so. Without one, readers first take it with the "
            "next words: “However we try”. Adverbs of time, place and manner (“In May we met”, "
            "“Slowly it rose”) can do without and are left alone."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "However it rained. But for example the roof held; moreover he slept.",
                flagged=("However", "for example", "moreover"),
                fixed="However, it rained. But for example, the roof held; moreover, he slept.",
            ),
            Example(
                "On the other hand farms closed.\n\nIn addition the mill burnt.",
                flagged=("On the other hand", "In addition"),
                fixed="On the other hand, farms closed.\n\nIn addition, the mill burnt.",
            ),
            Example("However hard it rained, the roof held. As a result of it, nobody minded."),
            Example(
                "In addition to rain, it blew. Also known as Ho, he left. It was however dry."
            ),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each linking phrase without its comma."""
        text = document.text
        for segment in document.segments:
            opening = _OPENING.match(text, segment.span.start, segment.span.end)
            if opening:
                yield self._bare(opening)
            for found in _SEMICOLON.finditer(text, segment.span.start, segment.span.end):
                yield self._bare(found)

    def _bare(self, found: re.Match[str]) -> Issue:
        start, end = found.span("link")
        link = " ".join(found["link"].split())
        safety = Safety.SAFE if link.lower() in _ALWAYS else Safety.REVIEW
        fix = Fix("Put a comma", (Edit(Span(end, end), ","),), safety)
        message = f"A comma follows “{link}” where it links two sentences."
        return self.issue(Span(start, end), message, fix, confidence=Confidence.MEDIUM)
