"""Tables of one test: each row is tried, and each bad one named."""

import pytest

from tests.rows import each_row


def test_each_bad_row_is_named_with_its_fault() -> None:
    tried = []

    @each_row(("number", "square"), [(1, 1), (2, 5), (3, 9), (4, "16")])
    def test(number: int, square: int) -> None:
        tried.append(number)
        if not isinstance(square, int):
            raise TypeError(square)
        assert number**2 == square

    with pytest.raises(pytest.fail.Exception) as failure:
        test()

    assert tried == [1, 2, 3, 4]
    text = str(failure.value)
    assert "(2, 5)\nAssertionError" in text
    assert "(4, '16')\nTypeError: 16" in text
    assert "(1, 1)" not in text


def test_an_exception_that_does_not_come_is_a_fault() -> None:
    @each_row("text", ["1", "a"])
    def test(text: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(text)

    with pytest.raises(pytest.fail.Exception, match="'1'\nFailed: DID NOT RAISE"):
        test()


def test_good_rows_pass() -> None:
    @each_row("text", iter(["1", "2"]))
    def test(text: str) -> None:
        assert text.isdigit()

    test()
    test()
    assert test.__name__ == "test"
