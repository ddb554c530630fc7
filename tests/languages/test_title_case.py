import pytest

from editkit.languages import find_language

ENGLISH, GERMAN = find_language("en"), find_language("de")


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("Swap station", "swap station"),
        ("Swap Station", "swap station"),
        ("SWAP STATION", "swap station"),
        ("Port Of Call", "Port of Call"),
        ("Harbour Fuel Cell Bus", "Harbour fuel cell bus"),
    ],
)
def test_allowed_letter_cases(found: str, wanted: str) -> None:
    assert ENGLISH.is_allowed_case(found, wanted)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("swap Station", "swap station"),
        ("Harbour fund", "Harbour Fund"),
        ("HARBOUR FUND", "Harbour Fund"),
        ("Hkta", "HKTA"),
        ("IBLUE", "iBLUE"),
        ("αs", "αS"),
    ],
)
def test_other_letter_cases(found: str, wanted: str) -> None:
    assert not ENGLISH.is_allowed_case(found, wanted)


def test_title_case_keeps_small_words_and_brands() -> None:
    assert (
        ENGLISH.title_case("a set of iBLUE buses at the port")
        == "A Set of iBLUE Buses at the Port"
    )


def test_another_language_has_no_english_minor_words() -> None:
    assert ENGLISH.is_title_case("Karren in Suhe")
    assert not GERMAN.is_title_case("Karren in Suhe")
    assert GERMAN.is_title_case("Karren Aus Suhe")
    assert not GERMAN.is_allowed_case("Karren of Suhe", "karren of suhe")
