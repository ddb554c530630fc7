import contextlib
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.cache.codec import DamagedError, dump, load
from editkit.core.result import EngineReport, Notice, PlacedIssue, State
from editkit.core.span import RawSpan, Span

ENDS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)
st.register_type_strategy(Span, ENDS.map(lambda ends: Span(*ends)))
st.register_type_strategy(RawSpan, ENDS.map(lambda ends: RawSpan(*ends)))


@given(st.from_type(PlacedIssue))
def test_an_issue_comes_back_whatever_its_type_says_it_holds(placed: PlacedIssue) -> None:
    assert load(PlacedIssue, dump(placed)) == placed


@given(st.from_type(EngineReport), st.from_type(Notice))
def test_what_a_run_says_comes_back(report: EngineReport, notice: Notice) -> None:
    assert load(EngineReport, dump(report)) == report
    assert load(Notice, dump(notice)) == notice


def test_half_a_character_comes_back() -> None:
    assert load(Notice, dump(Notice("\ud800"))) == Notice("\ud800")


@given(st.data())
def test_a_damaged_entry_is_told_from_a_whole_one(data: st.DataObject) -> None:
    notice = Notice("No engine.", "a.txt", "harper")
    entry = bytearray(dump(notice))
    at = data.draw(st.integers(0, len(entry) - 1))
    entry[at] ^= 1 << data.draw(st.integers(0, 7))
    cut = data.draw(st.integers(0, len(entry)))
    with contextlib.suppress(DamagedError):
        assert load(Notice, bytes(entry[:cut])) == notice


@pytest.mark.parametrize(
    "plain",
    [
        None,
        {"message": "a"},
        [],
        ["a", None],
        ["a", None, None, None],
        [1, None, None],
        ["a", [], None],
        "abc",
    ],
)
def test_what_is_of_another_shape_is_damaged(plain: object) -> None:
    with pytest.raises(DamagedError):
        load(Notice, zlib.compress(json.dumps(plain).encode()))


@pytest.mark.parametrize("data", [b"", b"null", zlib.compress(b"{"), zlib.compress(b"[" * 10**5)])
def test_what_is_no_entry_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        load(Notice, data)


def test_a_range_that_is_none_is_damaged() -> None:
    with pytest.raises(DamagedError):
        load(Span, zlib.compress(b"[5, 3]"))


def test_a_name_that_no_enumeration_has_is_damaged() -> None:
    report = dump(EngineReport("harper", "1", State.RAN))
    wrong = zlib.compress(zlib.decompress(report).replace(b"ran", b"rain"))

    with pytest.raises(DamagedError):
        load(EngineReport, wrong)


def test_what_cannot_be_kept_is_not_kept_as_something_else() -> None:
    with pytest.raises(TypeError):
        dump({"a": 1})
