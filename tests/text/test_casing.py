import pytest

from editkit.text import casing


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
    assert casing.fits(found, wanted)


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
    assert not casing.fits(found, wanted)


def test_capitals_leave_brands_and_mixed_scripts_alone() -> None:
    assert casing.capitals("new αS and iBLUE vehicles") == "NEW αS AND iBLUE VEHICLES"


def test_title_leaves_small_words_and_brands_alone() -> None:
    assert casing.title("a set of iBLUE buses at the port") == "A Set of iBLUE Buses at the Port"


@pytest.mark.parametrize(
    ("line", "capitals"),
    [("NEW PORT OPENS", True), ("NATO", False), ("NATO meets", False), ("", False)],
)
def test_a_line_in_capitals(line: str, *, capitals: bool) -> None:
    assert casing.in_capitals(line) == capitals
