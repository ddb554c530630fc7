"""Property tests of the correction of Markdown."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile_markdown import CORRECTIONS, outline, random_markdown

hostile = st.integers(0, 2**32).map(lambda seed: random_markdown(random.Random(seed)))  # noqa: S311  (no secret)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize("how", CORRECTIONS)
@given(text=hostile | texts)
def test_corrections_change_text_only_and_are_idempotent(how: str, text: str) -> None:
    correction = CORRECTIONS[how]
    once = correction.correct(text).data.decode()

    assert outline(once) == outline(text)
    assert correction.correct(once).data.decode() == once
