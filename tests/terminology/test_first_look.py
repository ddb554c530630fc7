import pytest

from editkit.config.packs import pack_data, pack_path
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.languages import find_language
from editkit.termbase import load
from editkit.terminology import scan
from editkit.terminology.packs.first_look import may_have_rejected
from tests.rows import each_row

PACK = load(pack_path("zh-en"), term_optional=True, data=pack_data("zh-en")).glossary


def glossary(rejected: str, pos: str | None = None) -> Glossary:
    terms = (Term("advance", "en"), Term(rejected, "en", TermStatus.DEPRECATED, pos))
    return Glossary((Concept("one", terms),))


@each_row(
    ("rejected", "pos", "text", "expected"),
    [
        ("give play to", "verb", "It gave play to her.", True),
        ("give play to", "verb", "It gave way to her.", False),
        ("give play to", "verb", "Play to win and give.", False),
        ("park of science", None, "Two Parks of Science", True),
        ("people's quality", None, "People’s Quality", True),
        ("people's quality", None, "their quality", False),
        ("science park base", None, "a Sc1encePark-Base", True),
        ("talents", None, "her talents", True),
        ("talents", None, "a tale", False),
        ("café talents", None, "two CAFÉ talents", True),
        ("café talents", None, "two cafe owners", False),
    ],
)
def test_first_look(rejected: str, pos: str | None, text: str, *, expected: bool) -> None:
    assert may_have_rejected(glossary(rejected, pos), "en-US", text) is expected


def test_a_usable_term_and_one_of_another_language_do_not_count() -> None:
    other = Term("recul", "fr", TermStatus.DEPRECATED)
    one = Glossary((Concept("one", (Term("advance", "en"), other)),))

    assert not may_have_rejected(one, "en-US", "advance, recul")


def test_no_form_of_a_pack_is_overlooked() -> None:
    language = find_language("en-US")
    overlooked = [
        form.text
        for concept in PACK.concepts
        for alone in [Glossary((concept,))]
        for term in concept.terms
        if not term.status.usable
        for form in language.inflect(term)
        for text in (form.text.title(), form.text.replace(" ", ""))
        if not may_have_rejected(alone, "en-US", f"They {text} now.")
    ]

    assert overlooked == []


def spans(rows: Glossary, text: str) -> list[str]:
    """Return what a new run finds in `text`."""
    setup = Setup(packs=rows)
    context = LintContext(Document.plain(text, lang="en-US"), setup)
    found = scan.PackScan(setup).find(context)
    return [occurrence.span.of(text) for occurrence in found if occurrence.kind.is_rejected]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of the texts that are looked at first, which seem to have nothing."""
    texts: list[str] = []

    def look(_glossary: Glossary, _lang: str, text: str) -> bool:
        texts.append(text)
        return False

    monkeypatch.setattr(scan, "may_have_rejected", look)
    return texts


def test_a_rejected_entry_is_found_in_the_first_text_of_a_process() -> None:
    assert spans(glossary("first text"), "It is the first text.") == ["first text"]


def test_first_looks_end_when_a_process_has_read_some_text(looks: list[str]) -> None:
    rows, text = glossary("many short texts"), "Many short texts.".ljust(100)

    found = [spans(rows, text) for _ in range(21)]

    assert len(looks) == 19
    assert found == [[]] * 19 + [["Many short texts"]] * 2


def test_nothing_is_looked_at_first_after_a_long_text(looks: list[str]) -> None:
    rows, text = glossary("long text"), "A long text."

    found = [spans(rows, text), spans(rows, text.ljust(2_000)), spans(rows, text)]

    assert looks == [text]
    assert found == [[], ["long text"], ["long text"]]
