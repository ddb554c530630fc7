import pytest

from editkit.languages.en.articles import fix_article, takes_an

WITH_AN = [
    "hour", "SME", "8-bit", "honest", "heir", "FBI", "HR", "umbrella", "unimportant", "urgent",
    "X-ray", "EU", "MBA", "11", "18", "80", "electric", "“apple”",
]  # fmt: skip


def test_takes_an() -> None:
    wrong = [word for word in WITH_AN if not takes_an(word)]

    assert wrong == []


WITH_A = [
    "unit", "URL", "European", "one-off", "union", "user", "use", "usual", "history", "NATO",
    "UNESCO", "university", "UK", "eulogy", "7", "110", "1", "table", "", "…",
]  # fmt: skip


def test_takes_a() -> None:
    wrong = [word for word in WITH_A if takes_an(word)]

    assert wrong == []


@pytest.mark.parametrize(
    ("before", "old", "new", "expected"),
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
def test_fix_article(before: str, old: str, new: str, expected: tuple[int, str] | None) -> None:
    assert fix_article(before, old, new) == expected
