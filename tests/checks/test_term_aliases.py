"""Terms of one concept of which a text uses only one."""

import pytest

from editkit.checks import load
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.text.segmenter import segment


def found(text: str, *, consistent: bool = True) -> list[Issue]:
    terms = (
        Term("electric car"),
        Term("battery vehicle", status=TermStatus.ADMITTED),
        Term("e-auto", status=TermStatus.DEPRECATED),
    )
    setup = Setup(Glossary((Concept("1", terms, consistent=consistent),)), "en")
    document = segment(Document.plain(text, lang="en"))
    return list(load("inconsistent-alias")(setup).run(LintContext(document, setup)))


def fixed(text: str) -> str:
    [issue] = found(text)
    for edit in sorted(issue.fixes[0].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        (
            "An electric car won. Battery vehicles are new, and battery vehicles are old.",
            "A battery vehicle won. Battery vehicles are new, and battery vehicles are old.",
        ),
        (
            "The electric car won. A battery vehicle lost.",
            "The electric car won. An electric car lost.",
        ),
    ],
)
def test_the_most_frequent_usable_term_prevails(text: str, corrected: str) -> None:
    assert fixed(text) == corrected


@pytest.mark.parametrize(
    "text",
    [
        "An electric car won. An e-auto lost.",
        "An electric car won. “A battery vehicle” lost.",
        "An electric car (battery vehicle) won. An electric car lost.",
        "Electric cars won. An electric car lost.",
    ],
)
def test_one_usable_term_is_consistent(text: str) -> None:
    assert found(text) == []


def test_admitted_terms_may_be_mixed_unless_the_concept_is_to_be_consistent() -> None:
    assert found("The electric car won. A battery vehicle lost.", consistent=False) == []
