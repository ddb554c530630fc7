"""Backups of decisions that no longer apply to their articles."""

from pathlib import Path

from tests.capabilities import needs
from tests.reviewing.server.conftest import OpenReview

FIRST = ("a.txt", "at at", "accepted")
SECOND = ("b.txt", "to to", "rejected")


def test_decisions_about_a_changed_file_are_rematched_or_backed_up(
    open_review: OpenReview, tmp_path: Path
) -> None:
    first = open_review()
    own = {**first.entry("a.txt", "of of", "accepted"), "edit": "own", "rule": None}
    document = first.document(FIRST, ("a.txt", "left left", "rejected"))
    document["files"][0]["decisions"].append({**own, "fingerprint": None, "state": "rewritten"})
    first.put(document)
    before = (tmp_path / "d.json").read_bytes()
    (tmp_path / "a.txt").write_text("New. " + (tmp_path / "a.txt").read_text())

    second = open_review()

    [file] = second.get()["decisions"]["files"]
    assert file == second.document(FIRST, ("a.txt", "left left", "rejected"))["files"][0]
    assert (tmp_path / "d.json.old").read_bytes() == before
    assert "1 of 3 decisions about it are kept in" in second.client.get("/?token=right").text


@needs("links")
def test_a_second_backup_does_not_replace_the_first(
    open_review: OpenReview, tmp_path: Path
) -> None:
    first = open_review()
    first.put(first.document(FIRST, SECOND))
    (tmp_path / "d.json.old2").symlink_to(tmp_path / "outside")
    versions = [(tmp_path / "d.json").read_bytes()]
    (tmp_path / "a.txt").write_text("New.")
    second = open_review()
    open_review()  # drops the same decisions once more
    second.put(second.document(SECOND))
    versions.append((tmp_path / "d.json").read_bytes())
    (tmp_path / "b.txt").write_text("New.")

    open_review()

    backups = sorted(path for path in tmp_path.glob("d.json.old*") if not path.is_symlink())
    assert [path.name for path in backups] == ["d.json.old", "d.json.old3"]
    assert not (tmp_path / "outside").exists()
    assert [path.read_bytes() for path in backups] == versions
