"""Selection of fixes and repeated passes."""

from collections.abc import Callable

import pytest

from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.result import DocumentResult, FileResult
from editkit.core.span import Span
from editkit.core.splices import apply_splices
from editkit.core.taxonomy import Confidence, Family
from editkit.fixing.fix_loop import FixPolicy, FixResult, fix_file
from editkit.formats.plain import Plain
from editkit.linting.locate import Placer

Find = Callable[[str], list[Issue]]
FORMAT = Plain()


def change(
    text: str,
    words: str,
    *to: tuple[str, Safety],
    family: Family = Family.GRAMMAR,
    confidence: Confidence = Confidence.HIGH,
) -> list[Issue]:
    if words not in text:
        return []
    span = Span(text.index(words), text.index(words) + len(words))
    fixes = tuple(Fix(new, (Edit(span, new),), safety) for new, safety in to)
    return [Issue("r", span, "m", family, "", fixes=fixes, confidence=confidence)]


def fix_text(text: str, find: Find, policy: FixPolicy | None = None) -> FixResult:
    def lint(data: bytes) -> FileResult:
        package = FORMAT.parse(data, uri="a.txt", lang="en")
        [document] = package.documents
        placer = Placer(document, FORMAT)
        placed = tuple(placer.place(issue) for issue in find(document.text))
        return FileResult("a.txt", package, "", 0, (DocumentResult(document, placed),))

    result = fix_file(lint(text.encode()), policy or FixPolicy(), lint)
    [splices] = result.splices
    assert apply_splices(text, splices).encode() == result.data
    return result


SAFE, REVIEW = Safety.SAFE, Safety.REVIEW


def test_only_safe_fixes_are_applied_unless_unsafe() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", REVIEW)) + change(text, "a", ("b", SAFE))

    assert fix_text("a one", find).data == b"b one"
    assert fix_text("a one", find, FixPolicy(unsafe=True)).data == b"b two"


def test_a_safe_fix_after_an_unsafe_one_is_applied() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", REVIEW), ("three", SAFE))

    assert fix_text("one", find).data == b"three"


def test_terms_only_applies_fixes_of_terms() -> None:
    def find(text: str) -> list[Issue]:
        terms = change(text, "a", ("b", SAFE), family=Family.TERM)
        return terms + change(text, "one", ("two", SAFE))

    assert fix_text("a one", find, FixPolicy(terms_only=True)).data == b"b one"


def test_precedence_of_overlapping_fixes_is_glossary_then_safety_then_confidence() -> None:
    def find(text: str) -> list[Issue]:
        return [
            *change(text, "one two", ("unsure", SAFE), confidence=Confidence.LOW),
            *change(text, "two three", ("sure", SAFE)),
            *change(text, "three four", ("term", REVIEW), family=Family.TERM),
        ]

    assert fix_text("one two three four", find).data == b"one sure four"
    all_of_them = fix_text("one two three four", find, FixPolicy(unsafe=True)).data
    assert all_of_them == b"unsure term"


def test_an_issue_revealed_by_a_fix_is_fixed_too() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", SAFE)) + change(text, "two", ("three", SAFE))

    result = fix_text("one, all", find)

    assert result.data == b"three, all"
    assert result.fix_count == 2


def test_alternating_fixes_terminate() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", SAFE)) or change(text, "two", ("one", SAFE))

    result = fix_text("one", find)

    assert result.data in {b"one", b"two"}
    assert fix_text(result.data.decode(), find).data == result.data


def test_a_clean_file_is_unchanged() -> None:
    result = fix_text("one\r\n", lambda _: [])

    assert not result.is_changed
    assert result.splices == ((),)


def test_a_file_that_was_not_read_is_an_error() -> None:
    def never(_: bytes) -> FileResult:
        raise AssertionError

    with pytest.raises(ValueError, match="gone"):
        fix_file(FileResult("gone", None, "", 0), FixPolicy(), never)
