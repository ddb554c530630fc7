"""Conflicts between the rows of a glossary."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from editkit.core.glossary import Concept, TermStatus
from editkit.core.taxonomy import Severity
from editkit.termbase.glossary_issue import GlossaryIssue, describe_location
from editkit.termbase.surface import Wording, is_same, normalize


class ConflictChecker:
    """Compares each row with the rows added before it."""

    def __init__(self) -> None:
        self._rows: dict[object, Wording] = {}
        self._sources: dict[tuple[str, str], Wording] = {}
        self._wordings: defaultdict[str, _CaseVariants] = defaultdict(_CaseVariants)

    def add(
        self, concept: Concept, wordings: Sequence[Wording], lang: str
    ) -> Iterator[GlossaryIssue]:
        """Yield the conflicts of `concept`, which has `wordings`, with earlier rows."""
        row = frozenset((normalize(t.text), t.lang, t.status, t.forms) for t in concept.terms)
        if (duplicate := self._rows.setdefault(row, wordings[0])).concept is not concept:
            location = wordings[0].location
            where = describe_location(duplicate.location, location)
            message = f"The row of “{wordings[0].text}” repeats {where}."
            yield GlossaryIssue.at(location, "duplicate-row", message, duplicate.location)
            return
        yield from self._check_source(concept, wordings, lang)
        for wording in wordings:
            if wording.text:
                yield from self._check_wording(wording, lang)
        for wording in wordings:
            self._wordings[wording.text.casefold()].add(wording, lang)

    def _check_source(
        self, concept: Concept, wordings: Sequence[Wording], lang: str
    ) -> Iterator[GlossaryIssue]:
        source, here = concept.source(lang), next(filter(_preferred, wordings), None)
        if source is None or here is None:
            return
        text = normalize(source.text)
        other = self._sources.setdefault((text, source.lang.lower()), here)
        if other is here:
            return
        there = describe_location(other.location, here.location)
        if is_same(here, other):
            message = f"“{here.text}” for “{text}” has a row already ({there})."
            yield GlossaryIssue.at(
                here.location, "split-row", message, other.location, severity=Severity.INFO
            )
        else:
            message = f"“{text}” is “{here.text}” here and “{other.text}” in {there}."
            yield GlossaryIssue.at(here.location, "two-preferences", message, other.location)

    def _check_wording(self, here: Wording, lang: str) -> Iterator[GlossaryIssue]:
        reported: set[str] = set()
        for other in self._wordings[here.text.casefold()]:
            kind, message = _compare(here, other, lang)
            if kind and kind not in reported:
                reported.add(kind)
                severity = Severity.INFO if kind in _INFO_KINDS else Severity.MAJOR
                yield GlossaryIssue.at(
                    here.location, kind, message, other.location, severity=severity
                )


class _CaseVariants:
    """Strings that differ by letter case at most.

    Of strings with the same traits, two with different proposals are kept: any later one
    conflicts with at least one of them. This bounds the comparisons for a form that every
    row forbids.
    """

    def __init__(self) -> None:
        self._by_traits: dict[object, list[Wording]] = {}

    def add(self, wording: Wording, lang: str) -> None:
        traits = (wording.text, wording.term.status, wording.is_form, wording.ignores_case)
        same_traits = self._by_traits.setdefault(traits, [])
        proposals = {_proposal(other, lang) for other in same_traits}
        if len(proposals) < _MAX_PROPOSALS and _proposal(wording, lang) not in proposals:
            same_traits.append(wording)

    def __iter__(self) -> Iterator[Wording]:
        return chain.from_iterable(self._by_traits.values())


_MAX_PROPOSALS = 2
_INFO_KINDS = {"forbidden-again", "two-letter-cases"}


def _compare(here: Wording, other: Wording, lang: str) -> tuple[str, str]:
    """Return the kind and the message of a conflict, or two empty strings."""
    text, there = here.text, describe_location(other.location, here.location)
    preferred, other_preferred = _proposal(here, lang), _proposal(other, lang)
    kind = message = ""
    if not is_same(here, other):
        if _preferred(here) and _preferred(other):
            kind = "two-letter-cases"
            message = f"“{text}” differs from “{other.text}” in {there} by letter case only."
    elif here.is_usable is not other.is_usable:
        kind = "forbids-term"
        first, second = ("a term", "forbidden") if here.is_usable else ("forbidden", "a term")
        message = f"“{text}” is {first} here and {second} in {there}."
    elif not here.is_usable:
        kind, message = "forbidden-again", f"“{text}” is forbidden in {there} already."
        if preferred != other_preferred:
            kind = "forbidden-twice"
            message = (
                f"“{text}” is forbidden for {preferred} here and for {other_preferred} in {there}."
            )
    elif preferred != other_preferred and not (here.is_form or other.is_form):
        kind = "two-preferences"
        message = f"“{text}” means {preferred} here and for {other_preferred} in {there}."
    return kind, message


def _preferred(wording: Wording) -> bool:
    return wording.term.status is TermStatus.PREFERRED and not wording.is_form


def _proposal(wording: Wording, lang: str) -> str:
    preferred = wording.concept.preferred(lang)
    return f"“{normalize(preferred.text)}”" if preferred else "no preferred term"
