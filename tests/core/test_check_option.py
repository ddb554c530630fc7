"""`Check.option`: the value of an option, with the type that a check expects."""

from collections.abc import Iterator

import pytest

from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.glossary import Glossary
from editkit.core.issue import Issue
from editkit.core.rule import Option, Rule
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Family, Severity


class Counting(Check):
    rule = Rule(
        id="counting",
        family=Family.STYLE,
        summary="A count",
        rationale="",
        category="accuracy/addition",
        severity=Severity.MINOR,
        examples=(),
        options=(Option("limit", 3, ""), Option("share", 0.5, ""), Option("names", ("a",), "")),
    )

    def run(self, context: LintContext) -> Iterator[Issue]:
        yield self.issue(Span(0, 1), context.document.text)


def check(**options: object) -> Counting:
    return Counting(Setup(Glossary(), "en", {"counting": options}))


def test_an_option_has_its_default_or_the_configured_value() -> None:
    assert check().option("limit", int) == 3
    assert check(limit=4).option("limit", int) == 4
    assert check().option("names", tuple) == ("a",)
    assert check(share=2).option("share", float) == 2.0


def test_an_option_of_another_type_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="the option limit of counting is int, not str"):
        check().option("limit", str)
    with pytest.raises(TypeError, match="the option share of counting is str, not float"):
        check(share="2").option("share", float)
