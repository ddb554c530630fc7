"""What `normalize` promises, on texts put together at random."""

from hypothesis import given
from hypothesis import strategies as st

import editkit
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus

REJECTED = TermStatus.DEPRECATED
ENTRIES = {
    "Harbour Fund": ("Port Fund", "Harbour Trust"),
    "BK60": ("BK 60",),
    "Bay Off-Track BK60": ("Bay Off Track",),
    "pandemic": ("epidemic",),
    "battery swap station": ("power exchange station", "swap station"),
    "HKTA": ("Transit Body",),
    "Harbour Lines": ("Lines", "Harbour Line"),
    "VELOX αS": ("VELOX aS",),
    "hard workers": ("strugglers", "struggler"),
}
GLOSSARY = Glossary(
    tuple(
        Concept(term, (Term(term), *(Term(text, status=REJECTED) for text in rejected)))
        for term, rejected in ENTRIES.items()
    )
)
PIECES = [
    *ENTRIES,
    *(text for rejected in ENTRIES.values() for text in rejected),
    *("Harb0ur Fund", "Harbour\u00a0Fund", "Harbour-Fund", "HarbourFund", "Harbuor Fund", "Hkta"),
    *("EPIDEMICS", "Epidemic", "epidemics", "VELOX αs", "Bay", "Off-Track", "Harbour", "Fund"),
    *("a", "an", "An", "the", "of", "’s", "'", "’", "“", '"', ".", ",", "-", "(", "\n", "\n\n"),
]
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", " "]))).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)


@given(texts)
def test_a_second_time_changes_nothing(text: str) -> None:
    once = editkit.normalize(text, glossary=GLOSSARY)

    assert editkit.normalize(once, glossary=GLOSSARY) == once


@given(texts)
def test_a_normalized_text_has_no_safe_term_issue(text: str) -> None:
    once = editkit.normalize(text, glossary=GLOSSARY)

    left = editkit.lint(once, glossary=GLOSSARY, select=["term"]).issues
    assert not [
        placed for placed in left if placed.fixes and placed.fixes[0].safety is Safety.SAFE
    ]


@given(texts)
def test_a_text_without_an_issue_stays_as_it_is(text: str) -> None:
    if not editkit.lint(text, glossary=GLOSSARY, select=["term"]).issues:
        assert editkit.normalize(text, glossary=GLOSSARY) == text
