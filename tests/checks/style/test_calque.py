"""What the examples of calque cannot say: a glossary of one's own, messages, safety."""

import pytest

from editkit.checks.style.calque import Calque
from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.taxonomy import Confidence
from editkit.text.segmenter import segment

BAD = TermStatus.DEPRECATED


def pack(*terms: Term, note: str | None = None, sure: Confidence | None = None) -> Glossary:
    return Glossary((Concept("1", terms, note, confidence=sure),))


def found(text: str, packs: Glossary, own: Glossary | None = None) -> list[Issue]:
    setup = Setup(own or Glossary(), packs=packs)
    return list(Calque(setup).run(segment(Document.plain(text, lang="en-US", uri="a"))))


@pytest.mark.parametrize(
    ("terms", "note", "message"),
    [
        (
            (Term("wharf"), Term("boat street", status=BAD), Term("码头", "zh")),
            "Boats have no street.",
            "Write “wharf”, not “boat street”, word for word 码头. Boats have no street.",
        ),
        (
            (Term("wharf"), Term("boat street", status=BAD)),
            None,
            "Write “wharf”, not “boat street”.",
        ),
        (
            (Term("boat street", status=BAD), Term("码头", "zh")),
            "Say where they lie.",
            "“boat street”, word for word 码头. Say where they lie.",
        ),
        (
            (Term("boat street", status=BAD),),
            "Say where they lie.",
            "Avoid “boat street”. Say where they lie.",
        ),
    ],
)
def test_the_note_is_the_second_half_of_the_message(
    terms: tuple[Term, ...], note: str | None, message: str
) -> None:
    [issue] = found("A boat street.", pack(*terms, note=note))

    assert issue.message == message


def test_a_glossary_of_ones_own_counts_where_they_overlap() -> None:
    packs = pack(Term("wharf"), Term("boat street", status=BAD))
    own = Glossary((Concept("2", (Term("old boat street"),)),))

    assert found("The old boat street.", packs, own) == []
    assert len(found("A boat street.", packs, own)) == 1


def test_no_fix_is_made_unasked() -> None:
    [issue] = found("A boat street.", pack(Term("wharf"), Term("boat street", status=BAD)))

    assert [fix.safety for fix in issue.fixes] == [Safety.REVIEW]


def test_how_sure_an_issue_is_stands_in_its_row() -> None:
    terms = (Term("wharf"), Term("boat street", status=BAD))

    assert [
        found("A boat street.", pack(*terms, sure=sure))[0].confidence
        for sure in (Confidence.LOW, Confidence.HIGH, None)
    ] == [Confidence.LOW, Confidence.HIGH, Confidence.MEDIUM]


@pytest.mark.parametrize("text", ["A wharff.", "A wh arf.", "A bo at street.", "A whar f."])
def test_slips_and_odd_spaces_are_no_calques(text: str) -> None:
    assert found(text, pack(Term("wharf"), Term("boat street", status=BAD))) == []


def test_what_is_right_in_a_longer_phrase_is_let_be() -> None:
    admitted = Term("boat street map", status=TermStatus.ADMITTED)
    packs = pack(Term("wharf"), admitted, Term("boat street", status=BAD))

    assert found("Two boat street maps.", packs) == []


def test_a_slip_in_a_longer_phrase_hides_nothing() -> None:
    admitted = Term("famous boat street", status=TermStatus.ADMITTED)
    packs = pack(Term("wharf"), admitted, Term("boat street", status=BAD))

    assert len(found("The famuos boat street.", packs)) == 1
