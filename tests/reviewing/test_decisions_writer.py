"""Decisions that are written and read again."""

import json

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.span import RawSpan
from editkit.core.storage.json_reader import JsonReader
from editkit.core.taxonomy import Severity
from editkit.reviewing.decisions import (
    DecidedEdit,
    Decision,
    Decisions,
    DecisionState,
    FileDecisions,
    parse_decisions,
)
from editkit.reviewing.decisions_writer import decisions_to_json, decisions_to_value
from editkit.reviewing.report_details import IssueDetails, ReportHead
from editkit.termbase.append import NewRow
from tests.json_schemas import schema_faults

TEXTS = st.text(st.characters(exclude_characters="\0"), max_size=8)
LINES = st.text(st.sampled_from("aé北😀"), min_size=1, max_size=4)
EDITS = st.builds(
    lambda start, before, after: DecidedEdit(RawSpan(start, start + len(before)), before, after),
    st.integers(0, 9),
    TEXTS,
    TEXTS,
)
MADE = st.builds(
    Decision,
    TEXTS,
    st.none() | TEXTS,
    st.none() | TEXTS,
    st.sampled_from(DecisionState),
    st.lists(EDITS, max_size=3).map(tuple),
    details=st.none()
    | st.builds(
        IssueDetails,
        TEXTS,
        TEXTS,
        st.none() | st.sampled_from(Severity),
        st.none() | TEXTS.filter(bool),
    ),
)
SUPPRESSED = st.builds(
    Decision,
    TEXTS,
    LINES,
    LINES,
    st.just(DecisionState.REJECTED),
    st.just(()),
    st.just(value=True),
    TEXTS,
)
FILES = st.builds(
    FileDecisions,
    LINES,
    st.none() | TEXTS,
    LINES.map(str.lower),
    st.lists(MADE | SUPPRESSED, max_size=3).map(tuple),
    st.sampled_from((None, "Big5")),
    st.booleans(),
    st.sampled_from((None, "plain", "markdown+title")),
)
DECISIONS = st.builds(
    Decisions,
    st.just("d.json"),
    st.lists(FILES, max_size=3, unique_by=lambda file: file.key).map(tuple),
    st.lists(LINES, max_size=2).map(tuple),
    st.lists(st.builds(NewRow, LINES, st.none() | LINES), max_size=2).map(tuple),
    st.builds(
        ReportHead, st.none() | LINES, st.none() | LINES, st.lists(TEXTS, max_size=2).map(tuple)
    ),
)


@given(DECISIONS)
def test_what_is_written_is_read_as_it_was(decisions: Decisions) -> None:
    value = decisions_to_value(decisions)

    assert schema_faults("decisions-2", value) == []
    assert parse_decisions(JsonReader(value, "", "d.json")) == decisions
    assert json.loads(decisions_to_json(decisions)) == value


def test_the_earlier_schema_is_read_and_the_new_one_is_written() -> None:
    entry = {"edit": "E", "rule": "r", "fingerprint": "f", "state": "rejected", "edits": []}
    file = {"path": "a.txt", "sha256": "AB", "decisions": [entry]}
    old = {"schema": "editkit.decisions/1", "files": [file], "words": ["Zorbex"]}

    value = decisions_to_value(parse_decisions(JsonReader(old, "", "d.json")))

    assert value["schema"] == "editkit.decisions/2"
    assert value["files"] == [{**file, "part": None, "sha256": "ab"}]
    assert value["words"] == ["Zorbex"]


def test_each_decision_is_on_its_own_line() -> None:
    rejected = Decision("E", None, None, DecisionState.REJECTED, ())
    files = (FileDecisions("a.txt", None, "", (rejected, rejected)),)

    lines = decisions_to_json(Decisions("", files)).split("\n")

    assert [line[:12] for line in lines if line.startswith('{"edit"')] == ['{"edit": "E"'] * 2
