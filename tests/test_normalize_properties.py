"""Property tests of `normalize`."""

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

NAME_WORDS = st.sampled_from(
    [
        "Suhe",
        "Harbour",
        "Fund",
        "VELOX",
        "αS",
        "HKTA",
        "Board",
        "BK40",
        "plan",
        "pension",
        "Corvin",
    ]
)
NAMES = st.lists(NAME_WORDS, min_size=1, max_size=4).map(" ".join)
JOINERS = st.sampled_from(
    [" ", " ", " ", "-", "  ", "\n", ", ", " of ", " and the ", " (", ") ", "”"]
)
ADDRESSES = ["https://x.org/{}?q={}", "{}.docx", "me@{}.com", "/srv/{}/a"]


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    """Draw concepts without contradictions."""
    drawn = draw(st.lists(st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=4))
    used: set[str] = set()
    concepts = []
    for preferred, *rejected in drawn:
        if preferred.casefold() in used:
            continue
        texts = [
            t for t in dict.fromkeys(rejected) if t.casefold() not in used | {preferred.casefold()}
        ]
        used |= {text.casefold() for text in (preferred, *texts)}
        statuses = [draw(st.sampled_from([REJECTED, TermStatus.ADMITTED])) for _ in texts]
        others = (Term(text, status=status) for text, status in zip(texts, statuses, strict=True))
        concepts.append(Concept(preferred, (Term(preferred), *others)))
    return Glossary(tuple(concepts))


@st.composite
def prose(draw: st.DrawFn, glossary: Glossary) -> tuple[str, list[str]]:
    """Draw a text with variants of terms, and the addresses in it."""
    terms = [term.text for concept in glossary.concepts for term in concept.terms]
    joined = [term.replace(" ", "-") for term in terms]
    addresses = [form.replace("{}", term) for form in ADDRESSES for term in joined]
    text, used = "", []
    for piece in draw(st.lists(st.sampled_from([*terms, *terms, *addresses, "a", "An", "The"]))):
        if piece in addresses:
            used.append(piece)
            text += f" {piece} "
        else:
            hyphenated = piece.replace(" ", "-")
            variants = [piece, piece, piece.upper(), piece.lower(), piece.title(), hyphenated]
            text += draw(st.sampled_from(variants)) + draw(JOINERS)
    return text, used


@given(glossaries().flatmap(lambda g: st.tuples(st.just(g), prose(g))))
def test_properties_for_any_glossary(drawn: tuple[Glossary, tuple[str, list[str]]]) -> None:
    glossary, (text, addresses) = drawn
    once = editkit.normalize(text, glossary=glossary)

    assert editkit.normalize(once, glossary=glossary) == once
    left = editkit.lint(once, glossary=glossary, select=["term"]).issues
    assert all(placed.fixes[0].safety is Safety.REVIEW for placed in left if placed.fixes)
    assert all(address in once for address in addresses)


@given(texts)
def test_normalize_is_idempotent(text: str) -> None:
    once = editkit.normalize(text, glossary=GLOSSARY)

    assert editkit.normalize(once, glossary=GLOSSARY) == once


@given(texts)
def test_normalized_text_has_no_safe_term_issue(text: str) -> None:
    once = editkit.normalize(text, glossary=GLOSSARY)

    left = editkit.lint(once, glossary=GLOSSARY, select=["term"]).issues
    assert not [
        placed for placed in left if placed.fixes and placed.fixes[0].safety is Safety.SAFE
    ]


@given(texts)
def test_text_without_issues_is_unchanged(text: str) -> None:
    if not editkit.lint(text, glossary=GLOSSARY, select=["term"]).issues:
        assert editkit.normalize(text, glossary=GLOSSARY) == text
