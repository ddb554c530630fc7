"""Names of one thing: the issue with its places, and the fix with articles and endings."""

import pytest

from editkit import Linter
from editkit.checks import load
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.taxonomy import Severity
from editkit.text.segmenter import segment

RULE = "inconsistent-alias"
_LAW = "It is the United States’ law."
_FULL_NAMES = "They like artificial intelligence. " * 3


def found(text: str, rule: str = RULE, glossary: Glossary | None = None) -> list[Issue]:
    setup = Setup(glossary or Glossary(), "en")
    document = segment(Document.plain(text, lang="en"))
    return list(load(rule)(setup).run(LintContext(document, setup)))


def fixed(text: str) -> str:
    [issue] = found(text)
    for edit in sorted(issue.fixes[0].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_one_issue_lists_all_places() -> None:
    text = "They like Macau. They left Macao, and they saw Macao. They like Macau and Macau."
    [issue] = found(text)
    places = [issue.span, *(related.span for related in issue.related)]
    assert (
        sorted(text[place.start : place.end] for place in places) == ["Macao"] * 2 + ["Macau"] * 3
    )
    assert issue.severity is Severity.MINOR
    assert issue.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        (
            "An EU minister met a European Union envoy, and the EU paid.",
            "An EU minister met an EU envoy, and the EU paid.",
        ),
        (
            f"AI is new. {_FULL_NAMES} They sell AI.",
            f"Artificial intelligence is new. {_FULL_NAMES} They sell artificial intelligence.",
        ),
        (
            "It is the US that won. The United States’ law is old. It is the US’s law.",
            "It is the US that won. The US’s law is old. It is the US’s law.",
        ),
        (
            f"{_LAW} It is the US’s law. They saw the United States again.",
            f"{_LAW} {_LAW} They saw the United States again.",
        ),
        (
            "They left the U.S. last year. They like the United States. They saw the U.S. again.",
            "They left the U.S. last year. They like the U.S. They saw the U.S. again.",
        ),
        (
            "They like Czechia. They left the Czech Republic. They saw Czechia again.",
            "They like Czechia. They left Czechia. They saw Czechia again.",
        ),
        (
            "They like the Czech Republic. The Czech Republic is old. Czechia is rich.",
            "They like the Czech Republic. The Czech Republic is old. The Czech Republic is rich.",
        ),
    ],
)
def test_the_sentence_is_right_after_the_fix(text: str, corrected: str) -> None:
    assert fixed(text) == corrected


def test_articles_are_compared_with_each_other() -> None:
    texts = {"a": "They live in Macau, and they like Macau.", "b": "They live in Macao now."}
    with Linter(select=RULE) as linter:
        counts = linter.merge(linter.collect(text, uri=uri) for uri, text in texts.items())
        found = [linter.report(text, counts, uri=uri).issues for uri, text in texts.items()]
    assert [len(issues) for issues in found] == [0, 1]
    [placed] = found[1]
    assert [related.uri for related in placed.issue.related] == ["a", "a"]


def test_styles_of_one_full_name_are_not_two_names() -> None:
    assert found("They left Hong Kong. They saw Hongkong. They like Hong Kong now.") == []


def test_a_mix_is_reported_by_one_rule() -> None:
    text = "They left the US. They like the United States. They saw the U.S. and the US."
    assert len(found(text)) == 1
    assert found(text, "mixed-abbreviation-style") == []
    without_full_name = "They left the US. They saw the U.S. and the US."
    assert found(without_full_name) == []
    assert len(found(without_full_name, "mixed-abbreviation-style")) == 1


def test_the_glossary_takes_precedence() -> None:
    text = "They like Macau. They left Macao."
    concept = Concept("1", (Term("Macau"), Term("Macao")))
    assert len(found(text)) == 1
    assert found(text, glossary=Glossary((concept,))) == []
