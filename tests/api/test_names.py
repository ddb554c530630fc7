"""Types of names: they list what the enumerations and the registries have."""

from enum import Enum
from typing import get_args

import pytest

from editkit.api import names
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.registry import engine_choices
from editkit.formats import formats


@pytest.mark.parametrize(
    ("literal", "kind"),
    [
        (names.FamilyName, Family),
        (names.SeverityName, Severity),
        (names.ConfidenceName, Confidence),
    ],
)
def test_names_are_those_of_the_enumeration(literal: object, kind: type[Enum]) -> None:
    assert get_args(literal) == tuple(member.value for member in kind)


def test_names_of_engines_and_formats_are_complete() -> None:
    assert get_args(names.EngineName) == engine_choices()
    assert get_args(names.FormatName) == tuple(each.name for each in formats() if each.patchable)
