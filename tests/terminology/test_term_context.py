"""Tests of the context of a term: a longer name or a quotation."""

import pytest

import editkit
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.span import Span
from editkit.terminology.term_context import is_in_longer_name, is_in_quotation
from editkit.text.segmenter import segment
from tests.rows import each_row

GLOSSARY = Glossary(
    (
        Concept(
            "1",
            (
                Term("Harbour Fund"),
                Term("Port Fund", status=TermStatus.DEPRECATED),
                Term("Velox", status=TermStatus.DEPRECATED),
                Term("Harbor Fund", status=TermStatus.DEPRECATED),
                Term("pension pot", status=TermStatus.DEPRECATED),
            ),
        ),
    )
)


def locate(text: str, words: str) -> tuple[Document, Span]:
    at = text.index(words)
    return segment(Document.plain(text, lang="en-US")), Span(at, at + len(words))


@each_row(
    ("text", "longer"),
    [
        ("Here is Velox, as the Velox’s.", False),
        ("We saw Velox Street.", True),
        ("We saw Corvin-Velox.", True),
        ("We saw Velox-Corvin.", True),
        ("We saw Velox-based, pre-Velox.", False),
        ("We saw Suhe Velox.", True),
        ("We saw Suhe\nVelox.", True),
        ("Yesterday Velox won.", False),
        ("Suhe Velox won.", True),
        ("We saw Harbour Velox Fund.", False),
        ("The Velox Wins In Suhe", False),
        ("The Corvin-Velox Wins In Suhe", True),
        ("Eastern Velox", True),
        ("It is Velox report.docx now.", True),
        ("It is Velox. And so on.", False),
        ("We like Suhe velox.", False),
    ],
)
def test_a_longer_name(text: str, *, longer: bool) -> None:
    words = "velox" if "velox" in text else "Velox"
    assert is_in_longer_name(*locate(text, words), "Harbour Fund") == longer


@each_row(
    ("text", "quoted"),
    [
        ("He said “the Velox won”.", True),
        ('He said "Velox".', True),
        ("He said ‘it’s the Velox’ then.", True),
        ("He said «Velox» and „no“.", True),
        ("“No”, said Velox, “no”.", False),
        ('"No", said Velox, "no".', False),
        ("Velox’s ‘no’", False),
        ("> the Velox won", True),
        ("  >> the Velox won", True),
        ("a > b, Velox", False),
        ("> no\nVelox", False),
    ],
)
def test_a_quotation(text: str, *, quoted: bool) -> None:
    assert is_in_quotation(*locate(text, "Velox")) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "Port Fund Street is long, and so is Corvin-Velox.",
        "See Velox_Report.docx, velox-plan.pdf and Velox Report.docx.",
        r"See https://x.org/Port?q=Velox, me@Velox.com, C:\Velox\a.txt, /srv/Velox and #Velox.",
        "<!-- editkit-disable-next-line term -->\nThey said “Velox won”.",
    ],
)
def test_normalize_skips_names_files_and_addresses(text: str) -> None:
    assert editkit.normalize(text, glossary=GLOSSARY) == text


def test_normalize_skips_code_and_links_in_markdown() -> None:
    text = (
        "Run `Velox` or ![x](Velox.png), see <https://Velox.org> and [it](Velox.html).\n\n"
        "```\nVelox\n```\n\n"
        "He said <!-- editkit-disable term -->“the Port Fund”<!-- editkit-enable term -->.\n"
    )

    assert editkit.normalize(text, glossary=GLOSSARY, format="markdown") == text


def test_spelling_is_corrected_in_a_longer_name() -> None:
    text = "the Harbor Fund Board, our Harb0ur Fund Board"
    corrected = "the Harbour Fund Board, our Harbour Fund Board"

    assert editkit.normalize(text, glossary=GLOSSARY) == corrected


def test_quotations_are_protected_on_request() -> None:
    text = "The pension pot, “the Harb0ur  Fund and the Port Fund”.\n\n> the Port Fund\n"
    protect: dict[str, object] = {"protect-quotations": True}
    rules = dict.fromkeys(("deprecated-term", "confusable-term"), protect)

    assert editkit.normalize(text, glossary=GLOSSARY) == (
        "The Harbour Fund, “the Harbour Fund and the Harbour Fund”.\n\n> the Harbour Fund\n"
    )
    kept = text.replace("pension pot", "Harbour Fund")
    assert editkit.normalize(text, glossary=GLOSSARY, rules=rules) == kept
    issues = editkit.lint(text, glossary=GLOSSARY, rules=rules, select=["term"]).issues
    assert [placed.fixes[0].safety.value for placed in issues] == ["safe", *["review"] * 3]
