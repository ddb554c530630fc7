"""Names that are almost a term, and the many that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.glossary import CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus
from editkit.terminology.near_matches import Kind, NearTerms
from editkit.text.segmenter import segment

WORDS = ["Suhe", "Harbour", "Brandt", "Delta", "Orion", "Velox", "Zhonghe", "Linden"]


def near(text: str, *terms: Term | str, lang: str = "en-US") -> list[tuple[str, str]]:
    listed = [term if isinstance(term, Term) else Term(term) for term in terms]
    glossary = Glossary(tuple(Concept(term.text, (term,)) for term in listed))
    document = segment(Document.plain(text, lang=lang))
    found = NearTerms(Setup(glossary, lang)).find(document)
    return [(one.kind.value, one.span.of(text)) for one in found]


@pytest.mark.parametrize(
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
def test_a_name_turned_around(text: str, term: str, found: str | None) -> None:
    wanted = text.removeprefix("the ") if found is None else found
    assert near(text, term) == ([("reordered", wanted)] if wanted else [])


@pytest.mark.parametrize(
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
def test_a_name_without_one_word(text: str, term: str, found: str) -> None:
    assert near(text, term) == ([("incomplete", found)] if found else [])


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
def test_a_name_with_a_word_too_many(text: str, term: str, found: str) -> None:
    assert near(text, term) == ([("padded", found)] if found else [])


def test_what_the_glossary_lists_is_no_variant() -> None:
    assert near("the Bank of Suhe", "Suhe Bank", "Bank of Suhe") == []
    rejected = Term("Bank of Suhe", status=TermStatus.DEPRECATED)
    assert near("the Bank of Suhe", "Suhe Bank", rejected) == []
    assert near("the Bank of Suhe", Term("Suhe Bank", status=TermStatus.DEPRECATED)) == []
    assert near("Party Board of VELOX", "Party Board of VELOX Group", "VELOX") != []
    assert near("Party Board of VELOX", "Party Board of VELOX Group", "Party Board") != []
    assert near("Bank of Suhe", "Suhe Bank", "President of the Bank of Suhe") != []
    text = "President of the Bank of Suhe"
    assert near(text, "Suhe Bank", "President of the Bank of Suhe") == []


def test_match_and_case_of_a_term_are_obeyed() -> None:
    exact = Term("Suhe Bank", match=MatchPolicy.EXACT)
    assert near("Banks of Suhe", exact) == []
    assert near("Bank of Suhe", exact) == [("reordered", "Bank of Suhe")]
    assert near("BANK OF SUHE", "Suhe Bank") == near("Bank of SUHE", "Suhe Bank") == []
    assert near("Bank of SUHE", Term("Suhe Bank", case=CasePolicy.EXACT)) == []
    assert near("Bank of SUHE", Term("Suhe Bank", case=CasePolicy.FOLD)) != []


def test_stray_spaces_in_a_term_are_none() -> None:
    assert near("Bank of Suhe", " Suhe  Bank ") == near("Bank of Suhe", "Suhe\u00a0Bank ")
    assert near("Bank of Suhe", " Suhe  Bank ") == [("reordered", "Bank of Suhe")]


def test_another_language_has_another_order() -> None:
    assert near("la Banque of Suhe", "Suhe Banque", lang="fr") == []
    assert near("Bank of Suhe", Term("Suhe Bank", lang="fr")) == []


@given(
    st.permutations(WORDS).flatmap(lambda ws: st.tuples(st.just(ws), st.integers(2, 6))),
    st.data(),
)
def test_every_turn_about_an_of_is_found_and_the_term_never(
    drawn: tuple[list[str], int], data: st.DataObject
) -> None:
    words, size = drawn
    at = data.draw(st.integers(1, size - 1))
    first, second = " ".join(words[:at]), " ".join(words[at:size])
    turned, term = f"{second} of {first}", f"{first} {second}"

    assert near(f"They say {turned} grew.", term) == [(Kind.REORDERED.value, turned)]
    assert near(f"They say {term} grew.", turned) == [(Kind.REORDERED.value, term)]
    assert near(f"They say {term} grew.", term) == near(f"The {turned}s grew.", turned) == []
