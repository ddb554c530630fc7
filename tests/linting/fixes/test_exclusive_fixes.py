"""Fixes of neighboring words: what any accepted set makes, and which exclude each other."""

import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editkit
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.issue import Issue
from editkit.core.result import DocumentResult, PlacedIssue, SourceFix
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.core.taxonomy import Family
from editkit.fixing.apply import merge_splices, select_compatible
from editkit.formats import format_named
from editkit.languages.en.seams import doubled_words, wrong_articles
from editkit.linting.fixes.exclusive_fixes import exclude_conflicts
from editkit.linting.locate import Placer
from editkit.termbase.table import read_table

CORPUS = Path(__file__).parents[3] / "corpus"
REJECTED = TermStatus.DEPRECATED
ROWS = {
    "Harbour Fund": ("Port Fund", "Harbour Trust"),
    "Harbour Lines": ("Lines", "Harbour Line"),
    "battery swap station": ("power exchange station", "swap station"),
    "pandemic": ("epidemic",),
    "outbreak": ("plague",),
    "electric vehicle": ("EV",),
    "our plant": ("factory",),
    "own make": ("self-make",),
    "town hall": ("park",),
    "follow-up": ("follow up",),
    "hard workers": ("strugglers", "struggler"),
    "Vue.js": (),
    "São Velo": (),
}
GLOSSARY = Glossary(
    tuple(
        Concept(term, (Term(term), *(Term(text, status=REJECTED) for text in rejected)))
        for term, rejected in ROWS.items()
    )
)
WORDS = [
    *ROWS,
    *(text for rejected in ROWS.values() for text in rejected),
    *("HarbourFund", "Harbour-Fund", "Habrour Fund", "Vuejs", "Sao Velo", "Harbour® Lines"),
    *("a", "an", "A", "the", "the", "old", "of", "They", "can", "and", ".", ",", "\n", "“", "”"),
]


ARTICLES = {"a", "an", "A", "the"}


def without_doubles(words: list[str]) -> str:
    """Return a text without words and articles that are doubled before any fix."""
    kept = words[:1]
    for word in words[1:]:
        articles = {word, kept[-1]} <= ARTICLES
        if not articles and word.casefold() != kept[-1].casefold():
            kept.append(word)
    return " ".join(kept)


def lint(text: str, glossary: Glossary = GLOSSARY) -> DocumentResult:
    """Return the issues of the families that `counts` counts, and of consistency."""
    select = ("term", "consistency", "repeated-word")
    [part] = editkit.lint(text, glossary=glossary, engine="none", select=select).documents
    return part


def counts(part: DocumentResult) -> Counter[tuple[str, str]]:
    """Return the issues about terms and doubled words, by rule and text."""
    return Counter(
        (placed.issue.rule, placed.issue.span.of(part.document.text).casefold())
        if placed.issue.family is Family.TERM
        else ("repeated-word", "")
        for placed in part.issues
        if placed.issue.family is Family.TERM or placed.issue.rule == "repeated-word"
    )


def accepted(part: DocumentResult, chance: random.Random) -> str:
    """Return the text with a random set of the fixes that can be accepted together."""
    fixes = [
        chance.choice(placed.fixes)
        for placed in part.issues
        if placed.fixes and chance.random() < 0.7
    ]
    chance.shuffle(fixes)
    kept, _ = select_compatible(fixes)
    return apply_splices(part.document.raw, merge_splices(kept))


def assert_nothing_new(part: DocumentResult, chance: random.Random) -> None:
    fixed, raw = accepted(part, chance), part.document.raw

    assert counts(lint(fixed)) <= counts(part), fixed
    assert wrong_articles(fixed) <= wrong_articles(raw), fixed
    assert doubled_words(fixed) <= doubled_words(raw), fixed


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(without_doubles), st.randoms())
def test_no_accepted_set_makes_an_issue(text: str, chance: random.Random) -> None:
    assert_nothing_new(lint(text), chance)


@pytest.mark.parametrize("name", ["car-group.txt", "city-news.md", "museum-news.md"])
def test_no_accepted_set_makes_an_issue_in_the_corpus(name: str) -> None:
    path = CORPUS / name
    table = CORPUS.parent / "glossary" / f"{path.stem}.csv"
    terms = read_table(table.read_bytes(), uri="g.csv").glossary
    text = path.read_text("utf-8")
    [part] = editkit.lint(text, glossary=terms, engine="none").documents
    for seed in range(3):
        fixed = accepted(part, random.Random(seed))  # noqa: S311  (no secret)
        assert counts(lint(fixed, terms)) <= counts(part)
        assert wrong_articles(fixed) <= wrong_articles(text)
        assert doubled_words(fixed) <= doubled_words(text)


Change = tuple[str, str] | tuple[str, str, Family]
"""The words that an issue is about, those of its fix, and its family."""


def placed_issues(text: str, *changes: Change, lang: str = "en-US") -> list[PlacedIssue]:
    """Return the issues of a Markdown text with a safe fix for each change."""
    file_format = format_named("markdown")
    [document] = file_format.parse(text.encode(), uri="a.md", lang=lang).documents
    placer = Placer(document, file_format)
    issues = []
    for found, new, *families in changes:
        start = document.text.index(found)
        span = Span(start, start + len(found))
        fix = Fix(new, (Edit(span, new),), Safety.SAFE)
        family = families[0] if families else Family.GRAMMAR
        issues.append(Issue("r", span, "m", family, "", fixes=(fix,)))
    return exclude_conflicts(document, list(map(placer.place, issues)))


def overlap(fixes: Iterable[SourceFix]) -> bool:
    return len(select_compatible(fixes)[1]) > 0


PAIRS = [
    (
        "an article and its noun",
        "It was a epidemic then.",
        (" a ", " an "),
        ("epidemic", "pandemic"),
    ),
    ("a noun in emphasis", "It was a *epidemic* then.", (" a ", " an "), ("epidemic", "pandemic")),
    (
        "a noun in a new line",
        "> It was a\n> epidemic.",
        (" a\n", " an\n"),
        ("epidemic", "pandemic"),
    ),
    ("a noun in a tag", "It was a <b>epidemic</b>.", (" a ", " an "), ("epidemic", "pandemic")),
    ("a word in emphasis", "It is *old* new then.", ("old", "good"), ("new", "good")),
    ("a word in a link", "It is [old](a.md) new then.", ("old", "good"), ("new", "good")),
    ("a word in a tag", "It is <b>old</b> <i>new</i>.", ("old", "good"), ("new", "good")),
    ("two equal words", "It is old new then.", ("old", "good"), ("new", "good")),
]


@pytest.mark.parametrize(
    ("text", "one", "other"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS]
)
def test_conflicting_fixes_exclude_each_other(
    text: str, one: tuple[str, str], other: tuple[str, str]
) -> None:
    first, second = placed_issues(text, one, (*other, Family.TERM))

    assert overlap((*first.fixes, *second.fixes))
    assert overlap((*second.fixes, *first.fixes))
    for fix in (*first.fixes, *second.fixes):
        fixed = apply_splices(text, fix.splices)
        assert wrong_articles(fixed) == doubled_words(fixed) == 0


@pytest.mark.parametrize(
    ("text", "one", "other", "lang"),
    [
        ("It was a old factory.", (" a ", " an "), ("factory", "plant"), "en"),
        ("It is good new then.", ("good", "big"), ("new", "old"), "en"),
        ("It was a epidemic then.", (" a ", " an "), ("epidemic", "pandemic"), "de"),
    ],
)
def test_other_fixes_go_together(
    text: str, one: tuple[str, str], other: tuple[str, str], lang: str
) -> None:
    found = placed_issues(text, one, other, lang=lang)

    assert not overlap(fix for placed in found for fix in placed.fixes)


def test_a_fix_corrects_the_article_before_it() -> None:
    text = "It was an *ewl* then."
    [placed] = placed_issues(text, ("ewl", "bewl"))

    assert apply_splices(text, placed.fixes[0].splices) == "It was a *bewl* then."


def test_a_fix_that_doubles_a_word_is_left_out() -> None:
    text = "It was the old plant then."
    [placed] = placed_issues(text, ("old", "plant"))

    assert placed.fixes == ()
