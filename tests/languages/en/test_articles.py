import pytest

from editkit.languages.en.articles import repair, takes_an


@pytest.mark.parametrize(
    "word",
    ["hour", "SME", "8-bit", "honest", "heir", "FBI", "HR", "umbrella", "unimportant", "urgent",
     "X-ray", "EU", "MBA", "11", "18", "80", "electric", "“apple”"],
)  # fmt: skip
def test_an_goes_before(word: str) -> None:
    assert takes_an(word)


@pytest.mark.parametrize(
    "word",
    ["unit", "URL", "European", "one-off", "union", "user", "use", "usual", "history", "NATO",
     "UNESCO", "university", "UK", "eulogy", "7", "110", "1", "table", "", "…"],
)  # fmt: skip
def test_a_goes_before(word: str) -> None:
    assert not takes_an(word)


@pytest.mark.parametrize(
    ("before", "old", "new", "repaired"),
    [
        ("It was an ", "epidemic", "pandemic", (3, "a")),
        ("It was an “", "epidemic", "pandemic", (4, "a")),
        ("A ", "company", "SME", (2, "An")),
        ("a\n", "firm", "office", (2, "an")),
        ("an ", "hour", "order", None),
        ("the ", "company", "SME", None),
        ("Panama ", "canal", "isthmus", None),
        ("vitamin A, ", "pill", "extract", None),
    ],
)
def test_the_article_before_a_replaced_word_is_repaired(
    before: str, old: str, new: str, repaired: tuple[int, str] | None
) -> None:
    assert repair(before, old, new) == repaired
