import pytest

from editkit.text.confusables import alike, skeleton


@pytest.mark.parametrize(
    ("a", "b"), [("paypal", "p\u0430yp\u0430l"), ("HI", "H1"), ("\u03b1", "a"), ("\u2160", "I")]
)
def test_equal_skeletons(a: str, b: str) -> None:
    assert skeleton(a) == skeleton(b)


def test_ascii_letters_are_not_alike() -> None:
    assert not alike("modem", "modern")
    assert not alike("ail", "all")
    assert alike("AI5", "AlS")
