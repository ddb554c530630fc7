"""Which words want hyphens between them, and where."""

import pytest

from editkit.languages.en.open_compounds import open_compounds


def found(text: str) -> list[str]:
    return sorted(compound.span.of(text) for compound in open_compounds(text))


@pytest.mark.parametrize(
    ("text", "compounds"),
    [
        ("a low cost loan at low cost", ["low cost"]),
        ("the pick up point, which they pick up lorries from", ["pick up"]),
        ("a five mile walk of five miles, 1,200 acre farms", ["1,200 acre", "five mile"]),
        ("oil related costs, and a sketch outlines specific steps", ["oil related"]),
        ("a narrow minded man with a minded child", ["narrow minded"]),
        ("ninety nine balloons, nine ninety", ["ninety nine"]),
        ("a self portrait of my self image", ["self portrait"]),
        ("an anti rust paint; persona non grata; anti and pro", ["anti rust"]),
        ("the Low Cost Loan Company and low Cost loans", []),
        ("$5 million dollar questions and see page 3.5 year", []),
        ("in the long term prices rise, as do house prices in house sales", []),
        ("the 2022 season opener, Phase 2 week plans, at low cost homes rose", []),
        ("a UK based firm and a Leeds based mill, based in Leeds", ["Leeds based", "UK based"]),
        ("page 2 pet friendly inns; $5 billion year and 3 4 year", ["pet friendly"]),
        ("it is full time and they run it part time.", []),
    ],
)
def test_compound_is_open_only_where_it_describes_a_noun(text: str, compounds: list[str]) -> None:
    assert found(text) == compounds


def test_hyphens_go_into_every_space() -> None:
    text = "an off the shelf part"
    (compound,) = open_compounds(text)

    assert [gap.of(text) for gap in compound.gaps] == [" ", " "]
    assert compound.noun == "part"
    assert compound.kind == "after an article"


def test_where_words_want_hyphens_anywhere_no_noun_is_named() -> None:
    assert [compound.noun for compound in open_compounds("his brother in law paid")] == [""]


def test_a_word_of_the_table_may_be_any_of_several() -> None:
    assert found("a stain resistant cloth and a rust proof lid") == [
        "rust proof",
        "stain resistant",
    ]
    assert found("a stain proof cloth of stain/rust resistant kinds") == ["stain proof"]
