"""Composition of two sets of splices."""

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices
from editkit.fixing.compose import compose_splices


def draw_splices(draw: st.DrawFn, length: int) -> list[Splice]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Splice(RawSpan(a, b), draw(st.text("xyz", max_size=3))) for a, b in pairs]


@st.composite
def two_sets(draw: st.DrawFn) -> tuple[str, list[Splice], list[Splice]]:
    raw = draw(st.text("abc", max_size=20))
    first = draw_splices(draw, len(raw))
    return raw, first, draw_splices(draw, len(apply_splices(raw, first)))


@given(two_sets())
def test_composition_equals_consecutive_application(
    rounds: tuple[str, list[Splice], list[Splice]],
) -> None:
    raw, first, second = rounds

    assert apply_splices(raw, compose_splices(len(raw), first, second)) == apply_splices(
        apply_splices(raw, first), second
    )


def test_reverted_splices_compose_to_nothing() -> None:
    first, second = [Splice(RawSpan(1, 1), "x")], [Splice(RawSpan(1, 2), "")]

    assert compose_splices(3, first, second) == ()
