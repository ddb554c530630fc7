import pytest

from editkit.core.document import Document
from editkit.languages.en.money import money_amounts, parse_amount


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("HK$5 million", "…HKD", "5 millionHKD"),
        ("5.5 billion yuan", "RMB …", "RMB 5.5 billion"),
        ("USD 1,000", "US$…", "US$1,000"),
        ("3bn euros", "€…", "€3bn"),
    ],
)
def test_amount_in_another_style(text: str, style: str, expected: str) -> None:
    money = parse_amount(text)

    assert money
    assert money.in_style(style) == expected


@pytest.mark.parametrize(
    "text",
    [
        "$5 to $6",
        "5 to 6 million yuan",
        "between RMB 5 million and RMB 6 million",
        "a 5-yuan note",
        "some dollars and 5 boats",
        "5,000 yen is ¥5,000",
    ],
)
def test_ranges_and_ambiguous_signs_are_skipped(text: str) -> None:
    found = list(money_amounts(Document.plain(text, lang="en")))

    assert [money.style for money in found if money.currency != "yen"] == []


def test_currencies_are_distinguished() -> None:
    text = "US$5, HK$5, NT$5, S$5 and $5"

    found = list(money_amounts(Document.plain(text, lang="en")))

    assert len({money.style for money in found}) == 5
    assert len({money.currency for money in found}) == 4
