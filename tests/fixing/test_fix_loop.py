from collections.abc import Callable

import pytest

from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.result import DocumentResult, FileResult
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family
from editkit.fixing.apply import splice
from editkit.fixing.fix_loop import Corrected, Trust, correct
from editkit.formats.plain import Plain
from editkit.linting.locate import Placer

Find = Callable[[str], list[Issue]]
FORM = Plain()


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


def corrected(text: str, find: Find, trust: Trust | None = None) -> Corrected:
    def look(data: bytes) -> FileResult:
        package = FORM.parse(data, uri="a.txt", lang="en")
        [document] = package.documents
        placer = Placer(document, FORM)
        placed = tuple(placer.place(issue) for issue in find(document.text))
        return FileResult("a.txt", package, "", 0, (DocumentResult(document, placed),))

    made = correct(look(text.encode()), trust or Trust(), look)
    [splices] = made.splices
    assert splice(text, splices).encode() == made.after
    return made


SAFE, REVIEW = Safety.SAFE, Safety.REVIEW


def test_only_safe_fixes_are_made_unless_all_are_asked_for() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", REVIEW)) + change(text, "a", ("b", SAFE))

    assert corrected("a one", find).after == b"b one"
    assert corrected("a one", find, Trust(unsafe=True)).after == b"b two"


def test_a_safe_choice_behind_an_unsafe_one_is_made() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", REVIEW), ("three", SAFE))

    assert corrected("one", find).after == b"three"


def test_a_family_narrows_what_is_made() -> None:
    def find(text: str) -> list[Issue]:
        terms = change(text, "a", ("b", SAFE), family=Family.TERM)
        return terms + change(text, "one", ("two", SAFE))

    assert corrected("a one", find, Trust(terms=True)).after == b"b one"


def test_of_fixes_that_overlap_the_glossary_s_is_made_then_the_safe_then_the_sure() -> None:
    def find(text: str) -> list[Issue]:
        return [
            *change(text, "one two", ("unsure", SAFE), confidence=Confidence.LOW),
            *change(text, "two three", ("sure", SAFE)),
            *change(text, "three four", ("term", REVIEW), family=Family.TERM),
        ]

    assert corrected("one two three four", find).after == b"one sure four"
    all_of_them = corrected("one two three four", find, Trust(unsafe=True)).after
    assert all_of_them == b"unsure term"


def test_what_a_correction_uncovers_is_corrected_too() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", SAFE)) + change(text, "two", ("three", SAFE))

    made = corrected("one, all", find)

    assert made.after == b"three, all"
    assert made.count == 2


def test_corrections_that_never_rest_end_all_the_same() -> None:
    def find(text: str) -> list[Issue]:
        return change(text, "one", ("two", SAFE)) or change(text, "two", ("one", SAFE))

    made = corrected("one", find)

    assert made.after in {b"one", b"two"}
    assert corrected(made.after.decode(), find).after == made.after


def test_a_clean_file_is_what_it_was() -> None:
    made = corrected("one\r\n", lambda _: [])

    assert not made.changed
    assert made.splices == ((),)


def test_a_file_that_was_not_read_cannot_be_corrected() -> None:
    def never(_: bytes) -> FileResult:
        raise AssertionError

    with pytest.raises(ValueError, match="gone"):
        correct(FileResult("gone", None, "", 0), Trust(), never)
