"""misplaced-introduction: an abbreviation introduced twice, or used before its introduction."""

from collections.abc import Iterator
from typing import ClassVar

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import BlockKind, Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.proper_names.abbreviation_definitions import (
    SHORT,
    AbbreviationDefinition,
    find_definitions,
)

_LINE = lazy_pattern(r"[^\n]+")
_STANDALONE = lazy_pattern(rf"(?<![\w-]){SHORT}(?![\w-]|\s[A-Z])")
_SENTENCE_END = lazy_pattern(r"[.!?:;,][\"”’')]*\s*$")

_MAX_DISTANCE = 2000
"""Distance in code points up to which a second introduction counts as redundant."""


class MisplacedIntroduction(Check):
    """Flags an abbreviation introduced twice, or used before its introduction."""

    rule = Rule(
        id="misplaced-introduction",
        title="Misplaced introduction of an abbreviation",
        family=Family.CONSISTENCY,
        summary="Abbreviation introduced twice, or used before it is introduced",
        rationale=(
            "An abbreviation is introduced once, in parentheses after the name, where the "
            "name first occurs. It may occur earlier in titles and as part of longer names. "
            "A second introduction is not flagged if it is about a page further on, because "
            "it helps the reader."
        ),
        category="style/inconsistent-style",
        severity=Severity.INFO,
        langs=("en",),
        examples=(
            Example(
                "The Suhe Energy Fund (SEF) grew. The Suhe Energy Fund (SEF) meets in May.",
                flagged=("Suhe Energy Fund (SEF)",),
                fixed="The Suhe Energy Fund (SEF) grew. The SEF meets in May.",
                in_manual=True,
            ),
            Example("Ms Ho of the SHF spoke. The Suhe Harbour Fund (SHF) rose.", flagged=("SHF",)),
            Example(
                "SHF rises again\nThe SHF Board met. The Suhe Harbour Fund (SHF) rose, SHF said."
            ),
        ),
    )
    requires: ClassVar = frozenset("(")

    def run(self, context: LintContext) -> Iterator[Issue]:
        """Yield an issue for each repeated introduction and each use that comes too early."""
        first: dict[str, AbbreviationDefinition] = {}
        for introduction in find_definitions(context.document):
            earlier = first.setdefault(introduction.short, introduction)
            is_near = introduction.whole.start - earlier.whole.end <= _MAX_DISTANCE
            if (
                earlier is not introduction
                and is_near
                and earlier.long.lower() == introduction.long.lower()
            ):
                yield self._again(earlier, introduction)
        names = {introduction.short for introduction in first.values() if " " in introduction.long}
        used = _first_uses(context.document) if names else {}
        for introduction in first.values():
            early = used.get(introduction.short) if introduction.short in names else None
            if early is not None and early.start < introduction.whole.start:
                yield self.issue(
                    early,
                    f"Late introduction of “{introduction.short}”: it is used here and "
                    "introduced below.",
                    related=(
                        Related(
                            introduction.whole, f"“{introduction.long} ({introduction.short})”"
                        ),
                    ),
                    confidence=Confidence.LOW,
                )

    def _again(
        self, earlier: AbbreviationDefinition, introduction: AbbreviationDefinition
    ) -> Issue:
        fix = Fix(
            f"Replace with “{introduction.short}”",
            (Edit(introduction.whole, introduction.short),),
            Safety.REVIEW,
        )
        return self.issue(
            introduction.whole,
            f"Repeated introduction of “{introduction.short}”. Use the abbreviation alone.",
            fix,
            related=(Related(earlier.whole, "introduced here"),),
            confidence=Confidence.MEDIUM,
        )


def _first_uses(document: Document) -> dict[str, Span]:
    """Return the first use of each abbreviation on its own in running text."""
    text = document.text
    used: dict[str, Span] = {}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            continue
        for line in _LINE.finditer(text, block.span.start, block.span.end):
            if _SENTENCE_END.search(line[0]):
                for found in _STANDALONE.finditer(text, line.start(), line.end()):
                    used.setdefault(found[0], Span(found.start(), found.end()))
    return used
