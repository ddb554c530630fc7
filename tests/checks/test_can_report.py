"""Skipping of checks: a check that cannot report on a text finds nothing in it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editkit.checks import BUILTIN
from editkit.checks.pattern_check import PatternCheck
from editkit.core.check import Check, CollectingCheck
from editkit.core.context import LintContext
from editkit.core.cues import DIGIT, cues
from editkit.core.document import Document
from editkit.core.glossary import Glossary
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.formats import format_of
from editkit.text.segmenter import segment

EVERY_CHECK = pytest.mark.parametrize("check", BUILTIN, ids=lambda check: check.rule.id)
EXAMPLES = [example.text for check in BUILTIN for example in check.rule.examples]
ARTICLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "corpus").iterdir()
    if path.suffix in {".txt", ".md"} and path.name != "README.md"
)
PIECES = re.compile(r"\w+|\W")
OTHER_FORMS = "٣ ５ ２% ＄5 İt’s ıN ſt 5 Km 21ſt "
GLOSSARY = Glossary(
    tuple(concept for check in BUILTIN for concept in check.rule.glossary.concepts)
)
PACKS = Glossary(tuple(concept for check in BUILTIN for concept in check.rule.packs.concepts))
OTHER_CHARACTERS = st.characters(exclude_categories=["Cs"])
SKIPPED_SHARE = 0.6


@cache
def plain(text: str, lang: str = "en-US") -> Document:
    """Return the document of a text; its URI differs from those of other texts."""
    return segment(Document.plain(text, lang=lang, uri=text))


def setups(check: type[Check]) -> list[Setup]:
    """Return a setup for each combination of options that an example has."""
    options = [example.options for example in check.rule.examples]
    distinct = [one for at, one in enumerate(options) if one not in options[:at]]
    both = product(distinct, (GLOSSARY, Glossary()))
    return [Setup(glossary, options={check.rule.id: one}, packs=PACKS) for one, glossary in both]


def reported(check: Check, document: Document, counts: Any = None) -> list[Issue]:  # noqa: ANN401
    context = LintContext(document, check.setup)
    if counts is not None and isinstance(check, CollectingCheck):
        return list(check.report(context, counts))
    return list(check.run(context))


def check_skipped(check: Check, document: Document, counts: Any = None) -> bool:  # noqa: ANN401
    """Return whether a check skips a document; fail if it then loses an issue."""
    if check.can_report(LintContext(document, check.setup)):
        return False
    assert reported(check, document, counts) == [], document.text
    return True


@EVERY_CHECK
def test_no_issue_of_an_example_is_lost(check: type[Check]) -> None:
    for own in map(check, setups(check)):
        for text in EXAMPLES:
            check_skipped(own, plain(text))


@EVERY_CHECK
def test_no_issue_of_the_corpus_is_lost(check: type[Check]) -> None:
    for own in map(check, setups(check)):
        for document in articles():
            check_skipped(own, document)
            for block in document.blocks:
                check_skipped(own, plain(block.span.of(document.text)))


@EVERY_CHECK
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), lang=st.sampled_from(["en-US", "en-GB", "de"]))
def test_no_issue_of_a_changed_example_is_lost(
    check: type[Check], data: st.DataObject, lang: str
) -> None:
    own = check(data.draw(st.sampled_from(setups(check))))
    texts = [example.text for example in check.rule.examples if example.flagged]
    pieces = PIECES.findall(data.draw(st.sampled_from(texts)))
    others = PIECES.findall(data.draw(st.sampled_from(EXAMPLES)) + OTHER_FORMS)
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, max(0, len(pieces) - 1)))
        new = data.draw(st.just("") | st.sampled_from(others) | OTHER_CHARACTERS)
        pieces[at : at + data.draw(st.integers(0, 1))] = [new]
    check_skipped(own, plain("".join(pieces), lang))


@pytest.mark.parametrize(
    "check",
    [check for check in BUILTIN if issubclass(check, PatternCheck)],
    ids=lambda check: check.rule.id,
)
@settings(max_examples=60)
@given(data=st.data())
def test_no_match_of_a_pattern_is_lost(check: type[PatternCheck], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(check.pattern))

    check_skipped(check(Setup()), plain(text))


@pytest.mark.parametrize(
    "check",
    [check for check in BUILTIN if issubclass(check, CollectingCheck)],
    ids=lambda check: check.rule.id,
)
def test_no_issue_is_lost_with_counts_of_several_texts(check: type[Check]) -> None:
    for own in map(check, setups(check)):
        assert isinstance(own, CollectingCheck)
        documents = [plain(text) for text in EXAMPLES]
        total = own.collect(LintContext(documents[0], own.setup))
        for document in documents[1:]:
            total = total.merge(own.collect(LintContext(document, own.setup)))
        for document in documents:
            check_skipped(own, document, total)


def test_most_checks_skip_an_ordinary_sentence() -> None:
    document = plain("The ferry left the old harbor before noon.")
    own = [check(Setup()) for check in BUILTIN]

    skipped = [check for check in own if check_skipped(check, document)]

    assert len(skipped) >= SKIPPED_SHARE * len(own)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("In 5km", "km"),
        ("In 5km", "5"),
        ("In 5km", DIGIT),
        ("٣", DIGIT),
        ("STOP_IT", "stop"),
        ("21ſt", "st"),
        ("Kİlo", "kilo"),
        ("KILO", "kilo"),
        ("naïve", "ï"),
    ],
)
def test_cues(text: str, cue: str) -> None:
    assert cue in cues(LintContext(plain(text), Setup()))


def test_cues_are_whole_words() -> None:
    found = cues(LintContext(plain("5kmh, kms"), Setup()))

    assert {"kmh", "kms"} <= found
    assert {"km", "5kmh"}.isdisjoint(found)


def articles() -> Iterator[Document]:
    """Yield the documents of the corpus."""
    for path in ARTICLES:
        package = format_of(path.name).parse(path.read_bytes(), uri=path.name, lang="en-US")
        yield from map(segment, package.documents)
