"""Fixes that would change the structure of a file."""

import pytest

from editkit.core.fix import Safety, Splice
from editkit.core.result import SourceFix
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices
from editkit.fixing.apply import merge_splices
from editkit.fixing.structure import split_by_structure
from editkit.formats.plain import Plain


class Stars(Plain):
    """Text whose asterisks are its structure."""

    def __init__(self) -> None:
        self.comparisons = 0

    def same_structure(self, before: str, after: str) -> bool:
        self.comparisons += 1
        return before.count("*") == after.count("*")


def replacements(*words: str) -> list[SourceFix]:
    """Return fixes that replace the code points of a text one by one."""
    return [
        SourceFix(word, Safety.SAFE, (Splice(RawSpan(at, at + 1), word),))
        for at, word in enumerate(words)
    ]


def test_all_fixes_are_tried_at_once() -> None:
    stars = Stars()
    kept, rejected = split_by_structure("a" * 64, stars, replacements(*"b" * 64))

    assert (len(kept), rejected, stars.comparisons) == (64, (), 1)


@pytest.mark.parametrize("bad", [{0}, {63}, {5, 40}, set(range(10))])
def test_only_offending_fixes_are_left_out(bad: set[int]) -> None:
    fixes = replacements(*("*" if at in bad else "b" for at in range(64)))
    kept, rejected = split_by_structure("a" * 64, Stars(), fixes)

    assert [fixes.index(each) for each in rejected] == sorted(bad)
    assert "*" not in apply_splices("a" * 64, merge_splices(kept))


def test_the_number_of_comparisons_is_limited() -> None:
    stars = Stars()
    kept, rejected = split_by_structure("a" * 4000, stars, replacements(*"*b" * 2000))

    assert stars.comparisons <= 100
    assert len(kept) + len(rejected) == 4000
    assert stars.same_structure("a" * 4000, apply_splices("a" * 4000, merge_splices(kept)))


def test_without_fixes_nothing_is_compared() -> None:
    stars = Stars()

    assert split_by_structure("a", stars, []) == ((), ())
    assert not stars.comparisons


def test_fixes_are_left_out_if_the_comparison_fails() -> None:
    class Broken(Plain):
        def same_structure(self, before: str, after: str) -> bool:
            raise RecursionError(before + after)

    kept, rejected = split_by_structure("ab", Broken(), replacements("c", "d"))

    assert (kept, len(rejected)) == ((), 2)
