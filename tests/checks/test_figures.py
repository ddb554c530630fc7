"""Pattern checks: values of corrected amounts, and corrections that are stable."""

import pytest

from editkit import checks
from editkit.checks.pattern_check import PatternCheck
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.setup import Setup

PATTERNS = tuple(name for name in checks.rule_ids() if issubclass(checks.load(name), PatternCheck))


def corrected(name: str, text: str) -> str:
    document = Document.plain(text, lang="en-US")
    context = LintContext(document, Setup())
    issues = sorted(checks.load(name)(context.setup).run(context), key=lambda issue: issue.span)
    for issue in reversed(issues):
        [edit] = issue.fixes[0].edits
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("8 ten thousand", "80,000"),
        ("123 ten thousand", "1.23 million"),
        ("12,345 ten thousand", "123.45 million"),
        ("4.56 hundred million", "456 million"),
        ("40亿", "4 billion"),
        ("1.2345万", "12,345"),
        ("1.23456789亿", "123,456,789"),
        ("3 ten million", "30 million"),
    ],
)
def test_correction_keeps_the_value_of_an_amount(text: str, amount: str) -> None:
    assert corrected("chinese-number-unit", f"It sold {text} cars.") == f"It sold {amount} cars."


@pytest.mark.parametrize("name", PATTERNS)
def test_corrected_text_is_not_flagged_again(name: str) -> None:
    for example in checks.load(name).rule.examples:
        once = corrected(name, example.text)

        assert corrected(name, once) == once
