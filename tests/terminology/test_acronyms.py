"""Tests of typos in glossary acronyms."""

import pytest

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.terminology.acronyms import AcronymTypos
from editkit.text.segmenter import segment


def typos(text: str, *terms: str) -> list[str]:
    glossary = Glossary(tuple(Concept(t, (Term(t),)) for t in terms or ("HKTA",)))
    setup = Setup(glossary)
    context = LintContext(segment(Document.plain(text, lang="en-US")), setup)
    return [span.of(text) for span, _ in AcronymTypos(setup).find(context)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The HTKA grew.", ["HTKA"]),
        ("The KHTA and HKTAA, with HKTA.", ["KHTA", "HKTAA"]),
        ("HTKA’s dues and (so) HTKA", ["HTKA", "HTKA"]),
        ("HKTB, HKA, HKXTA", []),
        ("The Hill Tea Kiosk Body (HTKA) met; HTKA is old.", []),
        ("HTKA (Hill Tea Kiosk Body) met.", []),
        ("HTKA, HTKA, HTKA; not HKTA", []),
        ("HTKA, HTKA, HTKA; not HKTA, HKTA, HKTA, HKTA", ["HTKA"] * 3),
        ("HTKA GREW OF LATE", []),
        ("htka@example.org, www.HTKA.org, XHTKA", []),
    ],
)
def test_typos(text: str, found: list[str]) -> None:
    assert typos(text) == found


def test_english_words_and_listed_acronyms_are_not_typos() -> None:
    assert typos("It reads FROM now.", "FORM") == []
    assert typos("It reads HTKA now.", "HKTA", "HTKA") == []


def test_rejected_terms_are_not_typos() -> None:
    terms = (Term("HKTA"), Term("HTKA", status=TermStatus.DEPRECATED))
    document = segment(Document.plain("The HTKA grew.", lang="en-US"))

    setup = Setup(Glossary((Concept("1", terms),)))
    assert list(AcronymTypos(setup).find(LintContext(document, setup))) == []
