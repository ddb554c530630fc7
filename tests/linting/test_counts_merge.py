"""Merging of counts in any order."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.checks import BUILTIN
from editkit.core.check import CollectingCheck, Mergeable
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.linting.corpus_counts import MergeTree
from editkit.text.segmenter import segment

COLLECTING = [check for check in BUILTIN if issubclass(check, CollectingCheck)]


class Ordered(list[int]):
    """Counts that record the order in which they were merged."""

    def merge(self, other: "Ordered", /) -> "Ordered":
        return Ordered([*self, *other])


@given(st.integers(1, 40), st.integers(1, 40))
def test_merge_tree_keeps_the_order_of_additions(first: int, more: int) -> None:
    total = MergeTree()
    for number in range(first):
        total.add(Ordered([number]))
    assert total.total() == list(range(first))
    for number in range(first, first + more):
        total.add(Ordered([number]))

    assert total.total() == list(range(first + more))


def _example_sentences(check: type[CollectingCheck[Mergeable]]) -> list[str]:
    """Return the sentences of a check's examples."""
    texts = "\n\n".join(example.text for example in check.rule.examples)
    return [piece for piece in re.split(r"(?<=[.!?])\s+|\n\n+", texts) if piece.strip()]


@pytest.mark.parametrize("check_type", COLLECTING, ids=lambda check_type: check_type.rule.id)
@given(data=st.data())
def test_counts_of_each_check_merge_in_any_order(
    check_type: type[CollectingCheck[Mergeable]], data: st.DataObject
) -> None:
    setup = Setup(check_type.rule.glossary)
    check = check_type(setup)
    text = st.lists(st.sampled_from(_example_sentences(check_type)), max_size=5).map("\n\n".join)
    contexts = [
        LintContext(segment(Document.plain(data.draw(text), lang="en-US", uri=name)), setup)
        for name in "abc"
    ]
    counts = [check.collect(context) for context in contexts]

    def reports(total: Mergeable) -> list[Counter[Issue]]:
        return [Counter(check.report(context, total)) for context in contexts]

    a, b, c = counts
    expected = reports(a.merge(b).merge(c))
    # All other orders follow from these, since the texts are any texts.
    assert reports(b.merge(a).merge(c)) == expected
    assert reports(c.merge(a.merge(b))) == expected
    assert reports(a.merge(b.merge(c))) == expected
