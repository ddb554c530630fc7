"""`Linter.lint_many`: texts in order, one at a time or in batches."""

from collections.abc import Iterator
from itertools import count, islice

import pytest

from editkit import Linter, Text

TEXT = "The float boat left at at noon."


def test_texts_are_read_one_by_one_and_may_be_endless(linter: Linter) -> None:
    read: list[int] = []

    def texts() -> Iterator[str]:
        for number in count():
            read.append(number)
            yield f"The float boat {number}."

    results = linter.lint_many(texts())

    assert [len(result.issues) for result in islice(results, 3)] == [1, 1, 1]
    assert read == [0, 1, 2]


def test_texts_have_a_name_a_format_and_an_order(linter: Linter) -> None:
    texts: list[str | Text] = [
        "The the.",
        Text("The `the`.", uri="b", format="markdown"),
        Text("The the.", uri="c"),
    ]

    results = list(linter.lint_many(texts))

    assert [result.uri for result in results] == ["<text>", "b", "c"]
    assert [len(result.issues) for result in results] == [1, 0, 1]


def test_a_text_that_cannot_be_read_is_a_notice_and_the_others_go_on(linter: Linter) -> None:
    texts: list[str | Text] = ["ab\ud800", Text("A.", format="papyrus"), TEXT]  # type: ignore[arg-type]

    first, second, third = linter.lint_many(texts)

    assert [first.package, second.package] == [None, None]
    assert "Half a character at 2" in first.notices[0].message
    assert "papyrus" in second.notices[0].message
    assert len(third.issues) == 2


@pytest.mark.live
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_texts_comes_after_the_results_before_it(jobs: int) -> None:
    def texts() -> Iterator[str]:
        yield from [TEXT] * 5
        raise OSError("the disk is gone")

    with Linter(jobs=jobs, select={"repeated-word"}) as linter:
        results = linter.lint_many(texts())
        assert len(list(islice(results, 5))) == 5
        with pytest.raises(OSError, match="the disk is gone"):
            next(results)


def test_a_lone_text_is_a_type_error(linter: Linter) -> None:
    with pytest.raises(TypeError, match=r"write lint_many\(\['The float"):
        linter.lint_many(TEXT)
    with pytest.raises(TypeError, match="a text is a str, not int"):
        list(linter.lint_many([1]))  # type: ignore[list-item]


def test_an_engine_checks_batches_of_texts() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        for _ in range(70):
            read += 1
            yield "He go home."

    with Linter(engine="harper", select={"grammar"}) as linter:
        results = linter.lint_many(texts())
        first = next(results)
        assert read == 64
        assert len([first, *results]) == 70

    assert [(report.name, report.state.value) for report in first.engines] == [("harper", "ran")]
