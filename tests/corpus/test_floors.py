"""What editkit finds on the corpus without an engine must not get worse."""

import pytest

from tests.evaluate import Outcome, measure, per_thousand, recall

TERM_RECALL = 0.93
"""The part of the marks a glossary row speaks of that the checks of terms must find."""
CLEAN_ALARMS = 0.0
"""The most alarms for every 1,000 words of the clean editions."""


@pytest.fixture(scope="module")
def outcomes() -> tuple[Outcome, ...]:
    return measure("none")


def test_terms_are_found_with_the_glossary(outcomes: tuple[Outcome, ...]) -> None:
    found, every = recall(outcomes, lambda mark: mark.how, family="term")["glossary"]

    assert found >= TERM_RECALL * every


def test_clean_editions_are_left_alone(outcomes: tuple[Outcome, ...]) -> None:
    issues = [issue for outcome in outcomes for issue in outcome.clean.issues]

    assert per_thousand(len(issues), [outcome.clean for outcome in outcomes]) <= CLEAN_ALARMS


def test_every_article_was_read_under_its_glossary(outcomes: tuple[Outcome, ...]) -> None:
    results = [result for o in outcomes for result in (o.faulty, o.clean)]

    assert all(result.words >= 600 and not result.notices for result in results)
    assert all(any(i.issue.concept for i in outcome.faulty.issues) for outcome in outcomes)
