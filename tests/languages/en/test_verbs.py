import pytest

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.languages.en.verbs import conjugate, needs_participle
from editkit.terminology.replacement import find_replacement
from editkit.terminology.scan import term_occurrences
from editkit.text.segmenter import segment
from tests.rows import each_row


@each_row(
    ("verb", "parts"),
    [
        ("take", ("takes", "took", "taken", "taking")),
        ("be", ("is", "was", "been", "being")),
        ("have", ("has", "had", "had", "having")),
        ("do", ("does", "did", "done", "doing")),
        ("carry", ("carries", "carried", "carried", "carrying")),
        ("enjoy", ("enjoys", "enjoyed", "enjoyed", "enjoying")),
        ("plan", ("plans", "planned", "planned", "planning")),
        ("begin", ("begins", "began", "begun", "beginning")),
        ("refer", ("refers", "referred", "referred", "referring")),
        ("open", ("opens", "opened", "opened", "opening")),
        ("fix", ("fixes", "fixed", "fixed", "fixing")),
        ("agree", ("agrees", "agreed", "agreed", "agreeing")),
        ("tie", ("ties", "tied", "tied", "tying")),
        ("look", ("looks", "looked", "looked", "looking")),
    ],
)
def test_principal_parts(verb: str, parts: tuple[str, ...]) -> None:
    made = conjugate(verb)

    assert made is not None
    assert (made.third, made.past, made.participle, made.gerund) == parts


@pytest.mark.parametrize(
    ("phrase", "past"),
    [
        ("give way to", "gave way to"),
        ("warmly greet", "warmly greeted"),
        ("never forget", "never forgot"),
        ("rely on", "relied on"),
        ("supply", "supplied"),
        ("slowly", "slowlied"),
    ],
)
def test_adverbs_before_a_verb(phrase: str, past: str) -> None:
    made = conjugate(phrase)

    assert made is not None
    assert made.past == past


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("They have ", True),
        ("The ferry has not yet been quietly ", True),
        ("It wasn’t ", True),
        ("They’ve ", True),
        ("They ", False),
        ("He was there and ", False),
        ("Behave ", False),
    ],
)
def test_needs_participle(before: str, expected: bool) -> None:  # noqa: FBT001
    assert needs_participle(before) is expected


@pytest.mark.parametrize(
    ("rejected", "preferred", "text", "expected"),
    [
        ("build up", "write down", "She built up a list.", "She wrote down a list."),
        ("build up", "write down", "She has built up a list.", "She has written down a list."),
        ("break off", "halt", "It was broken off and broke off.", "It was halted and halted."),
        ("put off", "delay", "They had put off a trip.", "They had delayed a trip."),
        ("put off", "delay", "They will put off a trip.", "They will delay a trip."),
        ("go to", "see", "Going to it, he went to it.", "Seeing it, he saw it."),
    ],
)
def test_tense_is_kept(rejected: str, preferred: str, text: str, expected: str) -> None:
    terms = (
        Term(preferred, pos="verb"),
        Term(rejected, status=TermStatus.DEPRECATED, pos="verb"),
    )
    document = segment(Document.plain(text, lang="en", uri="a"))
    setup = Setup(Glossary((Concept("1", terms),)))
    edits = [
        edit
        for found in term_occurrences(LintContext(document, setup))
        if found.kind.is_rejected and (made := find_replacement(document, found))
        for edit in made.edits
    ]
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]

    assert text == expected
