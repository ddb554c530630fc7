import pytest

from editkit.languages.en.title_case import is_allowed_case, title_case


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
    assert is_allowed_case(found, wanted)


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
    assert not is_allowed_case(found, wanted)


def test_title_case_keeps_small_words_and_brands() -> None:
    assert title_case("a set of iBLUE buses at the port") == "A Set of iBLUE Buses at the Port"
