import pickle

from hypothesis import given
from hypothesis import strategies as st

from editkit.consistency.style_tally import StyleTally, StyleUse, find_conflicts
from editkit.core.span import Span


def use(at: int, style: str, uri: str = "a", topic: str = "dates") -> StyleUse:
    return StyleUse(uri, Span(at, at + 1), "x", topic, style)


USES = st.lists(
    st.builds(
        use,
        st.integers(0, 9),
        st.sampled_from("pqr"),
        st.sampled_from("ab"),
        st.sampled_from("tu"),
    )
)


def test_the_most_frequent_style_wins() -> None:
    (conflict,) = find_conflicts(StyleTally([use(0, "p"), use(2, "q"), use(4, "q")]))

    assert conflict.winner == "q"
    assert [lost.style for lost in conflict.losing] == ["p"]


def test_ties_are_won_by_the_first_use() -> None:
    (conflict,) = find_conflicts(StyleTally([use(3, "q"), use(0, "p")]))

    assert conflict.winner == "p"


def test_preferred_style_wins_even_if_unused() -> None:
    (conflict,) = find_conflicts(StyleTally([use(0, "p"), use(1, "p")]), {"dates": "q"})

    assert (conflict.winner, conflict.winning, len(conflict.losing)) == ("q", (), 2)


def test_topics_are_independent() -> None:
    assert not list(find_conflicts(StyleTally([use(0, "p"), use(1, "q", topic="times")])))


@given(USES, USES)
def test_merging_is_independent_of_the_order(one: list[StyleUse], other: list[StyleUse]) -> None:
    both, back = StyleTally(one).merge(StyleTally(other)), StyleTally(other).merge(StyleTally(one))

    assert list(find_conflicts(both)) == list(find_conflicts(back))


def test_uses_are_sorted_once_for_all_documents() -> None:
    tally = StyleTally([use(2, "q"), use(0, "p")])

    assert tally.topics is tally.topics


def test_what_is_merged_later_counts() -> None:
    tally = StyleTally([use(0, "p")])

    assert not list(find_conflicts(tally))
    assert list(find_conflicts(tally.merge(StyleTally([use(2, "q")]))))


def test_tally_can_be_pickled() -> None:
    tally = StyleTally([use(0, "p")])

    assert pickle.loads(pickle.dumps(tally)) == tally  # noqa: S301
