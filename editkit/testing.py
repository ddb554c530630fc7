"""Test helpers for checks: assertions that the examples of a rule are right.

```python
from editkit.testing import assert_examples

def test_examples() -> None:
    assert_examples(LeftoverNote)
```
"""

from dataclasses import replace

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Package
from editkit.core.issue import Issue
from editkit.core.rule import Example, Rule
from editkit.core.setup import Setup
from editkit.core.taxonomy import Severity
from editkit.fixing.apply import apply_fixes, select_compatible
from editkit.formats.plain import Plain
from editkit.languages.prose_view import prose_view
from editkit.linting.locate import Placer
from editkit.linting.plugins import checked_issues
from editkit.text.segmenter import segment

__all__ = ["assert_example", "assert_examples", "example_issues"]


def assert_examples(check: type[Check]) -> None:
    """Assert that a check flags and fixes the examples of its rule as they say.

    A rule needs an example that is flagged and one that is not. Raises AssertionError that
    names the example.
    """
    rule = check.rule
    if not any(example.flagged for example in rule.examples):
        raise AssertionError(f"{rule.id} has no example that is flagged")
    if all(example.flagged for example in rule.examples):
        raise AssertionError(f"{rule.id} has no example without issues")
    for example in rule.examples:
        assert_example(check, example)


def assert_example(check: type[Check], example: Example) -> None:
    """Assert that a check flags exactly the places of one example, and fixes it as it says.

    The text is read as plain text, with the glossary, packs and language of the rule. The
    first fix of each issue is applied, unless it overlaps an earlier one. Raises
    AssertionError that names the example.
    """
    rule = check.rule
    declared = {option.name for option in rule.options}
    if unknown := sorted(example.options.keys() - declared):
        raise _error(rule, example, f"sets the option {unknown[0]}, which the rule does not have")
    package, issues, can_report = _run(check, example)
    document, plain = package.documents[0], Plain()
    if issues and not can_report:
        raise _error(rule, example, "is flagged, but never in a run: can_report() is False")
    flagged = tuple(issue.span.of(document.text) for issue in issues)
    if flagged != example.flagged:
        raise _error(rule, example, f"is flagged at {flagged!r}, not {example.flagged!r}")
    for issue in issues:
        if (issue.rule, issue.family) != (rule.id, rule.family):
            raise _error(rule, example, f"has an issue of {issue.rule} ({issue.family.value})")
        if issue.severity is Severity.INFO and not rule.may_report_info:
            raise _error(rule, example, "has an issue of severity info, which the rule excludes")
    placer = Placer(document, plain)
    fixes = [fix for issue in issues for fix in placer.place(issue).fixes[:1]]
    fixed = apply_fixes(package, plain, [select_compatible(fixes)[0]]).decode()
    expected = example.text if example.fixed is None else example.fixed
    if fixed != expected:
        raise _error(rule, example, f"becomes {fixed!r}, not {expected!r}")


def example_issues(check: type[Check], example: Example) -> list[Issue]:
    """Return the issues of one example, sorted by place."""
    return _run(check, example)[1]


def _run(check: type[Check], example: Example) -> tuple[Package, list[Issue], bool]:
    """Return the text as a package, its issues, and whether a run would use the check."""
    rule = check.rule
    package = Plain().parse(example.text.encode(), uri="example.txt", lang=example.lang)
    document = segment(package.documents[0])
    setup = Setup(
        rule.glossary,
        example.lang,
        {rule.id: example.options},
        rule.packs,
        explicit_rules=frozenset((rule.id,)),
        preview=True,
    )
    made, context = check(setup), LintContext(prose_view(document, setup), setup)
    issues = sorted(checked_issues(document, made.run(context)), key=lambda issue: issue.span)
    return replace(package, documents=(document,)), issues, made.can_report(context)


def _error(rule: Rule, example: Example, what: str) -> AssertionError:
    number = rule.examples.index(example) + 1 if example in rule.examples else 0
    return AssertionError(f"example {number} of {rule.id}, {example.text!r}, {what}")
