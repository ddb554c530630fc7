import pytest

from editkit.text import casing


def test_upper_case_keeps_brands_and_mixed_scripts() -> None:
    assert casing.upper_case("new αS and iBLUE vehicles") == "NEW αS AND iBLUE VEHICLES"


@pytest.mark.parametrize(
    ("line", "capitals"),
    [("NEW PORT OPENS", True), ("NATO", False), ("NATO meets", False), ("", False)],
)
def test_a_line_in_capitals(line: str, *, capitals: bool) -> None:
    assert casing.is_all_capitals(line) == capitals
