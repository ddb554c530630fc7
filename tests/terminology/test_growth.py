"""Work on hostile repetitions, counted in calls: twice the text is twice the work."""

import sys
from types import FrameType

import pytest

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.setup import Setup
from editkit.terminology.scan import term_occurrences

NESTED = tuple(" ".join(["alpha"] * length) for length in range(1, 41))


def count_calls(text: str, terms: tuple[str, ...]) -> int:
    """Return the number of function calls that a search for terms makes."""
    glossary = Glossary(tuple(Concept(term, (Term(term),)) for term in terms))
    context = LintContext(Document.plain(text, lang="en"), Setup(glossary, "en"))
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        term_occurrences(context)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    ("unit", "terms"),
    [
        ("<b>", ("<b>",)),
        ("|", ("|",)),
        ("|", ("I",)),
        ("alpha ", NESTED),
        ("Harbuor Harbour ", ("Harbour Harbour Motor",)),
    ],
)
def test_work_grows_with_the_length(unit: str, terms: tuple[str, ...]) -> None:
    count_calls(unit * 2, terms)  # caches of the process
    shorter, longer = (count_calls(unit * times, terms) for times in (300, 600))

    assert longer / shorter < 2.3
