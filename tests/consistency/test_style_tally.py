import pickle

from hypothesis import given
from hypothesis import strategies as st

from editkit.consistency.style_tally import Tally, Use, clashes
from editkit.core.span import Span


def use(at: int, style: str, uri: str = "a", topic: str = "dates") -> Use:
    return Use(uri, Span(at, at + 1), "x", topic, style)


USES = st.lists(
    st.builds(
        use,
        st.integers(0, 9),
        st.sampled_from("pqr"),
        st.sampled_from("ab"),
        st.sampled_from("tu"),
    )
)


def test_the_style_used_most_wins() -> None:
    (clash,) = clashes(Tally([use(0, "p"), use(2, "q"), use(4, "q")]))

    assert clash.winner == "q"
    assert [lost.style for lost in clash.losing] == ["p"]


def test_of_styles_used_alike_the_first_wins_whatever_was_read_first() -> None:
    (clash,) = clashes(Tally([use(3, "q"), use(0, "p")]))

    assert clash.winner == "p"


def test_a_policy_wins_even_unused() -> None:
    (clash,) = clashes(Tally([use(0, "p"), use(1, "p")]), {"dates": "q"})

    assert (clash.winner, clash.winning, len(clash.losing)) == ("q", (), 2)


def test_topics_are_not_compared_with_each_other() -> None:
    assert not list(clashes(Tally([use(0, "p"), use(1, "q", topic="times")])))


@given(USES, USES)
def test_tallies_add_up_in_any_order(one: list[Use], other: list[Use]) -> None:
    both, back = Tally(one).merge(Tally(other)), Tally(other).merge(Tally(one))

    assert list(clashes(both)) == list(clashes(back))


def test_a_tally_can_be_sent_to_another_process() -> None:
    tally = Tally([use(0, "p")])

    assert pickle.loads(pickle.dumps(tally)) == tally  # noqa: S301
