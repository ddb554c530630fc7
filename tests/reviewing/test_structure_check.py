"""Edits under review that would change the Markdown structure."""

from hashlib import sha256
from pathlib import Path

import pytest

import editkit
from editkit.core.span import RawSpan
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import (
    DecidedEdit,
    Decision,
    Decisions,
    DecisionState,
    FileDecisions,
)
from editkit.reviewing.structure_check import without_structure_changes

TEXT = "[x]: the the\n\nand of of end\n"


def test_a_fix_that_changes_the_structure_is_not_offered() -> None:
    """The first fix would make a definition of a link."""
    result = editkit.lint(TEXT, format="markdown", select=["repeated-word"])
    offered = without_structure_changes(result)

    assert [len(placed.fixes) for placed in result.issues] == [1, 1]
    assert [len(placed.fixes) for placed in offered.issues] == [0, 1]
    assert "and of" in editkit.review(TEXT, format="markdown")


def test_plain_text_is_offered_unchanged() -> None:
    result = editkit.lint(TEXT, select=["repeated-word"])

    assert without_structure_changes(result) is result


@pytest.mark.parametrize("state", [DecisionState.ACCEPTED, DecisionState.REWRITTEN])
def test_only_a_rewritten_edit_may_change_the_structure(
    tmp_path: Path, state: DecisionState
) -> None:
    (tmp_path / "a.md").write_text("one two\n")
    result = apply_decisions(decisions(state, "one *two*"), tmp_path)

    if state is DecisionState.ACCEPTED:
        [error] = result.refused
        assert str(error).startswith("a.md:1: Edit “e1” would change the Markdown structure;")
        assert (tmp_path / "a.md").read_text() == "one two\n"
    else:
        assert [notice.message for notice in result.notices] == [
            "The rewritten edit “e1” changes the Markdown structure."
        ]
        assert (tmp_path / "a.md").read_text() == "one *two*\n"


def decisions(state: DecisionState, new: str) -> Decisions:
    edit = DecidedEdit(RawSpan(0, 7), "one two", new)
    decision = Decision("e1", None, None, state, (edit,))
    digest = sha256(b"one two\n").hexdigest()
    return Decisions("editkit", (FileDecisions("a.md", None, digest, (decision,)),))
