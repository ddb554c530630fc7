"""Examples of all rules: flagged places and corrected text."""

import re
from pathlib import Path

import pytest

import editkit
from editkit import checks
from editkit.checks import BUILTIN
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Severity
from editkit.testing import assert_examples

KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")
MODULES = sorted(Path(editkit.__file__).parent.rglob("*.py"))


def test_rules_have_examples_and_find_in_them_what_they_say() -> None:
    wrong = []
    for check in BUILTIN:
        try:
            assert_examples(check)
        except AssertionError as error:  # it names the example
            wrong.append(str(error))

    assert wrong == []


def test_rules_are_named_by_their_modules_in_kebab_case() -> None:
    ids = [check.rule.id for check in BUILTIN]

    assert [rule for rule in ids if not KEBAB.fullmatch(rule)] == []
    assert [check.__module__ for check in BUILTIN] == [
        f"editkit.checks.{check.rule.family.value}.{check.rule.id.replace('-', '_')}"
        for check in BUILTIN
    ]


def test_examples_use_declared_options_in_kebab_case() -> None:
    for check in BUILTIN:
        declared = {option.name for option in check.rule.options}
        used = {name for example in check.rule.examples for name in example.options}

        assert used <= declared, check.rule.id
        assert [name for name in declared if not KEBAB.fullmatch(name)] == [], check.rule.id


def test_a_check_reports_info_only_if_its_rule_declares_it() -> None:
    check = next(check for check in BUILTIN if not check.rule.may_report_info)

    with pytest.raises(ValueError, match=check.rule.id):
        check(Setup()).issue(Span(0, 1), "Too light.", severity=Severity.INFO)


def test_every_check_module_is_in_builtin_once_and_in_order() -> None:
    assert [check.rule.id for check in BUILTIN] == list(checks.rule_ids())
    assert len(set(checks.rule_ids())) == len(BUILTIN)


def test_no_module_is_too_long() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}

    assert [
        f"{path}: {count} lines"
        for path, count in lines.items()
        if count > (120 if "checks" in path.parts else 250)
    ] == []
