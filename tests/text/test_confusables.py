import pytest

from editkit.text.confusables import are_confusable, skeleton


@pytest.mark.parametrize(
    ("a", "b"), [("paypal", "p\u0430yp\u0430l"), ("HI", "H1"), ("\u03b1", "a"), ("\u2160", "I")]
)
def test_equal_skeletons(a: str, b: str) -> None:
    assert skeleton(a) == skeleton(b)


def test_ascii_letters_are_not_alike() -> None:
    assert not are_confusable("modem", "modern")
    assert not are_confusable("ail", "all")
    assert are_confusable("AI5", "AlS")
