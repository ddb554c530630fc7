"""Looks for rows of a glossary that contradict each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from editkit.core.glossary import Concept, TermStatus
from editkit.core.taxonomy import Severity
from editkit.termbase.glossary_issue import Fault, where
from editkit.termbase.surface import Wording, normal, same


class Conflicts:
    """The rows seen so far; each new one is compared with those before it."""

    def __init__(self) -> None:
        self._rows: dict[object, Wording] = {}
        self._sources: dict[tuple[str, str], Wording] = {}
        self._known: defaultdict[str, _Alike] = defaultdict(_Alike)

    def add(self, concept: Concept, own: Sequence[Wording], lang: str) -> Iterator[Fault]:
        """Yield how `concept`, whose strings are `own`, contradicts the rows before it."""
        row = frozenset((normal(t.text), t.lang, t.status, t.forms) for t in concept.terms)
        if (twin := self._rows.setdefault(row, own[0])).concept is not concept:
            message = f"The row of “{own[0].text}” repeats {where(twin.place, own[0].place)}."
            yield Fault.at(own[0].place, "duplicate-row", message, twin.place)
            return
        yield from self._source(concept, own, lang)
        for wording in own:
            if wording.text:
                yield from self._compare(wording, lang)
        for wording in own:
            self._known[wording.text.casefold()].add(wording, lang)

    def _source(self, concept: Concept, own: Sequence[Wording], lang: str) -> Iterator[Fault]:
        source, here = concept.source(lang), next(filter(_preferred, own), None)
        if source is None or here is None:
            return
        text = normal(source.text)
        other = self._sources.setdefault((text, source.lang.lower()), here)
        if other is here:
            return
        there = where(other.place, here.place)
        if same(here, other):
            message = f"“{here.text}” for “{text}” has a row already ({there})."
            yield Fault.at(here.place, "split-row", message, other.place, severity=Severity.INFO)
        else:
            message = f"“{text}” is “{here.text}” here and “{other.text}” in {there}."
            yield Fault.at(here.place, "two-preferences", message, other.place)

    def _compare(self, here: Wording, lang: str) -> Iterator[Fault]:
        told: set[str] = set()
        for other in self._known[here.text.casefold()]:
            kind, message = _judge(here, other, lang)
            if kind and kind not in told:
                told.add(kind)
                severity = Severity.INFO if kind in _REMARKS else Severity.MAJOR
                yield Fault.at(here.place, kind, message, other.place, severity=severity)


class _Alike:
    """Strings that differ by letter case at most, as many as can be told apart.

    Of those that only differ in what stands for them, two are enough: a later
    one contradicts at least one of the two. So a glossary that forbids a form in each
    of its rows costs no more than another.
    """

    def __init__(self) -> None:
        self._kept: dict[object, list[Wording]] = {}

    def add(self, wording: Wording, lang: str) -> None:
        traits = (wording.text, wording.term.status, wording.form, wording.folds)
        same_traits = self._kept.setdefault(traits, [])
        proposals = {_proposal(other, lang) for other in same_traits}
        if len(proposals) < _PROPOSALS and _proposal(wording, lang) not in proposals:
            same_traits.append(wording)

    def __iter__(self) -> Iterator[Wording]:
        return chain.from_iterable(self._kept.values())


_PROPOSALS = 2
_REMARKS = {"forbidden-again", "two-letter-cases"}


def _judge(here: Wording, other: Wording, lang: str) -> tuple[str, str]:
    """Return the kind and the message of what is wrong between two, or two empty strings."""
    text, there = here.text, where(other.place, here.place)
    mine, theirs = _proposal(here, lang), _proposal(other, lang)
    kind = message = ""
    if not same(here, other):
        if _preferred(here) and _preferred(other):
            kind = "two-letter-cases"
            message = f"“{text}” differs from “{other.text}” in {there} by letter case only."
    elif here.usable is not other.usable:
        kind = "forbids-term"
        first, second = ("a term", "forbidden") if here.usable else ("forbidden", "a term")
        message = f"“{text}” is {first} here and {second} in {there}."
    elif not here.usable:
        kind, message = "forbidden-again", f"“{text}” is forbidden in {there} already."
        if mine != theirs:
            kind = "forbidden-twice"
            message = f"“{text}” is forbidden for {mine} here and for {theirs} in {there}."
    elif mine != theirs and not (here.form or other.form):
        kind = "two-preferences"
        message = f"“{text}” stands for {mine} here and for {theirs} in {there}."
    return kind, message


def _preferred(wording: Wording) -> bool:
    return wording.term.status is TermStatus.PREFERRED and not wording.form


def _proposal(wording: Wording, lang: str) -> str:
    preferred = wording.concept.preferred(lang)
    return f"“{normal(preferred.text)}”" if preferred else "no preferred term"
