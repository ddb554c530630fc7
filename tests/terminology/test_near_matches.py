"""Tests of near matches of glossary names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus
from editkit.core.setup import Setup
from editkit.terminology.near_matches import NearMatchKind, near_matches
from editkit.text.segmenter import segment
from tests.rows import each_row

WORDS = ["Suhe", "Harbour", "Brandt", "Delta", "Orion", "Velox", "Zhonghe", "Linden"]


def matches(text: str, *terms: Term | str, lang: str = "en-US") -> list[tuple[str, str]]:
    listed = [term if isinstance(term, Term) else Term(term) for term in terms]
    glossary = Glossary(tuple(Concept(term.text, (term,)) for term in listed))
    document = segment(Document.plain(text, lang=lang))
    found = near_matches(LintContext(document, Setup(glossary, lang)))
    return [(one.kind.value, one.span.of(text)) for one in found]


@each_row(
    ("text", "term", "found"),
    [
        ("the Bank of Suhe", "Suhe Bank", "Bank of Suhe"),
        ("At Bank of\nSuhe’s desk", "Suhe Bank", "Bank of\nSuhe"),
        ("Chairman of the Bank of Suhe and the Fund", "Suhe Bank", "Bank of Suhe"),
        ("two Banks of Suhe", "Suhe Bank", "Banks of Suhe"),
        ("the Suhe Bank", "Bank of Suhe", "Suhe Bank"),
        ("a Fund Harbour", "Harbour Fund", "Fund Harbour"),
        ("Brandt Velox", "Velox-Brandt", "Brandt Velox"),
        ("the Department of Tides and Tax", "Tides and Tax Department", None),
        ("the Ministry of the Coast", "Coast Ministry", ""),
        ("the Office of the Suhe Coast", "Suhe Coast Office", "Office of the Suhe Coast"),
        ("Governor of Suhe", "Suhe Governor", ""),
        ("the bank of Suhe, a Bank of suhe", "Suhe Bank", ""),
        ("Bank of Suhe Province", "Suhe Bank", ""),
        ("New Bank of Suhe", "Suhe Bank", ""),
        ("Bank of Suhe and Harbour", "Suhe Bank", ""),
        ("Bank of Suhe (Harbour)", "Suhe Bank", ""),
        ("Bank of Suhe-based", "Suhe Bank", ""),
        ("25 July", "July 25", ""),
        ("Harry and Ann", "Ann and Harry", ""),
        ("the Delta-Orion Line", "Orion-Delta Line", ""),
        ("see /Bank of Suhe", "Suhe Bank", ""),
    ],
)  # fmt: skip
def test_reordered_name(text: str, term: str, found: str | None) -> None:
    expected = text.removeprefix("the ") if found is None else found
    assert matches(text, term) == ([("reordered", expected)] if expected else [])


@each_row(
    ("text", "term", "found"),
    [
        ("the Board of VELOX met", "Board of VELOX Group", ""),
        ("the Party Board of VELOX met", "Party Board of VELOX Group", "Party Board of VELOX"),
        ("the Party Board of the VELOX", "Party Board of VELOX Group", ""),
        ("the Party Board of VELOX Ltd", "Party Board of VELOX Group", ""),
        ("the Party Board of VELOX (PBV)", "Party Board of VELOX Group", ""),
        ("Suhe Fund Board", "Suhe Fund Advisory Board", "Suhe Fund Board"),
        ("Fund Advisory Board", "Suhe Fund Advisory Board", ""),
        ("Suhe Fund Advisory", "Suhe Fund Advisory Board", ""),
        ("Ebb and Suhe Fund Board", "Suhe Fund Advisory Board", ""),
        ("Suhe Games Board", "Suhe 2022 Games Board", ""),
        ("Board of Suhe Harbour", "Board of Suhe Harbour Ltd", ""),
        ("Suhe Road Board", "Suhe Rail and Road Board", ""),
    ],
)
def test_incomplete_name(text: str, term: str, found: str) -> None:
    assert matches(text, term) == ([("incomplete", found)] if found else [])


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("a Suhe Corvin-Benz car", "Suhe Benz", "Suhe Corvin-Benz"),
        ("a Suhe Corvin Benz", "Suhe Benz", ""),
        ("a Suhe-Corvin Benz, a Corvin-Suhe Benz", "Suhe Benz", ""),
        ("Suhe Fund Big Park Board", "Suhe Fund Park Board", "Suhe Fund Big Park Board"),
        ("New Suhe Fund Advisory Board", "Suhe Fund Advisory Board", ""),
        ("Suhe Fund Advisory Board Office", "Suhe Fund Advisory Board", ""),
        ("Suhe Fund III Advisory Board", "Suhe Fund Advisory Board", ""),
    ],
)  # fmt: skip
def test_padded_name(text: str, term: str, found: str) -> None:
    assert matches(text, term) == ([("padded", found)] if found else [])


def test_listed_terms_are_not_near_matches() -> None:
    assert matches("the Bank of Suhe", "Suhe Bank", "Bank of Suhe") == []
    rejected = Term("Bank of Suhe", status=TermStatus.DEPRECATED)
    assert matches("the Bank of Suhe", "Suhe Bank", rejected) == []
    assert matches("the Bank of Suhe", Term("Suhe Bank", status=TermStatus.DEPRECATED)) == []
    assert matches("Party Board of VELOX", "Party Board of VELOX Group", "VELOX") != []
    assert matches("Party Board of VELOX", "Party Board of VELOX Group", "Party Board") != []
    assert matches("Bank of Suhe", "Suhe Bank", "President of the Bank of Suhe") != []
    text = "President of the Bank of Suhe"
    assert matches(text, "Suhe Bank", "President of the Bank of Suhe") == []


def test_match_and_case_policies_apply() -> None:
    exact = Term("Suhe Bank", match=MatchPolicy.EXACT)
    assert matches("Banks of Suhe", exact) == []
    assert matches("Bank of Suhe", exact) == [("reordered", "Bank of Suhe")]
    assert matches("BANK OF SUHE", "Suhe Bank") == matches("Bank of SUHE", "Suhe Bank") == []
    assert matches("Bank of SUHE", Term("Suhe Bank", case=CasePolicy.EXACT)) == []
    assert matches("Bank of SUHE", Term("Suhe Bank", case=CasePolicy.FOLD)) != []


def test_extra_spaces_in_a_term_are_ignored() -> None:
    assert matches("Bank of Suhe", " Suhe  Bank ") == matches("Bank of Suhe", "Suhe\u00a0Bank ")
    assert matches("Bank of Suhe", " Suhe  Bank ") == [("reordered", "Bank of Suhe")]


def test_other_languages_are_skipped() -> None:
    assert matches("la Banque of Suhe", "Suhe Banque", lang="fr") == []
    assert matches("Bank of Suhe", Term("Suhe Bank", lang="fr")) == []


@given(
    st.permutations(WORDS).flatmap(lambda ws: st.tuples(st.just(ws), st.integers(2, 6))),
    st.data(),
)
def test_every_inversion_around_of_is_found_and_the_term_never(
    drawn: tuple[list[str], int], data: st.DataObject
) -> None:
    words, size = drawn
    at = data.draw(st.integers(1, size - 1))
    first, second = " ".join(words[:at]), " ".join(words[at:size])
    inverted, term = f"{second} of {first}", f"{first} {second}"

    assert matches(f"They say {inverted} grew.", term) == [
        (NearMatchKind.REORDERED.value, inverted)
    ]
    assert matches(f"They say {term} grew.", inverted) == [(NearMatchKind.REORDERED.value, term)]
    assert (
        matches(f"They say {term} grew.", term)
        == matches(f"The {inverted}s grew.", inverted)
        == []
    )
