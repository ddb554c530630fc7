"""comma-splice."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity

_VERB = (
    r"(?:is|are|was|were|am|has|have|had|will|can|could|would|should|must|may|might|does|do|did|"
    r"cannot|(?:is|are|was|were|do|does|did|have|has|wo|ca|could|would)n['’]t)"
)
_SUBJECT = (
    "The|This|That|These|Those|It|They|We|He|She|You|I|There|My|Our|Your|His|Her|Its|Their|An?|"
    "People|Many|Most|Some|All|Everyone|Everybody|One|Each|Every|No|Nobody|Both"
)
_FIRST = re.compile(rf"\s*(?:(?:And|But|So) )?(?:(?i:{_SUBJECT})|[A-Z]\w+(?= {_VERB}\b))\b")
_HAS_VERB = re.compile(rf"\b{_VERB}(?!\w)")
_DEPENDS = re.compile(
    r"[,;:\"“”()?]|--|[—–]| - |\b(?:if|when|whenever|while|as|because|although|though|since|after|"
    r"before|once|unless|until|whether|that|which|who|whom|whose|what|where|how|why|the more|only|"
    r"said|says|say|asked|such|so|hardly|let|by|in case|the (?:first|last|next) time)\b",
    re.IGNORECASE,
)
_SECOND = re.compile(rf", (?=(?:it|they|we|he|she|there|you|this|these) {_VERB}(?!\w))")
_REQUEST = re.compile(
    r"(?:\A|,)\s*[Pp]lease [a-z]+[^,;:.?!]*(?=, (?:we|our \w+) (?:will|shall)\b)"
)
_QUESTION = re.compile(r"[^?]{0,40}\?")
_FEWEST = 3


class CommaSplice(Check):
    """Finds two sentences that a comma alone holds together."""

    rule = Rule(
        id="comma-splice",
        family=Family.TYPOGRAPHY,
        summary="Comma between two whole sentences",
        rationale=(
            "Chinese strings its sentences with commas. English wants a full stop, a semicolon "
            "or “and” between two that could stand alone. Only what is certainly two sentences "
            "is flagged: the first has a subject and a verb and no word that makes it hang on "
            "the other, and the second begins with a pronoun and its verb."
        ),
        category="linguistic-conventions/punctuation",
        severity=Severity.MINOR,
        langs=("en",),
        examples=(
            Example(
                "The mill is old, it was built in May. Please come in, we will show it.",
                flagged=(",", ","),
                fixed="The mill is old; it was built in May. Please come in; we will show it.",
            ),
            Example("If it is old, it was built in May. The mill that is old, it is said, fell."),
            Example("It is old, isn't it? Not only is it old, it is large. The mill, it is said."),
        ),
    )

    def run(self, document: Document) -> Iterator[Issue]:
        """Yield an issue for each comma that holds two sentences together."""
        for segment in document.segments:
            text = segment.span.of(document.text)
            for at in sorted({*_two_clauses(text), *(m.end() for m in _REQUEST.finditer(text))}):
                span = Span(segment.span.start + at, segment.span.start + at + 1)
                fix = Fix("Replace with “;”", (Edit(span, ";"),))
                message = "Two sentences that a comma alone holds together."
                yield self.issue(span, message, fix, confidence=Confidence.MEDIUM)


def _two_clauses(text: str) -> Iterator[int]:
    """Yield where the first comma of a sentence parts it in two that can stand alone."""
    found = _SECOND.search(text)
    if not found or _QUESTION.match(text, found.start()):
        return
    first = text[: found.start()]
    whole = _FIRST.match(first) and _HAS_VERB.search(first) and not _DEPENDS.search(first)
    if whole and len(first.split()) >= _FEWEST:
        yield found.start()
