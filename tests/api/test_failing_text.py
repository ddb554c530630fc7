"""A text that editkit fails on: InputError for one, a result with a notice among many."""

from collections.abc import Callable

import pytest

import editkit
from editkit import EditkitError, InputError, Linter
from editkit.core.document import Document
from editkit.core.errors import describe
from editkit.fixing import fix_loop
from editkit.linting import lint_file
from editkit.reviewing import page
from editkit.text.segmenter import segment


class PanicException(BaseException):
    """A replacement for pyo3's PanicException, which cannot be imported."""


ERRORS = [PanicException("boom"), RecursionError("boom"), MemoryError("boom"), KeyError("boom")]
BAD, GOOD = "The the bad.", "The the good."


@pytest.fixture(params=ERRORS, ids=lambda error: type(error).__name__)
def error(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> BaseException:
    """Make the segmentation of a text with the word “bad” fail, and return the error."""
    error: BaseException = request.param

    def segment_or_fail(document: Document) -> Document:
        if "bad" in document.text:
            raise error
        return segment(document)

    monkeypatch.setattr(lint_file, "segment", segment_or_fail)
    return error


CALLS: dict[str, Callable[[Linter], object]] = {
    "lint": lambda linter: linter.lint(BAD),
    "fix": lambda linter: linter.fix(BAD),
    "normalize": lambda linter: linter.normalize(BAD),
    "review": lambda linter: linter.review(BAD),
    "collect": lambda linter: linter.collect(BAD, uri="<text>"),
    "editkit.lint": lambda _: editkit.lint(BAD),
    "editkit.fix": lambda _: editkit.fix(BAD),
    "editkit.review": lambda _: editkit.review(BAD),
}


@pytest.mark.parametrize("name", CALLS)
def test_one_text_raises(linter: Linter, error: BaseException, name: str) -> None:
    with pytest.raises(InputError, match="cannot be read") as caught:
        CALLS[name](linter)

    assert isinstance(caught.value, EditkitError)
    assert type(error).__name__ in caught.value.message
    assert caught.value.uri == "<text>"


def test_among_many_texts_it_is_a_notice(linter: Linter, error: BaseException) -> None:
    results = list(linter.lint_many([GOOD, BAD, GOOD]))

    assert [len(result.issues) for result in results] == [1, 0, 1]
    assert results[1].package is None
    assert [notice.message for notice in results[1].notices] == [
        f"This file cannot be read: {describe(error)}."
    ]


def test_fixes_that_fail_raise(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(*_: object, **__: object) -> None:
        raise PanicException("boom")

    monkeypatch.setattr(fix_loop, "apply_fixes", panic)
    monkeypatch.setattr(page, "article", panic)

    with pytest.raises(InputError, match="This file cannot be corrected: PanicException: boom"):
        linter.fix(GOOD)
    with pytest.raises(InputError, match="This file cannot be shown: PanicException: boom"):
        linter.review(GOOD)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_what_ends_a_program_passes(
    linter: Linter, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    def end(_: Document) -> None:
        raise kind

    monkeypatch.setattr(lint_file, "segment", end)

    with pytest.raises(kind):
        list(linter.lint_many([GOOD]))
    with pytest.raises(kind):
        linter.fix(GOOD)
