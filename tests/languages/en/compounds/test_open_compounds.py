"""Tests of open compounds that need hyphens."""

from editkit.languages.en.compounds.open_compounds import open_compounds
from tests.rows import each_row


def found(text: str) -> list[str]:
    return sorted(compound.span.of(text) for compound in open_compounds(text))


@each_row(
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
def test_compounds_before_a_noun(text: str, compounds: list[str]) -> None:
    assert found(text) == compounds


def test_every_space_needs_a_hyphen() -> None:
    text = "an off the shelf part"
    (compound,) = open_compounds(text)

    assert [gap.of(text) for gap in compound.spaces] == [" ", " "]
    assert compound.noun == "part"
    assert compound.kind == "after an article"


def test_noun_is_empty_if_hyphens_do_not_depend_on_it() -> None:
    assert [compound.noun for compound in open_compounds("his brother in law paid")] == [""]


def test_table_entry_with_alternatives() -> None:
    assert found("a stain resistant cloth and a rust proof lid") == [
        "rust proof",
        "stain resistant",
    ]
    assert found("a stain proof cloth of stain/rust resistant kinds") == ["stain proof"]
