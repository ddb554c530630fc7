"""Manual page of one rule: what it flags, why, corrected examples, fixes, configuration."""

import json
from collections.abc import Iterator, Mapping

from editkit import checks
from editkit.cli.rules import PREVIEW_SENTENCE, engine_sentence, show_invisible
from editkit.core.fix import Safety
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Status
from editkit.engines.languagetool.own_rules_xml import own_rules_by_id
from editkit.testing import example_issues
from scripts.manual.related_rules import related_rules

_QUOTED = lazy_pattern(r"“([^”`]*[^\W_][^”`]*)”")
_NO_FIX = "None. The issue is reported, and you correct the text."
_FIXES = {
    frozenset(): _NO_FIX,
    frozenset({Safety.SAFE}): "Safe. `editkit fix` applies them.",
    frozenset({Safety.REVIEW}): "Need review. `editkit fix` applies them only with `--unsafe`.",
    frozenset(
        Safety
    ): "Some are safe. The others need review: `editkit fix` applies them only with `--unsafe`.",
}


def rule_page(rule: Rule, rules: Mapping[str, Rule]) -> str:
    """Return the page in Markdown; `rules` has every rule by id."""
    return "\n".join(_lines(rule, rules))


def quotations_as_code(text: str) -> str:
    """Return `text` with its quoted words as code: they are often wrong, and are not linted."""
    return _QUOTED.sub(r"`\1`", text)


def _lines(rule: Rule, rules: Mapping[str, Rule]) -> Iterator[str]:
    yield f"# {rule.heading}\n"
    yield f"Rule `{rule.id}`, family `{rule.family.value}`, severity {rule.severity.value}.\n"
    yield f"{quotations_as_code(rule.summary)}.\n"
    yield f"## Why\n\n{quotations_as_code(rule.rationale)}\n"
    yield "## Examples\n"
    for example in rule.manual_examples:
        yield from _example(example)
    yield "## Fixes and defaults\n"
    yield f"- Fixes: {_FIXES[_safeties(rule)]}"
    yield f"- Default: {_default(rule)}"
    if rule.engine != "editkit":
        yield f"- {engine_sentence(rule)}"
    yield f"- MQM error type: `{rule.category}`\n"
    yield from _configuration(rule)
    if related := related_rules(rule.id):
        yield "## Related rules\n"
        for name in related:
            yield f"- [{name}]({name}.md): {quotations_as_code(rules[name].summary)}"
        yield ""


def _example(example: Example) -> Iterator[str]:
    if not example.flagged:
        yield "Not flagged:\n"
    elif example.options:
        values = ", ".join(f"`{name} = {_toml(value)}`" for name, value in example.options.items())
        yield f"With {values}:\n"
    yield f"```text\n{show_invisible(example.text)}"
    if example.fixed is not None:
        yield f"→ {show_invisible(example.fixed)}"
    yield "```\n"


def _safeties(rule: Rule) -> frozenset[Safety]:
    """Return the safety of the fixes that the examples of a rule have."""
    own = own_rules_by_id().get(rule.id)
    if own is not None:
        return frozenset({own.finding_class.safety})
    check = next((each for each in checks.BUILTIN if each.rule.id == rule.id), None)
    if check is None:
        return frozenset()
    issues = (issue for example in rule.examples for issue in example_issues(check, example))
    return frozenset(fix.safety for issue in issues for fix in issue.fixes)


def _default(rule: Rule) -> str:
    if rule.status is Status.PREVIEW:
        return f"off. {PREVIEW_SENTENCE}"
    if any(option.name == "enabled" and option.default is False for option in rule.options):
        return "off. Set the option `enabled`."
    return "on."


def _configuration(rule: Rule) -> Iterator[str]:
    yield "## Configure\n"
    yield "In `pyproject.toml` (in `editkit.toml`, omit `tool.editkit`):\n"
    yield "```toml\n[tool.editkit]"
    yield f'ignore = ["{rule.id}"]  # turn the rule off'
    if rule.options:
        yield f"\n[tool.editkit.rules.{rule.id}]"
        for option in rule.options:
            yield f"{option.name} = {_toml(option.default)}  # {option.summary}"
    yield "```\n"
    if rule.options:
        yield "The values shown are the defaults.\n"
    yield "To ignore one place, put this comment on the line before it:\n"
    yield f"```html\n<!-- editkit-disable-next-line {rule.id} -->\n```\n"


def _toml(value: object) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
