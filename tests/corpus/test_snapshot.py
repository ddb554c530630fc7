"""Reports of each rule on the corpus, compared with the snapshot."""

from tests.corpus.snapshot import FILE, snapshot


def test_rule_reports_equal_the_snapshot() -> None:
    expected = FILE.read_text(encoding="utf-8").split("\n")

    assert snapshot().split("\n") == expected, "see tests/corpus/snapshot.py for how to update"
