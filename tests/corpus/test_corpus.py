"""Marks of the corpus: positions, vocabulary, nesting; glossaries without errors."""

import re
from pathlib import Path

import pytest

from editkit.core.glossary import Concept, TermStatus
from editkit.termbase import load
from editkit.termbase.audit import audit
from tests.evaluate import ROOT, Article, articles

ARTICLES = articles()
CATEGORIES = frozenset(
    {
        "boilerplate",
        "capitalization",
        "confusable",
        "grammar",
        "inconsistency",
        "mistranslation",
        "number-format",
        "punctuation",
        "spacing",
        "spelling",
        "style",
        "term-variant",
        "typography",
    }
)
GLOSSARIES = sorted(p for p in (ROOT / "glossary").iterdir() if p.suffix in {".csv", ".tbx"})
each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a.path.name)


def read(path: Path) -> str:
    return path.read_bytes().decode()


def words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def contains_words(text: str, within: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", within) is not None


def test_there_are_articles_in_text_and_markdown() -> None:
    assert len(ARTICLES) >= 4
    assert {article.path.suffix for article in ARTICLES} == {".txt", ".md"}


@each_article
def test_a_mark_has_the_text_of_its_span(article: Article) -> None:
    text = read(article.path)

    assert all(text[mark.start : mark.end] == mark.text for mark in article.marks())


@each_article
def test_a_mark_has_a_text_and_a_different_suggestion(article: Article) -> None:
    assert all(mark.text and mark.suggestion != mark.text for mark in article.marks())


@each_article
def test_marks_use_the_vocabulary(article: Article) -> None:
    marks = article.marks()

    assert {mark.how for mark in marks} <= {"glossary", "consist", "rule", "semantic"}
    assert {mark.severity for mark in marks} <= {"info", "minor", "major"}
    assert {mark.category for mark in marks} <= CATEGORIES


@each_article
def test_marks_are_sorted_and_unique(article: Article) -> None:
    spans = [(mark.start, -mark.end) for mark in article.marks()]

    assert spans == sorted(set(spans))


@each_article
def test_marks_are_nested_or_disjoint(article: Article) -> None:
    marks = article.marks()

    crossing = [(a, b) for a in marks for b in marks if a.start < b.start < a.end < b.end]
    assert crossing == []


@each_article
def test_an_article_has_a_minimum_of_words_and_marks(article: Article) -> None:
    longest = max(ARTICLES, key=lambda a: words(read(a.path)))

    assert 600 <= words(read(article.path)) <= 2500
    assert len(article.marks()) >= (60 if article == longest else 25)


@each_article
def test_one_mark_in_five_is_semantic(article: Article) -> None:
    detection = [mark.how for mark in article.marks()]

    assert 5 * detection.count("semantic") >= len(detection)


@each_article
def test_the_clean_edition_has_no_marked_text(article: Article) -> None:
    faulty, clean = read(article.path), read(article.clean)

    # A text that also occurs unmarked, or in a suggestion, may be right in the clean edition.
    right = "\n".join(mark.suggestion for mark in article.marks())
    unique = {m.text for m in article.marks() if faulty.count(m.text) == 1 and m.text not in right}
    assert len(unique) >= 20
    assert {text for text in unique if contains_words(text, clean)} == set()


@pytest.mark.parametrize("path", GLOSSARIES, ids=lambda p: p.name)
def test_a_glossary_has_no_issues(path: Path) -> None:
    loaded = load(path)

    assert (loaded.issues, loaded.notices) == ((), ())
    assert list(audit(loaded.glossary, "en-US")) == []


def designations(concept: Concept) -> set[tuple[str, bool]]:
    return {(term.text, term.status.usable) for term in concept.terms}


def test_the_tbx_glossary_has_the_terms_of_the_table() -> None:
    table, tbx = (load(ROOT / "glossary" / n).glossary for n in ("port-report.csv", "port.tbx"))

    assert list(map(designations, tbx.concepts)) == list(map(designations, table.concepts))


def test_the_tbx_glossary_has_terms_of_every_status_in_two_languages() -> None:
    terms = [t for c in load(ROOT / "glossary/port.tbx").glossary.concepts for t in c.terms]

    assert {term.status for term in terms} == set(TermStatus)
    assert {term.lang for term in terms} == {"zh", "en"}
