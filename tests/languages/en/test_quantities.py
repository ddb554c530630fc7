import pytest

from editkit.core.document import Document
from editkit.languages.en.quantities import measurements, whole_numbers, with_gap, with_unit


def document(text: str) -> Document:
    return Document.plain(text, lang="en")


@pytest.mark.parametrize(
    "text",
    [
        "in 1998 boats",
        "Article 5000 boats",
        "code 44000 boats",
        "No. 5000 boats",
        "call 55512345.",
        "model X5000 boats",
        "12.5000 boats",
    ],
)
def test_years_and_codes_are_skipped(text: str) -> None:
    assert not list(whole_numbers(document(text)))


def test_number_of_digits_and_grouping() -> None:
    text = "1,200 boats, 3400 nets, 56,000 cats and 78000 dogs"

    found = [
        (f.span.of(text), f.has_four_digits, f.is_grouped) for f in whole_numbers(document(text))
    ]

    assert sorted(found) == [
        ("1,200", True, True),
        ("3400", True, False),
        ("56,000", False, True),
        ("78000", False, False),
    ]


def test_units_are_found_in_all_forms() -> None:
    text = "10km, 10 Km, 5 kwh, 3 m2, 20℃, 5 per cent and 10 kms"

    found = [(m.unit, m.unit_form) for m in measurements(document(text))]

    assert found == [
        ("km", "km"),
        ("km", "Km"),
        ("kWh", "kwh"),
        ("m²", "m2"),
        ("°C", "℃"),
        ("%", "per cent"),
    ]


@pytest.mark.parametrize(
    ("text", "form", "made"),
    [
        ("5 per cent", "%", "5%"),
        ("5%", "per cent", "5 per cent"),
        ("10km", "kilometers", "10 kilometers"),
        ("9 kwh", "kWh", "9 kWh"),
        ("9kwh", "kWh", "9kWh"),
        ("3 m2", "sq m", "3 sq m"),
    ],
)
def test_with_unit(text: str, form: str, made: str) -> None:
    assert with_unit(text, form) == made


def test_with_gap() -> None:
    assert with_gap("10km", " ") == "10 km"
    assert with_gap("10 km", "") == "10km"
