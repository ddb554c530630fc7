"""Every check does to its own examples what they say."""

import re
from pathlib import Path

import pytest

import editkit
from editkit import checks
from editkit.checks import BUILTIN
from editkit.core.check import Check, Setup
from editkit.core.rule import Example
from editkit.core.span import Span
from editkit.core.taxonomy import Severity
from editkit.fixing.apply import apply, choose
from editkit.formats.plain import Plain
from editkit.linting.locate import Placer
from editkit.text.segmenter import segment

CASES = [
    pytest.param(check, example, id=f"{check.rule.id}-{n}")
    for check in BUILTIN
    for n, example in enumerate(check.rule.examples, 1)
]
MODULES = sorted(Path(editkit.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(("check", "example"), CASES)
def test_example(check: type[Check], example: Example) -> None:
    form = Plain()
    package = form.parse(example.text.encode(), uri="example.txt", lang=example.lang)
    document = segment(package.documents[0])
    options = {check.rule.id: example.options}
    setup = Setup(check.rule.glossary, example.lang, options, check.rule.packs)

    issues = sorted(check(setup).run(document), key=lambda issue: issue.span)

    assert tuple(issue.span.of(document.text) for issue in issues) == example.flagged
    placer = Placer(document, form)
    fixes = [fix for issue in issues for fix in placer.place(issue).fixes[:1]]
    made = apply(package, form, [choose(fixes)[0]]).decode()
    assert made == (example.text if example.fixed is None else example.fixed)


@pytest.mark.parametrize("check", BUILTIN, ids=lambda check: check.rule.id)
def test_rule_has_a_flagged_and_a_clean_example(check: type[Check]) -> None:
    assert {bool(example.flagged) for example in check.rule.examples} == {True, False}


@pytest.mark.parametrize("check", BUILTIN, ids=lambda check: check.rule.id)
def test_rule_is_named_by_its_module_in_kebab_case(check: type[Check]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.rule.id)
    module = f"{check.rule.family.value}.{check.rule.id.replace('-', '_')}"
    assert check.__module__ == f"editkit.checks.{module}"


@pytest.mark.parametrize("check", BUILTIN, ids=lambda check: check.rule.id)
def test_options_are_kebab_case_and_its_examples_use_no_others(check: type[Check]) -> None:
    declared = {option.name for option in check.rule.options}

    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in declared)
    assert {name for example in check.rule.examples for name in example.options} <= declared


def test_a_check_reports_info_only_if_its_rule_declares_it() -> None:
    check = next(check for check in BUILTIN if not check.rule.may_report_info)

    with pytest.raises(ValueError, match=check.rule.id):
        check(Setup()).issue(Span(0, 1), "Too light.", severity=Severity.INFO)


def test_every_check_module_is_in_builtin_once_and_in_order() -> None:
    assert [check.rule.id for check in BUILTIN] == list(checks.names())
    assert len(set(checks.names())) == len(BUILTIN)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_has_two_jobs(path: Path) -> None:
    ceiling = 120 if "checks" in path.parts else 250

    assert path.read_text(encoding="utf-8").count("\n") <= ceiling
