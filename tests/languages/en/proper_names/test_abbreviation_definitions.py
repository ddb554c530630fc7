import pickle

import pytest

from editkit.core.document import Document
from editkit.languages.en.proper_names.abbreviation_definitions import (
    DefinitionLocation,
    Definitions,
    find_definitions,
    long_form_start,
)


@pytest.mark.parametrize(
    ("before", "short", "long"),
    [
        ("it is the World Harbour Organization", "WHO", "World Harbour Organization"),
        ("at the Suhe Monetary Authority", "SMA", "Suhe Monetary Authority"),
        ("for the Bank of Suhe", "BOS", "Bank of Suhe"),
        ("for the Bank of Suhe", "BS", "Bank of Suhe"),
        ("the Forum on Suhe-Africa Cooperation", "FOSAC", "Forum on Suhe-Africa Cooperation"),
        ("some high-speed train", "HST", "high-speed train"),
        ("a new hydroelectric plant", "HEP", "hydroelectric plant"),
        ("a new electric plant", "HEP", None),
        ("the World. Harbour Organization", "WHO", None),
        ("an unrelated remark", "WHO", None),
    ],
)
def test_long_form_start(before: str, short: str, long: str | None) -> None:
    at = long_form_start(before, short)

    assert (None if at is None else before[at:]) == long


def test_known_long_form_accepts_any_abbreviation() -> None:
    text = "The Suhe Exchange (SE) rose. Suhe Exchange (XBT) fell. So did boats (XYZ)."

    found = list(find_definitions(Document.plain(text, lang="en")))

    assert [(definition.long, definition.short) for definition in found] == [
        ("Suhe Exchange", "SE"),
        ("Suhe Exchange", "XBT"),
    ]
    assert [definition.span.of(text) for definition in found] == ["SE", "XBT"]


def test_definitions_can_be_merged_and_pickled() -> None:
    (definition,) = find_definitions(Document.plain("Suhe Exchange (SE)", lang="en"))
    one, other = (
        Definitions([DefinitionLocation("a", definition)]),
        Definitions([DefinitionLocation("b", definition)]),
    )

    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert {location.uri for location in one.merge(other).locations} == {"a", "b"}
