"""Tests of abbreviations that an article defines for terms."""

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.terminology.abbreviations import (
    expected_abbreviation,
    find_abbreviated_terms,
    find_uses,
)
from editkit.text.segmenter import segment
from tests.rows import each_row

ADMITTED = TermStatus.ADMITTED


def flagged(text: str, term: str, *admitted: str) -> list[tuple[str, str, int]]:
    terms = (Term(term), *(Term(short, status=ADMITTED) for short in admitted))
    setup = Setup(Glossary((Concept("1", terms),)))
    document = segment(Document.plain(text, lang="en-US"))
    found = []
    for one in find_abbreviated_terms(LintContext(document, setup)):
        short = one.span.of(text)
        right = expected_abbreviation(one.occurrence.entry, short, "en-US")
        if right:
            found.append((short, right.text, len(list(find_uses(document, one)))))
    return found


@each_row(
    ("text", "admitted", "expected"),
    [
        ("Harbour Technology Board (HTB)", "HKTB", "HKTB"),
        ("Harbour Technology Board (the “HTB”), then HTB", "HKTB", "HKTB"),
        ("Harbour Technology Board\n(hereafter HTB)", "HKTB", "HKTB"),
        ("the HTB (Harbour Technology Board)", "HKTB", "HKTB"),
        ("Harbour Technology Boards (HTBs)", "HKTB", "HKTB"),
        ("Harbour Technology Board (HKTB)", "HKTB", None),
        ("Harbour Technology Board (UNO)", "HKTB", None),
        ("Harbour Technology Board (HB)", "HKTB", None),
        ("Harbour Technology Board (in short)", "HKTB", None),
        ("Harbour Technology Board (Htb)", "HTB", None),
        ("Harbour Technology Board (HTB)", "Harbour", None),
        ("Harbour Technology Board (HBT)", "", "HTB"),
        ("Harbour Technology Board (HTX)", "", None),
        ("Harbour Technology Board (HTB)", "", None),
    ],
)
def test_abbreviation_differs_from_the_glossary(
    text: str, admitted: str, expected: str | None
) -> None:
    found = flagged(text, "Harbour Technology Board", *filter(None, [admitted]))
    assert [right for _, right, _ in found] == ([expected] if expected else [])


def test_initials_may_include_small_words() -> None:
    assert flagged("Suhe Bank of Big Trade (SBOBT)", "Suhe Bank of Big Trade") == []
    assert flagged("Suhe Bank of Big Trade (SBBT)", "Suhe Bank of Big Trade") == []
    assert flagged("Suhe Bank of Big Trade (SBXT)", "Suhe Bank of Big Trade") == [
        ("SBXT", "SBBT", 1)
    ]
    assert flagged("Suhe Bank of Big Trade (SBAT)", "Suhe Bank of Big Trade") == []


def test_uses_exclude_addresses() -> None:
    text = "HTB won. The Harbour Board (HTB) is HTB-led; HTBs, www.HTB.org, HTBX."

    assert flagged(text, "Harbour Board", "HKTB") == []
    text = text.replace("Harbour Board", "Harbour Tea Board")
    assert flagged(text, "Harbour Tea Board", "HKTB") == [("HTB", "HKTB", 3)]


def test_the_closest_listed_abbreviation_is_expected() -> None:
    assert flagged("Suhe Tea Board (STBD)", "Suhe Tea Board", "SB", "STBA") == [
        ("STBD", "STBA", 1)
    ]


def test_an_occurrence_of_a_term_is_not_an_abbreviation_of_another() -> None:
    concepts = (
        Concept("1", (Term("Harbour Tea Board"), Term("HKTB", status=ADMITTED))),
        Concept("2", (Term("HTB"),)),
    )
    document = segment(Document.plain("The Harbour Tea Board (HTB)", lang="en-US"))

    both, only_long = Setup(Glossary(concepts)), Setup(Glossary(concepts[:1]))
    assert list(find_abbreviated_terms(LintContext(document, both))) == []
    assert len(list(find_abbreviated_terms(LintContext(document, only_long)))) == 1
