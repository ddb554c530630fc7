"""conflicting-abbreviation."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator

from editkit.core.check import CollectingCheck
from editkit.core.document import Document
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.languages.en.abbreviation_definitions import SHORT, Introduced, Place, introductions

_ALONE = re.compile(rf"(?<![\w-]){SHORT}(?![\w-])")


class ConflictingAbbreviation(CollectingCheck[Introduced]):
    """Finds one name with two abbreviations, and one abbreviation of two names."""

    rule = Rule(
        id="conflicting-abbreviation",
        family=Family.CONSISTENCY,
        summary="Two abbreviations of one name, or two names behind one abbreviation",
        rationale=(
            "A bracket behind a name says how it is called from there on. Machine translation "
            "forgets it: the name gets another abbreviation, or the abbreviation another name. "
            "Names of which one has all words of the other are not two."
        ),
        category="terminology/inconsistent-use-of-terminology",
        severity=Severity.MAJOR,
        langs=("en",),
        examples=(
            Example(
                "The Suhe Exchange (SE) rose. Of the Suhe Exchange (SHEX), SHEX said so.",
                flagged=("SHEX",),
                fixed="The Suhe Exchange (SE) rose. Of the Suhe Exchange (SE), SE said so.",
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

    def collect(self, document: Document) -> Introduced:
        """Return the abbreviations that are introduced."""
        return Introduced([Place(document.uri, made) for made in introductions(document)])

    def report(self, document: Document, counts: Introduced) -> Iterator[Issue]:
        """Yield one issue for each introduction that another one contradicts."""
        places = sorted(counts.places, key=lambda place: (place.uri, place.made.span))
        renamed = _rivals(places, _name, lambda place: place.made.short)
        yield from self._renamed(document, [two for two in renamed if two[1].uri == document.uri])
        for usual, other in _rivals(places, lambda place: place.made.short, _name):
            one, two = _name(usual).split(), _name(other).split()
            if other.uri == document.uri and not (set(one) <= set(two) or set(two) <= set(one)):
                yield self.issue(
                    other.made.span,
                    f"“{other.made.short}” is “{other.made.long}” here and "
                    f"“{usual.made.long}” elsewhere.",
                    related=(_related(document, usual),),
                    confidence=Confidence.MEDIUM,
                )

    def _renamed(self, document: Document, rivals: list[tuple[Place, Place]]) -> Iterator[Issue]:
        """Yield the introductions of a second abbreviation; each corrects up to the next of it."""
        to_come = Counter(other.made.short for _, other in rivals)
        uses: dict[str, list[Span]] = {wrong: [] for wrong in to_come}
        for use in _ALONE.finditer(document.text) if uses else ():
            uses.get(use[0], []).append(Span(use.start(), use.end()))
        for usual, other in sorted(rivals, key=lambda two: two[1].made.span, reverse=True):
            wrong, right = other.made.short, usual.made.short
            to_come[wrong] -= 1
            left = uses[wrong]
            first = bisect_left(left, other.made.span) if to_come[wrong] else 0
            uses[wrong], own = left[:first], left[first:]
            yield self.issue(
                other.made.span,
                f"“{other.made.long}” is “{wrong}” here and “{right}” elsewhere.",
                Fix(
                    f"Write “{right}” for “{wrong}”",
                    tuple(Edit(span, right) for span in own),
                    Safety.REVIEW,
                ),
                related=(_related(document, usual),),
                confidence=Confidence.MEDIUM,
            )


def _name(place: Place) -> str:
    """Return the long form in what all its spellings share: small letters, -z-, no plural."""
    words = re.findall(r"\w+", place.made.long.lower().replace("is", "iz").replace("our", "or"))
    return " ".join(word.removesuffix("s") for word in words)


def _rivals(
    places: list[Place], same: Callable[[Place], str], other: Callable[[Place], str]
) -> Iterator[tuple[Place, Place]]:
    """Yield the places that agree in `same` and differ in `other`, behind one of the usual."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(same(place), []).append(place)
    for group in groups.values():
        usual = Counter(map(other, group)).most_common(1)[0][0]
        first = next(place for place in group if other(place) == usual)
        yield from ((first, place) for place in group if other(place) != usual)


def _related(document: Document, place: Place) -> Related:
    uri = None if place.uri == document.uri else place.uri
    return Related(place.made.span, f"“{place.made.long} ({place.made.short})”", uri)
