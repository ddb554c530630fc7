from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.fixing.apply import splice
from editkit.fixing.compose import compose


def drawn(draw: st.DrawFn, length: int) -> list[Splice]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Splice(RawSpan(a, b), draw(st.text("xyz", max_size=3))) for a, b in pairs]


@st.composite
def two_rounds(draw: st.DrawFn) -> tuple[str, list[Splice], list[Splice]]:
    raw = draw(st.text("abc", max_size=20))
    first = drawn(draw, len(raw))
    return raw, first, drawn(draw, len(splice(raw, first)))


@given(two_rounds())
def test_two_rounds_at_once_make_what_they_make_in_turn(
    rounds: tuple[str, list[Splice], list[Splice]],
) -> None:
    raw, first, second = rounds

    assert splice(raw, compose(len(raw), first, second)) == splice(splice(raw, first), second)


def test_what_is_undone_again_leaves_nothing() -> None:
    first, second = [Splice(RawSpan(1, 1), "x")], [Splice(RawSpan(1, 2), "")]

    assert compose(3, first, second) == ()
