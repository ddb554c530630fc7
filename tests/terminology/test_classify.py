"""What counts as an occurrence of a term, and what is no more than the same words."""

import pytest

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.glossary import CasePolicy, Concept, Glossary, Term
from editkit.terminology.classify import Verdict
from editkit.terminology.scan import TermScan
from editkit.text.segmenter import segment


def wrong(text: str, term: str | Term) -> list[str]:
    term = Term(term) if isinstance(term, str) else term
    document = segment(Document.plain(text, lang="en-US"))
    found = TermScan(Setup(Glossary((Concept("1", (term,)),)))).find(document)
    return [one.span.of(text) for one in found if not one.verdict.right]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Harboor grew.", ["Harboor"]),
        ("Harboor grew. They like the harboor.", []),
        ("Harboor grew. They like harboor oil.", []),
        ("They like Harboor. The harboor grew.", ["Harboor"]),
    ],
)
def test_a_word_of_the_articles_own_is_no_slip_at_a_sentences_start(
    text: str, flagged: list[str]
) -> None:
    assert wrong(text, "Harbour") == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("They drive off road and off-road.", []),
        ("An Off Road car and an Off road one.", ["Off Road"]),
    ],
)
def test_small_letters_make_common_words_of_a_name(text: str, flagged: list[str]) -> None:
    assert wrong(text, "Off-Road") == flagged


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
def test_an_adjective_before_a_small_word_is_no_end_of_a_name(
    text: str, flagged: list[str]
) -> None:
    assert wrong(text, "Suhe Daily") == flagged


def test_one_text_is_judged_by_each_of_its_places() -> None:
    text = "Open banking grew. We like Open banking. Open banking pays."
    glossary = Glossary((Concept("1", (Term("open banking", case=CasePolicy.ENFORCE),)),))
    document = segment(Document.plain(text, lang="en-US"))
    found = TermScan(Setup(glossary)).find(document)
    assert [o.verdict for o in found] == [Verdict.INFLECTED, Verdict.VARIANT, Verdict.INFLECTED]


@pytest.mark.parametrize(
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
def test_another_letter_case_is_not_an_exact_term_and_a_fault_of_an_enforced_one(
    term: str, text: str, exact: list[str], enforced: list[str]
) -> None:
    assert wrong(text, Term(term, case=CasePolicy.EXACT)) == exact
    assert wrong(text, Term(term, case=CasePolicy.ENFORCE)) == enforced
