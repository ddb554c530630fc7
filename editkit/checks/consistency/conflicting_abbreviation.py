"""conflicting-abbreviation: two abbreviations of one name, or one abbreviation of two names."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from editkit.checks.consistency._abbreviation_conflicts import (
    Conflict,
    conflicts,
    normalized_name,
    short_form,
)
from editkit.core.check import CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Scope, Severity
from editkit.languages.en.proper_names.abbreviation_definitions import (
    SHORT,
    DefinitionLocation,
    Definitions,
    find_definitions,
)

_STANDALONE = lazy_pattern(rf"(?<![\w-]){SHORT}(?![\w-])")


class ConflictingAbbreviation(CollectingCheck[Definitions]):
    """Flags one name with two abbreviations, and one abbreviation of two names."""

    rule = Rule(
        id="conflicting-abbreviation",
        family=Family.CONSISTENCY,
        summary="Name with two abbreviations, or abbreviation of two names",
        rationale=(
            "An abbreviation in parentheses after a name applies to the rest of the text. "
            "Machine translation forgets it and introduces another one. Names are not "
            "compared if one contains the other."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MAJOR,
        scope=Scope.CORPUS,
        langs=("en",),
        examples=(
            Example(
                "The Suhe Energy Fund (SEF) grew. In 2021 the Suhe Energy Fund (SEFO) fell.",
                flagged=("SEFO",),
                fixed="The Suhe Energy Fund (SEF) grew. In 2021 the Suhe Energy Fund (SEF) fell.",
                in_manual=True,
            ),
            Example(
                "The Suhe Harbour Fund (SHF) met the Suhe Housing Federation (SHF).",
                flagged=("SHF",),
            ),
            Example(
                "The Bank of Suhe (BOS) and the Suhe Central Bank (SCB) rose. BOS (north) fell."
            ),
        ),
    )
    requires: ClassVar = frozenset("(")

    def collect(self, context: LintContext) -> Definitions:
        """Return the abbreviations that a document introduces."""
        found = find_definitions(context.document)
        return Definitions([DefinitionLocation(context.document.uri, each) for each in found])

    def report(self, context: LintContext, counts: Definitions) -> Iterator[Issue]:
        """Yield an issue for each introduction that contradicts another one."""
        document = context.document
        locations = sorted(counts.locations, key=lambda each: (each.uri, each.definition.span))
        renamed = conflicts(locations, normalized_name, short_form)
        yield from self._renamed(document, [c for c in renamed if c[1].uri == document.uri])
        for usual, other in conflicts(locations, short_form, normalized_name):
            words = set(normalized_name(usual).split()), set(normalized_name(other).split())
            is_part = words[0] <= words[1] or words[1] <= words[0]
            if other.uri == document.uri and not is_part:
                yield self.issue(
                    other.definition.span,
                    f"Conflicting abbreviation: “{other.definition.short}” is "
                    f"“{other.definition.long}” here and “{usual.definition.long}” elsewhere.",
                    related=(_related(document, usual),),
                    confidence=Confidence.MEDIUM,
                )

    def _renamed(self, document: Document, renamed: list[Conflict]) -> Iterator[Issue]:
        """Yield an issue for each introduction of a second abbreviation of a name.

        Each fix covers the uses up to the next introduction of the same abbreviation.
        """
        remaining = Counter(short_form(other) for _, other in renamed)
        uses: dict[str, list[Span]] = {wrong: [] for wrong in remaining}
        for use in _STANDALONE.finditer(document.text) if uses else ():
            uses.get(use[0], []).append(Span(use.start(), use.end()))
        for usual, other in sorted(renamed, key=lambda c: c[1].definition.span, reverse=True):
            wrong, right, span = short_form(other), short_form(usual), other.definition.span
            remaining[wrong] -= 1
            first = bisect_left(uses[wrong], span) if remaining[wrong] else 0
            uses[wrong], corrected = uses[wrong][:first], uses[wrong][first:]
            yield self.issue(
                span,
                f"Conflicting abbreviation: “{wrong}” here, “{right}” elsewhere.",
                Fix(
                    f"Replace “{wrong}” with “{right}”",
                    tuple(Edit(use, right) for use in corrected),
                    Safety.REVIEW,
                ),
                related=(_related(document, usual),),
                confidence=Confidence.MEDIUM,
            )


def _related(document: Document, location: DefinitionLocation) -> Related:
    uri = None if location.uri == document.uri else location.uri
    found = location.definition
    return Related(found.span, f"“{found.long} ({found.short})”", uri)
