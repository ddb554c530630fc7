"""Merging of issues of which one contains the other."""

from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.linting.resolve import merge_duplicates

TEXT = "They would stationed at the plant for a very long time."
OUTER, INNER = Span(5, 20), Span(11, 20)


def issue(span: Span, rule: str, engine: str = "editkit") -> Issue:
    return Issue(rule, span, rule, Family.GRAMMAR, "", engine=engine)


def test_two_checks_of_one_engine_report_two_errors() -> None:
    issues = [issue(OUTER, "one"), issue(INNER, "two")]

    assert merge_duplicates(TEXT, issues) == issues


def test_two_engines_report_one_error() -> None:
    [one] = merge_duplicates(TEXT, [issue(OUTER, "one"), issue(INNER, "harper/Two", "harper")])

    assert [origin.rule for origin in one.also] == ["harper/Two"]
