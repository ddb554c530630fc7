"""Splices: what they make of a source, and of a part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices, have_overlap


def splice(start: int, end: int, text: str = "") -> Splice:
    return Splice(RawSpan(start, end), text)


def test_an_insertion_goes_before_what_is_replaced_at_its_offset() -> None:
    splices = [splice(4, 7, "sat"), splice(7, 7, "."), splice(4, 4, "I ")]

    assert apply_splices("Tom ran", splices) == "Tom I sat."


@pytest.mark.parametrize(
    "splices", [[splice(0, 2), splice(1, 3)], [splice(0, 3), splice(1, 1, "x")]]
)
def test_overlapping_splices_are_an_error(splices: list[Splice]) -> None:
    assert have_overlap(splices)
    with pytest.raises(ValueError, match="overlaps"):
        apply_splices("Tom", splices)


@pytest.mark.parametrize("outside", [splice(2, 5), splice(6, 8), splice(8, 8, "x")])
def test_splices_outside_the_window_are_an_error(outside: Splice) -> None:
    with pytest.raises(ValueError, match="outside"):
        apply_splices("Tom ran up", [outside], RawSpan(4, 7))


@given(st.data())
def test_a_window_shows_the_same_as_the_whole_source(data: st.DataObject) -> None:
    raw = data.draw(st.text(max_size=12))
    offsets = st.integers(0, len(raw))
    start, *cuts, end = sorted(data.draw(st.lists(offsets, min_size=2, max_size=8)))
    splices = [
        splice(one, other, data.draw(st.text(max_size=2)))
        for one, other in zip(cuts[::2], cuts[1::2], strict=False)
    ]

    assert not have_overlap(splices)
    shown = raw[:start] + apply_splices(raw, splices, RawSpan(start, end)) + raw[end:]
    assert shown == apply_splices(raw, splices)
