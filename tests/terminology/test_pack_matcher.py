"""Gaps in the terms of packs."""

import pytest

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import CasePolicy, Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.terminology.packs.pack_matcher import PackMatcher
from editkit.terminology.replacement import find_replacement
from editkit.terminology.scan import PackScan
from tests.rows import each_row


def concept(preferred: str, rejected: str, pos: str | None = "verb") -> Concept:
    status = TermStatus.DEPRECATED
    terms = (Term(preferred, "en", pos=pos), Term(rejected, "en", status, pos))
    return Concept(rejected, terms if preferred else terms[1:], "A note.")


PACK = Glossary(
    (
        concept("impress", "win the … favor of"),
        concept("give … help to", "lend … support for"),
        concept("", "a line of … people came", None),
        concept("", "line of people", None),
    )
)


def found(text: str) -> list[str]:
    matcher = PackMatcher(Setup(PACK), exact_only=True)
    document = Document.plain(text, lang="en-US")
    rejected = (c for c in matcher.find(document) if not c.entries[0].term.status.usable)
    return [candidate.span.of(text) for candidate in rejected]


@each_row(
    ("text", "expected"),
    [
        ("It won the favor of all.", ["won the favor of"]),
        ("It won the unanimous favor of all.", ["won the unanimous favor of"]),
        ("It wins the well-earned\nfavor of all.", ["wins the well-earned\nfavor of"]),
        ("It won the very great favor of all.", []),
        ("It won the cup, favor of all.", []),
        ("It won the, favor of all.", []),
        ("It won the unanimous favor.", []),
        ("It won the favour of all.", []),
        ("It won the\n\nfavor of all.", []),
        ("It won the favor of", ["won the favor of"]),
        ("It won the", []),
        ("Lending \ufffc support for it.", ["Lending \ufffc support for"]),
        ("A line of 12 people came.", ["A line of 12 people came"]),
        ("A line of people came.", ["A line of people came", "line of people"]),
        ("A line of people.", ["line of people"]),
    ],
)
def test_a_gap_is_filled_by_one_word_at_most(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def replacements(text: str) -> list[str | None]:
    setup = Setup(packs=PACK)
    context = LintContext(Document.plain(text, lang="en-US"), setup)
    occurrences = (o for o in PackScan(setup).find(context) if o.kind.is_rejected)
    made = (find_replacement(context.document, occurrence) for occurrence in occurrences)
    return [replacement.text if replacement else None for replacement in made]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It won the unanimous favor of all.", ["impressed"]),
        ("They lent strong support for it.", ["gave strong help to"]),
        ("They lent support for it.", ["gave help to"]),
        ("A line of five people came.", [None]),
    ],
)
def test_a_gap_in_the_replacement_keeps_the_word(text: str, expected: list[str | None]) -> None:
    assert replacements(text) == expected


def test_the_longest_occurrence_wins_where_a_gap_is_filled() -> None:
    setup = Setup(packs=PACK)
    text = "A line of people came."
    context = LintContext(Document.plain(text, lang="en-US"), setup)

    occurrences = PackScan(setup).find(context)

    assert [o.span.of(text) for o in occurrences] == ["A line of people came"]


def test_the_letter_case_of_a_term_with_a_gap_counts_if_the_row_says_so() -> None:
    term = Term("Taking … as an example", "en", TermStatus.DEPRECATED, case=CasePolicy.EXACT)
    setup = Setup(packs=Glossary((Concept("one", (term,), "A note."),)))
    text = "Taking it as an example. We are taking it as an example."
    context = LintContext(Document.plain(text, lang="en-US"), setup)

    assert [o.span.start for o in PackScan(setup).find(context)] == [0]


def test_an_ellipsis_in_the_source_term_is_no_gap() -> None:
    rejected = Term("has the … traits of", "en", TermStatus.DEPRECATED)
    source = Term("具有……的特点", "zh", TermStatus.SUPERSEDED)
    setup = Setup(packs=Glossary((Concept("one", (rejected, source), "A note."),)))
    text = "It has the distinct traits of a ship."
    context = LintContext(Document.plain(text, lang="en-US"), setup)

    [found] = PackScan(setup).find(context)

    assert [term.text for term in found.entry.concept.terms] == [
        "has the distinct traits of",
        "具有……的特点",
    ]
