"""redundant-etc: “etc.” after a list that “including” or “such as” begins."""

import re
from collections.abc import Iterator

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.words.clause_patterns import CLAUSE_IN_LIST

_LIST = lazy_pattern(
    r"\b(?P<intro>[Ii]ncluding|[Ss]uch\sas)\b(?P<items>[^.;:()\[\]\x22“”!?\n\ufffc]{3,160}?)"
    r"(?P<end>,?\s(?:and\s)?(?:etc\b|and\sso\s(?:on|forth)\b))(?P<dot>\.?)"
)
_JOINED = lazy_pattern(r"\b(?:and|or)\s[^,]*$")
_ENDS_SENTENCE = lazy_pattern(r"\s*$|\s+[^a-z\s]|\s*\n")


class RedundantEtc(Check):
    """Flags “etc.” and “and so on” at the end of a list that is open anyway."""

    rule = Rule(
        id="redundant-etc",
        title="Redundant “etc.”",
        family=Family.STYLE,
        summary="“Etc.” after “including” or “such as”",
        rationale=(
            "“Including” and “such as” introduce an incomplete list, so “etc.” repeats "
            "them. Chinese ends such a list with 等, which is then translated twice. It is a "
            "matter of style, so the severity is `info`."
        ),
        category="style/awkward-style",
        severity=Severity.INFO,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                "The market sells fruit such as apples, pears, etc.",
                flagged=("etc",),
                fixed="The market sells fruit such as apples and pears.",
                in_manual=True,
            ),
            Example(
                "It sells fruit such as apples, pears, etc. Nuts, including almonds and so on, "
                "are new.",
                flagged=("etc", "and so on"),
                fixed="It sells fruit such as apples and pears. Nuts, including almonds, are new.",
            ),
            Example(
                "It has shops (including one for books, toys, etc.).",
                flagged=("etc.",),
                fixed="It has shops (including one for books and toys).",
            ),
            Example("It sells apples, pears, etc. Such as it is, it opens; nuts, etc., are new."),
        ),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each list that ends twice."""
        text = context.document.text
        for block in context.document.blocks:
            for found in _LIST.finditer(text, block.span.start, block.span.end):
                if CLAUSE_IN_LIST.search(found["items"]):
                    continue
                span = _marked(found, text[found.end() : block.span.end])
                fix = Fix("Delete it", tuple(_edits(found, span)))
                message = f"Redundant “etc.” after “{found['intro']}”. Delete it."
                marked = Span(found.end("end") - len(found["end"].lstrip(", \n\t")), span.end)
                yield self.issue(marked, message, fix, confidence=Confidence.MEDIUM)


def _marked(found: re.Match[str], after: str) -> Span:
    """Return the end of the list, with the period of “etc.” unless it ends the sentence."""
    ends_sentence = not found["end"].endswith("etc") or _ENDS_SENTENCE.match(after)
    return Span(found.start("end"), found.end("end") if ends_sentence else found.end("dot"))


def _edits(found: re.Match[str], end: Span) -> Iterator[Edit]:
    """Yield the deletion, after “and” before the last item if the list has none."""
    comma = found["items"].rfind(", ")
    if comma >= 0 and not _JOINED.search(found["items"]):
        at = found.start("items") + comma
        yield Edit(Span(at, at + len(", ")), " and ")
    yield Edit(end, "")
