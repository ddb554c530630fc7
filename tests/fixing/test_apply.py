"""Applying fixes changes what they name and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Safety, Splice
from editkit.core.result import SourceFix
from editkit.core.span import RawSpan
from editkit.fixing.apply import apply, choose, merged, splice
from editkit.formats.plain import Plain


def fix(*splices: tuple[int, int, str]) -> SourceFix:
    made = tuple(Splice(RawSpan(start, end), text) for start, end, text in splices)
    return SourceFix("", Safety.SAFE, made)


def test_of_overlapping_fixes_the_first_is_kept() -> None:
    first, apart, second = fix((0, 3, "Tim")), fix((10, 13, "sat")), fix((2, 4, "n"))

    assert choose([first, apart, second]) == ((first, apart), (second,))


def test_a_fix_is_kept_whole_or_not_at_all() -> None:
    first, second = fix((0, 3, "Tim")), fix((8, 9, "x"), (2, 4, "n"))
    third = fix((8, 9, "y"))

    assert choose([first, second, third]) == ((first, third), (second,))


def test_a_fix_that_overlaps_itself_is_left_out() -> None:
    broken = fix((0, 3, "Tim"), (2, 4, "n"))

    assert choose([broken]) == ((), (broken,))


def test_touching_fixes_are_kept() -> None:
    fixes = (fix((0, 3, "Tim")), fix((3, 3, ",")), fix((3, 5, " sat")))

    assert choose(fixes) == (fixes, ())
    assert splice("Tom ran", merged(fixes)) == "Tim, satan"


def test_insertion_inside_a_replacement_is_left_out() -> None:
    outer, inner = fix((0, 5, "Tim")), fix((2, 2, "x"))

    assert choose([outer, inner]) == ((outer,), (inner,))
    assert choose([inner, outer]) == ((inner,), (outer,))


def test_equal_insertions_at_one_place_are_made_once() -> None:
    a, b = fix((3, 3, ",")), fix((3, 3, ","), (7, 7, "."))

    kept, left = choose([a, b])

    assert (kept, left) == ((a, b), ())
    assert splice("Tom ran", merged(kept)) == "Tom, ran."


def test_different_insertions_at_one_place_exclude_each_other() -> None:
    a, b = fix((3, 3, ",")), fix((3, 3, ";"))

    assert choose([a, b]) == ((a,), (b,))


def test_splices_of_one_place_are_refused() -> None:
    with pytest.raises(ValueError, match="one place"):
        splice("Tom", [Splice(RawSpan(0, 2), ""), Splice(RawSpan(1, 3), "")])


def test_bytes_outside_of_the_fixes_stay() -> None:
    plain = Plain()
    package = plain.parse(b"\xef\xbb\xbfTom\r\nran\rup\n", uri="a.txt", lang="en")

    assert apply(package, plain, [[]]) == package.data
    assert apply(package, plain, [[fix((5, 8, "sat"))]]) == b"\xef\xbb\xbfTom\r\nsat\rup\n"


@given(st.text(), st.data())
def test_outside_of_the_splices_nothing_moves(raw: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), unique=True)))
    spans = [(0, cuts[0]) if cuts else (0, 0), *pairwise(cuts)][::2]
    fixes = data.draw(st.permutations([fix((a, b, "new")) for a, b in spans]))

    kept, left = choose(fixes)

    between = pairwise([0, *(end for span in spans for end in span), len(raw)])
    assert left == ()
    assert splice(raw, merged(kept)) == "new".join(raw[a:b] for a, b in list(between)[::2])


SPLICES = st.tuples(st.integers(0, 12), st.integers(0, 3), st.sampled_from(["", "x", "yy"]))


@given(st.lists(st.lists(SPLICES, min_size=1, max_size=3), max_size=8))
def test_what_is_kept_can_be_made_and_what_is_left_cannot(
    wanted: list[list[tuple[int, int, str]]],
) -> None:
    fixes = [fix(*((at, at + length, text) for at, length, text in each)) for each in wanted]

    kept, left = choose(fixes)

    assert sorted(map(id, (*kept, *left))) == sorted(map(id, fixes))
    assert len(splice("0123456789abcdef", merged(kept))) >= 0
    for each in left:
        earlier = [k for k in kept if fixes.index(k) < fixes.index(each)]
        assert clash([*merged(earlier), *set(each.splices)])


def clash(splices: list[Splice]) -> bool:
    unique = list(dict.fromkeys(splices))
    return any(
        a.span.overlaps(b.span) or (not len(a.span) and a.span == b.span)
        for at, a in enumerate(unique)
        for b in unique[:at]
    )
