import contextlib
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.result import EngineReport, EngineState, Notice, PlacedIssue
from editkit.core.span import RawSpan, Span
from editkit.core.storage.codec import DamagedError, dump, load

ENDS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)
st.register_type_strategy(Span, ENDS.map(lambda ends: Span(*ends)))
st.register_type_strategy(RawSpan, ENDS.map(lambda ends: RawSpan(*ends)))


@given(st.from_type(PlacedIssue))
def test_any_issue_round_trips(placed: PlacedIssue) -> None:
    assert load(PlacedIssue, dump(placed)) == placed


@given(st.from_type(EngineReport), st.from_type(Notice))
def test_reports_and_notices_round_trip(report: EngineReport, notice: Notice) -> None:
    assert load(EngineReport, dump(report)) == report
    assert load(Notice, dump(notice)) == notice


def test_a_lone_surrogate_round_trips() -> None:
    assert load(Notice, dump(Notice("\ud800"))) == Notice("\ud800")


@given(st.data())
def test_a_corrupt_entry_is_never_decoded_as_another_value(data: st.DataObject) -> None:
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
        ["a", None, None, None, None],
        [1, None, None, None],
        ["a", [], None, None],
        "abc",
    ],
)
def test_json_of_another_shape_is_corrupt(plain: object) -> None:
    with pytest.raises(DamagedError):
        load(Notice, zlib.compress(json.dumps(plain).encode()))


@pytest.mark.parametrize("data", [b"", b"null", zlib.compress(b"{"), zlib.compress(b"[" * 10**5)])
def test_other_bytes_are_corrupt(data: bytes) -> None:
    with pytest.raises(DamagedError):
        load(Notice, data)


def test_an_invalid_span_is_corrupt() -> None:
    with pytest.raises(DamagedError):
        load(Span, zlib.compress(b"[5, 3]"))


def test_an_unknown_enum_value_is_corrupt() -> None:
    report = dump(EngineReport("harper", "1", EngineState.RAN))
    wrong = zlib.compress(zlib.decompress(report).replace(b"ran", b"rain"))

    with pytest.raises(DamagedError):
        load(EngineReport, wrong)


def test_a_value_of_another_type_is_not_encoded() -> None:
    with pytest.raises(TypeError):
        dump({"a": 1})
