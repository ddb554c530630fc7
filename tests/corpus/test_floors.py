"""Minimum recall and maximum false alarms on the corpus, without an engine."""

import pytest

from tests.evaluate import Outcome, measure, per_thousand, recall

TERM_RECALL = 0.93
"""Minimum share of the `glossary` marks that the term checks find."""
CLEAN_ALARMS = 0.0
"""Maximum number of alarms per 1,000 words of the clean editions."""


@pytest.fixture(scope="module")
def outcomes() -> tuple[Outcome, ...]:
    return measure("none")


def test_terms_are_found_with_the_glossary(outcomes: tuple[Outcome, ...]) -> None:
    found, every = recall(outcomes, lambda mark: mark.how, family="term")["glossary"]

    assert found >= TERM_RECALL * every


def test_alarms_in_clean_editions_are_limited(outcomes: tuple[Outcome, ...]) -> None:
    issues = [issue for outcome in outcomes for issue in outcome.clean.issues]

    assert per_thousand(len(issues), [outcome.clean for outcome in outcomes]) <= CLEAN_ALARMS


def test_every_article_was_read_under_its_glossary(outcomes: tuple[Outcome, ...]) -> None:
    results = [result for o in outcomes for result in (o.faulty, o.clean)]

    assert all(result.words >= 600 and not result.notices for result in results)
    assert all(any(i.issue.concept for i in outcome.faulty.issues) for outcome in outcomes)
