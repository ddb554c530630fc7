"""Thresholds: what an explicit severity or confidence hides, and what it does not."""

from editkit.config import Settings
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.linting.resolve import within_thresholds

LIGHT = Issue("mixed-date-style", Span(0, 1), "m", Family.CONSISTENCY, "", severity=Severity.INFO)
UNSURE = Issue(
    "harper/X", Span(0, 1), "m", Family.STYLE, "", engine="harper", confidence=Confidence.LOW
)


def test_a_selected_rule_is_shown_though_it_reports_info() -> None:
    assert within_thresholds(Settings(), [LIGHT]) == []
    assert within_thresholds(Settings(select=("mixed-date-style",)), [LIGHT]) == [LIGHT]
    assert within_thresholds(Settings(select=("consistency",)), [LIGHT]) == [LIGHT]


def test_an_explicit_severity_hides_what_is_selected() -> None:
    selected = Settings(select=("mixed-date-style",), min_severity=Severity.MAJOR)

    assert within_thresholds(selected, [LIGHT]) == []


def test_low_confidence_of_engines_is_shown_on_request() -> None:
    assert within_thresholds(Settings(), [UNSURE]) == []
    assert within_thresholds(Settings(select=("harper/X",)), [UNSURE]) == [UNSURE]
    assert within_thresholds(Settings(min_confidence=Confidence.LOW), [UNSURE]) == [UNSURE]
