"""Words that are known to engines from a glossary."""

import pytest

from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.terminology.known_words import KnownWords

TERMS = (Term("GitBoat"), Term("Boatly", status=TermStatus.DEPRECATED))
KNOWN = KnownWords(Setup(Glossary((Concept("1", TERMS),))))


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        ("GitBoat", True),
        ("gitboat", True),
        ("GITBOAT", True),
        ("Gitboats", True),
        ("boatly", False),
    ],
)
def test_a_usable_term_is_known_in_any_letter_case(word: str, is_known: bool) -> None:  # noqa: FBT001
    assert KNOWN.covers(f"See {word}.", Span(4, 4 + len(word))) is is_known
