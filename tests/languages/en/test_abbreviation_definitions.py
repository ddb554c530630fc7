import pickle

import pytest

from editkit.core.document import Document
from editkit.languages.en.abbreviation_definitions import (
    Introduced,
    Place,
    introductions,
    long_form,
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
def test_the_words_that_an_abbreviation_is_short_for(
    before: str, short: str, long: str | None
) -> None:
    at = long_form(before, short)

    assert (None if at is None else before[at:]) == long


def test_a_known_name_has_whatever_stands_in_its_bracket() -> None:
    text = "The Suhe Exchange (SE) rose. Suhe Exchange (XBT) fell. So did boats (XYZ)."

    found = list(introductions(Document.plain(text, lang="en")))

    assert [(made.long, made.short) for made in found] == [
        ("Suhe Exchange", "SE"),
        ("Suhe Exchange", "XBT"),
    ]
    assert [made.span.of(text) for made in found] == ["SE", "XBT"]


def test_introductions_can_be_merged_and_sent_to_another_process() -> None:
    (made,) = introductions(Document.plain("Suhe Exchange (SE)", lang="en"))
    one, other = Introduced([Place("a", made)]), Introduced([Place("b", made)])

    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert {place.uri for place in one.merge(other).places} == {"a", "b"}
