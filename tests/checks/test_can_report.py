"""Skipping of checks: a check that cannot report on a text finds nothing in it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from random import Random
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
from editkit.core.setup import Setup
from editkit.formats import format_of
from editkit.text.segmenter import segment

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
SKIPPED_SHARE = 0.6


@cache
def plain(text: str, lang: str = "en-US") -> Document:
    """Return the document of a text; its URI differs from those of other texts."""
    return segment(Document.plain(text, lang=lang, uri=text))


def distinct_options(check: type[Check]) -> list[dict[str, object]]:
    """Return each combination of options that an example has."""
    options = [dict(example.options) for example in check.rule.examples]
    return [one for at, one in enumerate(options) if one not in options[:at]]


@cache
def runs() -> list[tuple[Setup, list[Check]]]:
    """Return setups, and the checks of each.

    Together they have each check with each combination of its options, with a glossary and
    without. Checks of the same setup share the features of a document.
    """
    options = {check: distinct_options(check) for check in BUILTIN}
    made = []
    for number in range(max(map(len, options.values()))):
        present = {check: each[number] for check, each in options.items() if number < len(each)}
        by_rule = {check.rule.id: one for check, one in present.items()}
        for glossary in (GLOSSARY, Glossary()):
            setup = Setup(glossary, options=by_rule, packs=PACKS)
            made.append((setup, [check(setup) for check in present]))
    return made


def loses(check: Check, context: LintContext, counts: Any = None) -> bool:  # noqa: ANN401
    """Return whether a check skips a document in which it has an issue."""
    if check.can_report(context):
        return False
    if counts is not None and isinstance(check, CollectingCheck):
        return any(check.report(context, counts))
    return any(check.run(context))


def lost(documents: Iterable[Document]) -> list[tuple[str, str]]:
    """Return each rule that loses an issue, with the text."""
    return [
        (check.rule.id, document.text)
        for document in documents
        for setup, checks in runs()
        for context in [LintContext(document, setup)]
        for check in checks
        if loses(check, context)
    ]


def test_no_issue_of_an_example_is_lost() -> None:
    assert lost(map(plain, EXAMPLES)) == []


def test_no_issue_of_the_corpus_is_lost() -> None:
    for document in articles():
        assert lost([document]) == []
        assert lost(plain(block.span.of(document.text)) for block in document.blocks) == []


def changed(text: str, other: str, random: Random) -> str:
    """Return a text with up to 8 of its words and characters replaced, inserted or removed."""
    pieces = PIECES.findall(text)
    others = PIECES.findall(other + OTHER_FORMS)
    for _ in range(random.randint(0, 8)):
        at = random.randrange(max(1, len(pieces)))
        character = chr(random.choice((random.randrange(0x250), random.randrange(0xD800))))
        new = random.choice(("", random.choice(others), character))
        pieces[at : at + random.randint(0, 1)] = [new]
    return "".join(pieces)


@settings(max_examples=settings().max_examples // 3, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))  # its own draws would take most of the time
def test_no_issue_of_a_changed_example_is_lost(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    for setup, checks in runs():
        for check in checks:
            texts = [example.text for example in check.rule.examples if example.flagged]
            text = changed(random.choice(texts), random.choice(EXAMPLES), random)
            lang = random.choice(("en-US", "en-GB", "de"))
            context = LintContext(plain(text, lang), setup)
            assert not loses(check, context), (check.rule.id, text)


@pytest.mark.parametrize(
    "check",
    [check for check in BUILTIN if issubclass(check, PatternCheck)],
    ids=lambda check: check.rule.id,
)
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data())
def test_no_match_of_a_pattern_is_lost(check: type[PatternCheck], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(check.pattern.pattern, check.pattern.flags)))

    assert not loses(check(Setup()), LintContext(plain(text), Setup()))


def test_no_issue_is_lost_with_counts_of_several_texts() -> None:
    documents = [plain(text) for text in EXAMPLES]
    for setup, checks in runs():
        contexts = [LintContext(document, setup) for document in documents]
        for check in checks:
            if isinstance(check, CollectingCheck):
                total = check.collect(contexts[0])
                for context in contexts[1:]:
                    total = total.merge(check.collect(context))
                for context in contexts:
                    assert not loses(check, context, total), (check.rule.id, context.document.text)


def test_most_checks_skip_an_ordinary_sentence() -> None:
    document = plain("The ferry left the old harbor before noon.")
    context = LintContext(document, Setup())

    skipped = [check for check in BUILTIN if not check(context.setup).can_report(context)]

    assert len(skipped) >= SKIPPED_SHARE * len(BUILTIN)


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
