"""Findings of engines about code within prose, and about words of a document's code."""

import pytest

from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.findings import Finding, FindingPolicy, to_issues
from editkit.engines.severity_table import SeverityEntry, SeverityTable
from editkit.engines.technical_words import is_technical_word
from editkit.formats.markdown.format import Markdown
from editkit.languages.prose_view import code_of
from editkit.text.segmenter import segment

ENTRY = SeverityEntry(
    "some", "other:", Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MINOR,
    confidence=Confidence.HIGH,
)  # fmt: skip
TECHNICAL = " `a`, `b` and `c`."


def shown(text: str, *words: str, glossary: Glossary | None = None) -> list[str]:
    policy = FindingPolicy(
        Setup(glossary or Glossary()), SeverityTable({("some", "other:"): ENTRY})
    )
    findings = [Finding("X", Span(at, at + len(word)), "m", (), ("Y",))
                for word in words for at in [text.index(word)]]  # fmt: skip
    issues = to_issues("some", Document.plain(text, lang="en-US"), findings, policy)
    return [issue.span.of(text) for issue in issues]


def test_findings_about_code_are_dropped() -> None:
    text = "It calls java.lang.IllegalStateException. Next is log.path and the end.Next one is."
    words = ("IllegalStateException", "calls java", "path", "Next is", ".Next", "one is")

    assert shown(text, *words) == ["Next is", ".Next", "one is"]


def test_findings_about_terms_that_look_like_code_are_kept() -> None:
    glossary = Glossary((Concept("1", (Term("Vue.js pages"),)),))

    assert shown("A vue.js page.", "js") == []
    assert shown("A vue.js page.", "js", glossary=glossary) == ["js"]


def technical(source: str, word: str, *suggestions: str) -> bool:
    package = Markdown().parse(source.encode(), uri="a.md", lang="en-US")
    document = segment(package.documents[0])
    at = document.text.index(word)
    code = code_of(document, Setup())
    return is_technical_word(document, Span(at, at + len(word)), suggestions, code)


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("Zipkin is in `spring.zipkin.enabled`.", "Zipkin"),
        ("A Zipkin-server is at <http://zipkin.io>.", "Zipkin-server"),
        ("The systemd daemon and systemd units." + TECHNICAL, "systemd"),
        ("SOFA-Jraft is new. Jraft is old." + TECHNICAL, "SOFA-Jraft"),
        ("A HMAC-QRX algorithm." + TECHNICAL, "HMAC-QRX"),
        ("The toolchain is new." + TECHNICAL, "toolchain"),
        ("- Tim\n- funkill\n\nSo" + TECHNICAL, "funkill"),
        ("| Name | Rule |\n| - | - |\n| nextafter | x |\n\nSo" + TECHNICAL, "nextafter"),
    ],
)
def test_words_of_technical_texts(source: str, word: str) -> None:
    assert technical(source, word)


@pytest.mark.parametrize(
    ("source", "word", "suggestion"),
    [
        ("The systemd daemon and systemd units.", "systemd", "system"),
        ("The toolchain is new.", "toolchain", "tool chain"),
        ("It is atleast new." + TECHNICAL, "atleast", "at least"),
        ("The goverment said." + TECHNICAL, "goverment", "government"),
        ("- Goverment\n\nSo" + TECHNICAL, "Goverment", "Government"),
        ("- databse\n\nSo" + TECHNICAL, "databse", "database"),
        ("A configuraton. The configuraton." + TECHNICAL, "configuraton", "configuration"),
        ("It uses Mysql, see `mysql`." + TECHNICAL, "Mysql", "MySQL"),
        ("[A confguration](#confguration) is." + TECHNICAL, "confguration", "configuration"),
    ],
)
def test_words_that_may_be_misspelled(source: str, word: str, suggestion: str) -> None:
    assert not technical(source, word, suggestion)


def test_a_word_with_a_letter_added_or_three_times_is_technical() -> None:
    assert technical("A systemd and a systemd." + TECHNICAL, "systemd", "system")
    assert technical("The containr, containr, containr." + TECHNICAL, "containr", "container")
