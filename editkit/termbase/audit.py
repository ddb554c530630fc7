"""Looks for the faults of a glossary itself."""

from collections.abc import Iterator, Sequence

from editkit.core.glossary import Glossary, TermStatus
from editkit.core.taxonomy import Severity
from editkit.termbase.conflicts import Conflicts
from editkit.termbase.glossary_issue import Fault, where
from editkit.termbase.surface import Wording, same, stands_in, unseen, wordings


def audit(glossary: Glossary, lang: str) -> Iterator[Fault]:
    """Yield the faults of `glossary` for texts in `lang`, row by row.

    Letter case counts unless a row says `fold`, so a forbidden form may differ from
    its term by letter case only. A fault between two rows stands on the later one.
    """
    conflicts = Conflicts()
    for concept in glossary.concepts:
        if own := tuple(wordings(concept, lang)):
            yield from _alone(own)
            yield from _preference(own, lang)
            yield from _within(own)
            yield from conflicts.add(concept, own, lang)


def _alone(own: Sequence[Wording]) -> Iterator[Fault]:
    for wording in own:
        text, place = wording.text, wording.place
        if not text:
            yield Fault.at(place, "empty-term", "The term is empty.")
        elif not any(letter.isalnum() for letter in text):
            yield Fault.at(place, "no-word", f"“{text}” has no letter or digit.")
        elif wording.usable and (found := unseen(wording.term.text)):
            message = f"“{text}” has characters in it that print nothing: {', '.join(found)}."
            yield Fault.at(place, "invisible-character", message)
        elif wording.usable and "|" in text:
            message = f"“{text}” is one term, its bar included."
            yield Fault.at(place, "bar-in-term", message, severity=Severity.INFO)


def _preference(own: Sequence[Wording], lang: str) -> Iterator[Fault]:
    preferred = [w for w in own if w.text and w.term.status is TermStatus.PREFERRED and not w.form]
    if not preferred:
        message = f"“{own[0].text}” has no preferred term in {lang}, so nothing can be proposed."
        yield Fault.at(own[0].place, "no-preferred-term", message, severity=Severity.INFO)
    for other in preferred[1:]:
        if other.text != preferred[0].text:
            first = preferred[0]
            message = (
                f"“{other.text}” and “{first.text}” ({where(first.place, other.place)}) are both "
                "preferred; the latter is the one proposed."
            )
            yield Fault.at(
                other.place, "two-preferred-terms", message, first.place, severity=Severity.INFO
            )


def _within(own: Sequence[Wording]) -> Iterator[Fault]:
    usable = [wording for wording in own if wording.usable and wording.text]
    for wording in own:
        if not wording.usable and wording.text:
            yield from _shielded(wording, usable)
    seen: dict[tuple[str, bool], Wording] = {}
    for wording in own:
        first = seen.setdefault((wording.text, wording.usable), wording)
        if first is not wording and wording.text and not wording.form:
            message = f"“{wording.text}” stands twice in its entry."
            yield Fault.at(
                wording.place, "repeated-form", message, first.place, severity=Severity.INFO
            )


def _shielded(wording: Wording, usable: Sequence[Wording]) -> Iterator[Fault]:
    text, place = wording.text, wording.place
    for term in usable:
        if same(wording, term):
            what = "a form of its own term" if term.form else "its own term"
            message = f"“{text}” is forbidden and is {what}."
            yield Fault.at(place, "forbids-itself", message, term.place)
            return
    for term in usable:
        if stands_in(wording, term):
            message = f"“{text}” is forbidden, but not where it stands inside “{term.text}”."
            yield Fault.at(place, "inside-own-term", message, term.place, severity=Severity.INFO)
            return
