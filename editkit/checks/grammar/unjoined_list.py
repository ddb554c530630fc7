"""unjoined-list: a quoted list without “and” before its last item."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity, Status
from editkit.languages.en.word_list import all_english
from editkit.languages.en.words.clause_patterns import CONJUNCTION_OR_VERB

_ITEM = r"[a-z]+(?:[ -][a-z]+){0,3}"
_LIST = lazy_pattern(rf"[\"“](?P<items>{_ITEM}(?:, {_ITEM})+)(?P<last>, )(?P<item>{_ITEM})[\"”]")


class UnjoinedList(Check):
    """Flags quoted lists without “and” before their last item."""

    rule = Rule(
        id="unjoined-list",
        title="Missing “and” in a list",
        family=Family.GRAMMAR,
        summary="Quoted list without “and” before its last item",
        rationale=(
            "Chinese separates all items of a list with the same comma. English has “and” "
            "or “or” before the last item, also in a quoted slogan or program."
        ),
        category="linguistic-conventions/grammar",
        severity=Severity.MINOR,
        status=Status.PREVIEW,
        scope=Scope.BLOCK,
        langs=("en",),
        examples=(
            Example(
                'The plan is known for "speed, width, long range" in the region.',
                flagged=("speed, width, long range",),
                fixed='The plan is known for "speed, width and long range" in the region.',
                in_manual=True,
            ),
            Example(
                'Its "speed, width, long range" made it known.',
                flagged=("speed, width, long range",),
                fixed='Its "speed, width and long range" made it known.',
            ),
            Example('Its "speed, width and long range" made it known.'),
            Example('He said "in May, after all, not now" and “Suhe, Huai, Yun”.'),
        ),
    )
    requires: ClassVar = frozenset('"“')

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each list that is quoted as a whole."""
        document = context.document
        for found in _LIST.finditer(document.text):
            span = Span(found.start("items"), found.end("item"))
            if all_english(span.of(document.text)) and not CONJUNCTION_OR_VERB.search(
                span.of(document.text)
            ):
                fix = Fix(
                    "Add “and” before the last item", (Edit(Span(*found.span("last")), " and "),)
                )
                message = f"Missing “and” in a list. Add “and” before “{found['item']}”."
                yield self.issue(span, message, fix, confidence=Confidence.MEDIUM)
