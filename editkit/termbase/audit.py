"""Glossary audit: issues within the rows of a glossary and between them."""

from collections.abc import Iterator, Sequence

from editkit.core.glossary import Glossary, TermStatus
from editkit.core.taxonomy import Severity
from editkit.termbase.case_policies import check_case
from editkit.termbase.conflicts import ConflictChecker
from editkit.termbase.glossary_issue import GlossaryIssue, describe_location
from editkit.termbase.several_forms import several_forms
from editkit.termbase.surface import Wording, invisible_characters, is_inside, is_same, wordings


def audit(glossary: Glossary, lang: str) -> Iterator[GlossaryIssue]:
    """Yield the issues of `glossary` for texts in `lang`, row by row.

    Comparisons are case-sensitive unless a row has case `fold`, so a forbidden form may
    differ from its term only by letter case. An issue between two rows is reported for the
    later one.
    """
    conflicts = ConflictChecker()
    for concept in glossary.concepts:
        if concept_wordings := tuple(wordings(concept, lang)):
            yield from _check_wordings(concept_wordings)
            yield from check_case(concept_wordings, lang)
            yield from _check_preferred(concept_wordings, lang)
            yield from _check_within_concept(concept_wordings)
            yield from several_forms(concept)
            yield from conflicts.add(concept, concept_wordings, lang)


def _check_wordings(concept_wordings: Sequence[Wording]) -> Iterator[GlossaryIssue]:
    for wording in concept_wordings:
        text, location = wording.text, wording.location
        if not text:
            yield GlossaryIssue.at(location, "empty-term", "The term is empty.")
        elif not any(letter.isalnum() for letter in text):
            yield GlossaryIssue.at(location, "no-word", f"“{text}” has no letter or digit.")
        elif wording.is_usable and (characters := invisible_characters(wording.term.text)):
            message = f"“{text}” has characters in it that print nothing: {', '.join(characters)}."
            yield GlossaryIssue.at(location, "invisible-character", message)
        elif wording.is_usable and "|" in text:
            message = f"“{text}” is one term, its bar included."
            yield GlossaryIssue.at(location, "bar-in-term", message, severity=Severity.INFO)


def _check_preferred(concept_wordings: Sequence[Wording], lang: str) -> Iterator[GlossaryIssue]:
    preferred = [
        w
        for w in concept_wordings
        if w.text and w.term.status is TermStatus.PREFERRED and not w.is_form
    ]
    if not preferred:
        any_wording = concept_wordings[0]
        message = (
            f"“{any_wording.text}” has no preferred term in {lang}, so nothing can be proposed."
        )
        yield GlossaryIssue.at(
            any_wording.location, "no-preferred-term", message, severity=Severity.INFO
        )
    for other in preferred[1:]:
        if other.text != preferred[0].text:
            first = preferred[0]
            where = describe_location(first.location, other.location)
            message = (
                f"“{other.text}” and “{first.text}” ({where}) are both preferred; "
                "the latter is the one proposed."
            )
            yield GlossaryIssue.at(
                other.location,
                "two-preferred-terms",
                message,
                first.location,
                severity=Severity.INFO,
            )


def _check_within_concept(concept_wordings: Sequence[Wording]) -> Iterator[GlossaryIssue]:
    usable = [wording for wording in concept_wordings if wording.is_usable and wording.text]
    for wording in concept_wordings:
        if not wording.is_usable and wording.text:
            yield from _check_forbidden(wording, usable)
    seen: dict[tuple[str, bool], Wording] = {}
    for wording in concept_wordings:
        first = seen.setdefault((wording.text, wording.is_usable), wording)
        if first is not wording and wording.text and not wording.is_form:
            message = f"“{wording.text}” is listed twice in its entry."
            yield GlossaryIssue.at(
                wording.location, "repeated-form", message, first.location, severity=Severity.INFO
            )


def _check_forbidden(wording: Wording, usable: Sequence[Wording]) -> Iterator[GlossaryIssue]:
    text, location = wording.text, wording.location
    for term in usable:
        if is_same(wording, term):
            what = "a form of its own term" if term.is_form else "its own term"
            message = f"“{text}” is forbidden and is {what}."
            yield GlossaryIssue.at(location, "forbids-itself", message, term.location)
            return
    for term in usable:
        if is_inside(wording, term):
            message = f"“{text}” is forbidden, except inside “{term.text}”."
            yield GlossaryIssue.at(
                location, "inside-own-term", message, term.location, severity=Severity.INFO
            )
            return
