"""Fuzz targets, each with the inputs that once failed and some arbitrary ones."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import CORPUS, TARGETS, seeds

EXAMPLES = settings().max_examples // 5  # longer runs: python -m tests.fuzz


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_that_once_failed(name: str) -> None:
    for data in seeds(TARGETS[name]):
        TARGETS[name].check(data)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_arbitrary_inputs(name: str, data: st.DataObject) -> None:
    TARGETS[name].check(data.draw(TARGETS[name].inputs))


def test_each_folder_of_the_corpus_is_read() -> None:
    assert {path.name for path in CORPUS.iterdir()} <= set(TARGETS)
