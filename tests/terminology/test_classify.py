"""Tests of the classification of term candidates."""

import pytest

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import CasePolicy, Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.terminology.classify import MatchKind
from editkit.terminology.scan import term_occurrences
from editkit.text.segmenter import segment
from tests.rows import each_row


def incorrect(text: str, term: str | Term) -> list[str]:
    term = Term(term) if isinstance(term, str) else term
    setup = Setup(Glossary((Concept("1", (term,)),)))
    found = term_occurrences(LintContext(segment(Document.plain(text, lang="en-US")), setup))
    return [one.span.of(text) for one in found if not one.kind.is_correct]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Harboor grew.", ["Harboor"]),
        ("Harboor grew. They like the harboor.", []),
        ("Harboor grew. They like harboor oil.", []),
        ("They like Harboor. The harboor grew.", ["Harboor"]),
    ],
)
def test_sentence_start_is_not_a_typo_if_lowercase_elsewhere(
    text: str, flagged: list[str]
) -> None:
    assert incorrect(text, "Harbour") == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("They drive off road and off-road.", []),
        ("An Off Road car and an Off road one.", ["Off Road"]),
    ],
)
def test_lowercase_name_is_common_words(text: str, flagged: list[str]) -> None:
    assert incorrect(text, "Off-Road") == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("They like Suhe daily life.", []),
        ("The Suhe daily reported it.", ["Suhe daily"]),
        ("The Suhe daily said so.", ["Suhe daily"]),
        ("He reads the Suhe daily.", ["Suhe daily"]),
        ("The Suhe daily is read.", ["Suhe daily"]),
        ("Suhe daily Life grew.", ["Suhe daily"]),
    ],
)
def test_adjective_that_modifies_the_next_word_is_not_part_of_a_name(
    text: str, flagged: list[str]
) -> None:
    assert incorrect(text, "Suhe Daily") == flagged


def test_equal_texts_are_classified_by_their_context() -> None:
    text = "Open banking grew. We like Open banking. Open banking pays."
    glossary = Glossary((Concept("1", (Term("open banking", case=CasePolicy.ENFORCE),)),))
    document = segment(Document.plain(text, lang="en-US"))
    found = term_occurrences(LintContext(document, Setup(glossary)))
    assert [o.kind for o in found] == [MatchKind.INFLECTED, MatchKind.VARIANT, MatchKind.INFLECTED]


@each_row(
    ("term", "text", "exact", "enforced"),
    [
        ("Excel", "Cars excel. EXCEL it. Excel files.", [], ["excel", "EXCEL"]),
        ("Shift", "We shift gears; shift, said Shift.", [], ["shift", "shift"]),
        ("iBLUE", "An IBLUE, an iblue and an iBlue.", [], ["IBLUE", "iblue", "iBlue"]),
        ("Harbour Motor", "The harbour motor grew.", [], ["harbour motor"]),
        ("Harbour Motor", "The Harbour  Motor grew.", ["Harbour  Motor"], ["Harbour  Motor"]),
        ("Harbour Motor", "The Harb0ur Motor grew.", ["Harb0ur Motor"], ["Harb0ur Motor"]),
        ("Harbour Motor", "The harb0ur motor grew.", [], ["harb0ur motor"]),
        ("Harbour Motor", "The Harbuor Motor grew.", ["Harbuor Motor"], ["Harbuor Motor"]),
        ("Harbour Motor", "The Harbuor motor grew.", [], ["Harbuor motor"]),
        ("Harbour Motor", "The Harbour-Motor grew.", ["Harbour-Motor"], ["Harbour-Motor"]),
        ("Harbour Motor", "The harbour-Motor grew.", [], ["harbour-Motor"]),
        ("open banking", "We like Open Banking.", [], ["Open Banking"]),
        ("open banking", "Open banking grew.", [], []),
    ],
)
def test_case_policies_exact_and_enforce(
    term: str, text: str, exact: list[str], enforced: list[str]
) -> None:
    assert incorrect(text, Term(term, case=CasePolicy.EXACT)) == exact
    assert incorrect(text, Term(term, case=CasePolicy.ENFORCE)) == enforced


@pytest.mark.parametrize(
    ("term", "text", "flagged"),
    [
        (
            "email",
            "An e-mail came. She e-mailed E-mails, e-mailing them.",
            ["e-mail", "e-mailed", "E-mails", "e-mailing"],
        ),
        ("email", "The email came. She emailed emails, emailing a mail and an e mail.", []),
        ("e-mail", "An email came. She emailed him.", ["email", "emailed"]),
        ("around", "It is a-round and around.", []),
        ("resign", "They re-sign it and resign.", []),
        ("ebook", "An e-book was e-booked.", ["e-book"]),
    ],
)
def test_a_word_of_a_letter_and_a_word_has_a_hyphen_or_none(
    term: str, text: str, flagged: list[str]
) -> None:
    assert incorrect(text, term) == flagged


@pytest.mark.parametrize(
    ("term", "text", "flagged"),
    [
        ("One Belt One Road", "The One Belt, One Road plan.", ["One Belt, One Road"]),
        ("One Belt, One Road", "The One Belt One Road plan.", ["One Belt One Road"]),
        ("One Belt One Road", "It has one belt, one road and one bridge.", []),
        ("One Belt One Road", "One Belt One Road.", []),
        ("Suhe Harbour Motor Company", "In Suhe Harbour, Motor Company and all.", []),
        ("Two Cars Three Boats", "Two Cars, Three Boats.", ["Two Cars, Three Boats"]),
    ],
)
def test_a_name_of_two_counted_halves_has_a_comma_or_none(
    term: str, text: str, flagged: list[str]
) -> None:
    assert incorrect(text, term) == flagged


@pytest.mark.parametrize(
    ("other", "rejected"),
    [
        (Term("One Belt One Road", status=TermStatus.DEPRECATED), True),
        (Term("One Belt One Road", status=TermStatus.ADMITTED), False),
    ],
)
def test_a_comma_changes_no_status(other: Term, rejected: bool) -> None:  # noqa: FBT001
    setup = Setup(Glossary((Concept("1", (Term("Belt and Road Initiative"), other)),)))
    document = segment(Document.plain("The One Belt, One Road plan.", lang="en-US"))
    found = term_occurrences(LintContext(document, setup))

    assert [one.kind.is_rejected for one in found] == [True] * rejected
