"""Test helpers for checks: each wrong example is named."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from editkit.checks import load
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.fix import Edit, Fix
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity
from editkit.testing import assert_example, assert_examples

RULE = Rule(
    id="shouted-word",
    family=Family.STYLE,
    summary="Exclamation mark",
    rationale="It shouts.",
    category="style/organizational-style",
    severity=Severity.MINOR,
    examples=(Example("Go!", flagged=("!",), fixed="Go."), Example("Go.")),
)


class Shouted(Check):
    rule = RULE

    def run(self, context: LintContext) -> Iterator[Issue]:
        for at, char in enumerate(context.document.text):
            if char == "!":
                span = Span(at, at + 1)
                yield self.issue(span, "Calm down.", Fix("calm", (Edit(span, "."),)))


def with_rule(rule: Rule, base: type[Check] = Shouted) -> type[Check]:
    return type("Other", (base,), {"rule": rule})


def test_right_examples_pass() -> None:
    assert_examples(Shouted)
    assert_examples(load("repeated-word"))


@pytest.mark.parametrize(
    ("example", "reason"),
    [
        (Example("Go! Go!", ("!",)), "is flagged at ('!', '!'), not ('!',)"),
        (Example("Go.", (".",)), "is flagged at (), not ('.',)"),
        (Example("Go!", ("!",)), "becomes 'Go.', not 'Go!'"),
        (Example("Go!", ("!",), "Go?"), "becomes 'Go.', not 'Go?'"),
        (Example("Go.", options={"loud": 1}), "sets the option loud"),
    ],
)
def test_a_wrong_example_is_named(example: Example, reason: str) -> None:
    check = with_rule(replace(RULE, examples=(*RULE.examples, example)))

    with pytest.raises(AssertionError) as raised:
        assert_examples(check)

    assert str(raised.value).startswith(f"example 3 of shouted-word, {example.text!r}, ")
    assert reason in str(raised.value)


@pytest.mark.parametrize(("kept", "missing"), [(0, "without issues"), (1, "that is flagged")])
def test_both_kinds_of_examples_are_needed(kept: int, missing: str) -> None:
    check = with_rule(replace(RULE, examples=RULE.examples[kept : kept + 1]))

    with pytest.raises(AssertionError, match=f"shouted-word has no example {missing}"):
        assert_examples(check)


def test_can_report_must_be_true_of_flagged_texts() -> None:
    class Hasty(Shouted):
        requires = frozenset({"?"})

    with pytest.raises(AssertionError, match=r"never in a run: can_report\(\) is False"):
        assert_examples(Hasty)


def test_issues_must_be_of_the_rule() -> None:
    class Foreign(Shouted):
        def run(self, context: LintContext) -> Iterator[Issue]:
            for issue in super().run(context):
                yield replace(issue, family=Family.GRAMMAR)

    with pytest.raises(AssertionError, match=r"has an issue of shouted-word \(grammar\)"):
        assert_example(Foreign, RULE.examples[0])
    silent = replace(RULE, examples=(RULE.examples[1],))
    assert_example(with_rule(silent, Foreign), silent.examples[0])
