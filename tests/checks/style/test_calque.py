"""Rule calque: glossary precedence, messages, safety and confidence."""

import pytest

from editkit.checks.style.calque import Calque
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.taxonomy import Confidence
from editkit.text.segmenter import segment

BAD = TermStatus.DEPRECATED


def pack(*terms: Term, note: str | None = None, confidence: Confidence | None = None) -> Glossary:
    return Glossary((Concept("1", terms, note, confidence=confidence),))


def found(text: str, packs: Glossary, glossary: Glossary | None = None) -> list[Issue]:
    setup = Setup(glossary or Glossary(), packs=packs)
    document = segment(Document.plain(text, lang="en-US", uri="a"))
    return list(Calque(setup).run(LintContext(document, setup)))


@pytest.mark.parametrize(
    ("terms", "note", "message"),
    [
        (
            (Term("wharf"), Term("boat street", status=BAD), Term("码头", "zh")),
            "Boats have no street.",
            "Literal translation of 码头. Use “wharf”. Boats have no street.",
        ),
        (
            (Term("wharf"), Term("boat street", status=BAD)),
            None,
            "Avoid “boat street”. Use “wharf”.",
        ),
        (
            (Term("boat street", status=BAD), Term("码头", "zh")),
            "Say where they lie.",
            "Literal translation of 码头. Say where they lie.",
        ),
        (
            (Term("boat street", status=BAD),),
            "Say where they lie.",
            "Avoid “boat street”. Say where they lie.",
        ),
    ],
)
def test_message_ends_with_the_note(
    terms: tuple[Term, ...], note: str | None, message: str
) -> None:
    [issue] = found("A boat street.", pack(*terms, note=note))

    assert issue.message == message


def test_glossary_takes_precedence_over_packs() -> None:
    packs = pack(Term("wharf"), Term("boat street", status=BAD))
    glossary = Glossary((Concept("2", (Term("old boat street"),)),))

    assert found("The old boat street.", packs, glossary) == []
    assert len(found("A boat street.", packs, glossary)) == 1


def test_fixes_are_for_review() -> None:
    [issue] = found("A boat street.", pack(Term("wharf"), Term("boat street", status=BAD)))

    assert [fix.safety for fix in issue.fixes] == [Safety.REVIEW]


def test_confidence_comes_from_the_row() -> None:
    terms = (Term("wharf"), Term("boat street", status=BAD))

    assert [
        found("A boat street.", pack(*terms, confidence=confidence))[0].confidence
        for confidence in (Confidence.LOW, Confidence.HIGH, None)
    ] == [Confidence.LOW, Confidence.HIGH, Confidence.MEDIUM]


@pytest.mark.parametrize("text", ["A wharff.", "A wh arf.", "A bo at street.", "A whar f."])
def test_typos_and_odd_spaces_are_not_flagged(text: str) -> None:
    assert found(text, pack(Term("wharf"), Term("boat street", status=BAD))) == []


def test_admitted_longer_phrase_is_not_flagged() -> None:
    admitted = Term("boat street map", status=TermStatus.ADMITTED)
    packs = pack(Term("wharf"), admitted, Term("boat street", status=BAD))

    assert found("Two boat street maps.", packs) == []


def test_typo_in_an_admitted_longer_phrase_hides_nothing() -> None:
    admitted = Term("famous boat street", status=TermStatus.ADMITTED)
    packs = pack(Term("wharf"), admitted, Term("boat street", status=BAD))

    assert len(found("The famuos boat street.", packs)) == 1
