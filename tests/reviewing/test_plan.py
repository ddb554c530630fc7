"""Application of decisions to articles: all edits of a file or none."""

import codecs
from pathlib import Path

import pytest

from tests.reviewing.decision_entries import RAW, Apply, Edit, decision, edit, entry, put


def test_accepted_and_rewritten_edits_are_made_and_rejected_ones_are_not(
    root: Path, run_apply: Apply
) -> None:
    data = put(root, "a.txt", RAW)
    made = (
        decision(edit(RAW, "One", "A")),
        decision(edit(RAW, "two", "2"), state="rewritten", name="E2"),
        decision(edit(RAW, "Three", "3"), state="rejected", name="E3"),
        decision(state="rejected", name="a dismissed note"),
    )

    [one] = run_apply(entry("a.txt", data, *made))

    assert one.error is None
    assert one.edit_count == 2
    assert (root / "a.txt").read_text() == "A tram, 2 trams.\nThree trams.\n"


def test_a_rewrite_without_an_issue_is_made(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)
    own = decision(edit(RAW, "One", "A"), state="rewritten") | {"rule": None, "fingerprint": None}

    [one] = run_apply(entry("a.txt", data, own))

    assert one.error is None
    assert (root / "a.txt").read_text().startswith("A tram")


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-8", b""),
    ],
)
def test_byte_order_mark_encoding_and_line_ends_are_preserved(
    encoding: str, bom: bytes, root: Path, run_apply: Apply
) -> None:
    raw = "😀 one\r\ntwo\rthree\u2028four\n"
    data = put(root, "a.txt", bom + raw.encode(encoding))

    run_apply(entry("a.txt", data, decision(edit(raw, "three", "3"))))

    assert (root / "a.txt").read_bytes() == bom + raw.replace("three", "3").encode(encoding)


def test_a_changed_file_is_refused_and_others_are_applied(root: Path, run_apply: Apply) -> None:
    data, other = put(root, "a.txt", RAW), put(root, "b.txt", RAW)
    changed = put(root, "a.txt", RAW + "\n")
    files = [entry(name, data, decision(edit(RAW, "One", "A"))) for name in ("a.txt", "b.txt")]

    first, second = run_apply(*files)

    assert "a.txt: This file has changed" in str(first.error)
    assert (root / "a.txt").read_bytes() == changed
    assert second.error is None
    assert (root / "b.txt").read_bytes() == other.replace(b"One", b"A")


def test_one_mismatching_edit_leaves_the_whole_file_unchanged(
    root: Path, run_apply: Apply
) -> None:
    data = put(root, "a.txt", RAW)
    right, wrong = edit(RAW, "One", "A"), edit(RAW, "two", "2", start=0)

    [one] = run_apply(entry("a.txt", data, decision(right), decision(wrong, name="E2")))

    assert "a.txt:1: Edit “E2” expects “two” at 0, where the file has “One”" in str(one.error)
    assert (root / "a.txt").read_bytes() == data


def test_the_expected_text_is_quoted_shortened_on_one_line(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(
        entry("a.txt", data, decision(edit(RAW, f"\x1b\n{RAW}{RAW}", "A", start=21)))
    )

    error = str(one.error)
    assert error.startswith("a.txt:2: Edit “E1” expects “<U+001B><U+000A>One tram, two trams.")
    assert error.endswith("where the file has “Three trams.<U+000A>”. Nothing was written.")
    assert "…”" in error


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (edit(RAW, "One tram", "A"), edit(RAW, "tram,", "b")),
        (edit(RAW, "One tram", "A"), edit(RAW, "", "b", start=2)),
        (edit(RAW, "", "a", start=4), edit(RAW, "", "b", start=4)),
        (edit(RAW, "trams.\nThree", "a"), edit(RAW, "Three", "b")),
    ],
)
def test_accepted_edits_that_overlap_are_refused(
    first: Edit, second: Edit, root: Path, run_apply: Apply
) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(entry("a.txt", data, decision(first), decision(second, name="E2")))

    line = 2 if second["before"] == "Three" else 1
    assert f"a.txt:{line}: Edit “E2” overlaps" in str(one.error)
    assert (root / "a.txt").read_bytes() == data


def test_adjacent_edits_are_all_made(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)
    touching = (edit(RAW, "One", "A"), edit(RAW, "", "n old", start=3), edit(RAW, " tram", " bus"))

    [one] = run_apply(entry("a.txt", data, *map(decision, touching)))

    assert one.error is None
    assert (root / "a.txt").read_text().startswith("An old bus, two")


def test_a_dry_run_checks_everything_and_writes_nothing(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(entry("a.txt", data, decision(edit(RAW, "One", "A"))), write=False)

    assert [splice.text for splice in one.parts[0].splices] == ["A"]
    assert (root / "a.txt").read_bytes() == data


def test_a_replacement_that_cannot_be_encoded_is_refused(root: Path, run_apply: Apply) -> None:
    data = put(root, "a.txt", RAW)

    [one] = run_apply(entry("a.txt", data, decision(edit(RAW, "One", "\udc80"))))

    assert "U+DC80" in str(one.error)
    assert (root / "a.txt").read_bytes() == data


def test_fixes_that_exclude_each_other_are_refused_together(root: Path, run_apply: Apply) -> None:
    raw = "It was a epidemic.\n"
    data = put(root, "a.txt", raw)
    article = decision(edit(raw, "a", "an", 7), edit(raw, "epidemic", "epidemic"), name="A")
    term = decision(edit(raw, "epidemic", "pandemic"), name="T")

    [both] = run_apply(entry("a.txt", data, article, term), write=False)
    [alone] = run_apply(entry("a.txt", data, article))

    assert both.error is not None
    assert "overlaps another one" in both.error.message
    assert alone.error is None
    assert (root / "a.txt").read_text() == "It was an epidemic.\n"
