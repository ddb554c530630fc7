"""Application of fixes: their ranges change and nothing else."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Safety, Splice
from editkit.core.result import SourceFix
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices
from editkit.fixing.apply import apply_fixes, merge_splices, select_compatible
from editkit.formats.plain import Plain


def fix(*splices: tuple[int, int, str]) -> SourceFix:
    made = tuple(Splice(RawSpan(start, end), text) for start, end, text in splices)
    return SourceFix("", Safety.SAFE, made)


def test_the_first_of_overlapping_fixes_is_selected() -> None:
    first, apart, second = fix((0, 3, "Tim")), fix((10, 13, "sat")), fix((2, 4, "n"))

    assert select_compatible([first, apart, second]) == ((first, apart), (second,))


def test_a_fix_is_selected_completely_or_not_at_all() -> None:
    first, second = fix((0, 3, "Tim")), fix((8, 9, "x"), (2, 4, "n"))
    third = fix((8, 9, "y"))

    assert select_compatible([first, second, third]) == ((first, third), (second,))


def test_a_fix_that_overlaps_itself_is_rejected() -> None:
    broken = fix((0, 3, "Tim"), (2, 4, "n"))

    assert select_compatible([broken]) == ((), (broken,))


def test_adjacent_fixes_are_selected() -> None:
    fixes = (fix((0, 3, "Tim")), fix((3, 3, ",")), fix((3, 5, " sat")))

    assert select_compatible(fixes) == (fixes, ())
    assert apply_splices("Tom ran", merge_splices(fixes)) == "Tim, satan"


def test_insertion_inside_a_replacement_is_rejected() -> None:
    outer, inner = fix((0, 5, "Tim")), fix((2, 2, "x"))

    assert select_compatible([outer, inner]) == ((outer,), (inner,))
    assert select_compatible([inner, outer]) == ((inner,), (outer,))


def test_equal_insertions_at_one_offset_are_made_once() -> None:
    a, b = fix((3, 3, ",")), fix((3, 3, ","), (7, 7, "."))

    kept, left = select_compatible([a, b])

    assert (kept, left) == ((a, b), ())
    assert apply_splices("Tom ran", merge_splices(kept)) == "Tom, ran."


def test_different_insertions_at_one_offset_conflict() -> None:
    a, b = fix((3, 3, ",")), fix((3, 3, ";"))

    assert select_compatible([a, b]) == ((a,), (b,))


def test_bytes_outside_the_fixes_stay() -> None:
    plain = Plain()
    package = plain.parse(b"\xef\xbb\xbfTom\r\nran\rup\n", uri="a.txt", lang="en")

    assert apply_fixes(package, plain, [[]]) == package.data
    assert apply_fixes(package, plain, [[fix((5, 8, "sat"))]]) == b"\xef\xbb\xbfTom\r\nsat\rup\n"


@given(st.text(), st.data())
def test_text_outside_the_splices_stays(raw: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), unique=True)))
    spans = [(0, cuts[0]) if cuts else (0, 0), *pairwise(cuts)][::2]
    fixes = data.draw(st.permutations([fix((a, b, "new")) for a, b in spans]))

    kept, left = select_compatible(fixes)

    between = pairwise([0, *(end for span in spans for end in span), len(raw)])
    assert left == ()
    assert apply_splices(raw, merge_splices(kept)) == "new".join(
        raw[a:b] for a, b in list(between)[::2]
    )


SPLICES = st.tuples(st.integers(0, 12), st.integers(0, 3), st.sampled_from(["", "x", "yy"]))


@given(st.lists(st.lists(SPLICES, min_size=1, max_size=3), max_size=8))
def test_selected_fixes_are_compatible_and_rejected_ones_conflict(
    drawn: list[list[tuple[int, int, str]]],
) -> None:
    fixes = [fix(*((at, at + length, text) for at, length, text in each)) for each in drawn]

    kept, left = select_compatible(fixes)

    assert sorted(map(id, (*kept, *left))) == sorted(map(id, fixes))
    assert len(apply_splices("0123456789abcdef", merge_splices(kept))) >= 0
    for each in left:
        earlier = [k for k in kept if fixes.index(k) < fixes.index(each)]
        assert clash([*merge_splices(earlier), *set(each.splices)])


def clash(splices: list[Splice]) -> bool:
    unique = list(dict.fromkeys(splices))
    return any(
        a.span.overlaps(b.span) or (not len(a.span) and a.span == b.span)
        for at, a in enumerate(unique)
        for b in unique[:at]
    )
